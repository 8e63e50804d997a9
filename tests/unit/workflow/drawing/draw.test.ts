import { describe, expect, it } from 'vitest';
import { invariant } from '../../../../src/kernel/invariant.ts';
import type { Definition } from '../../../../src/workflow/definition/definition.ts';
import { chartOf } from '../../../../src/workflow/drawing/chart.ts';
import { layOut, type Box, type Point } from '../../../../src/workflow/drawing/layout.ts';
import { drawMermaid, drawStatechart } from '../../../../src/workflow/drawing/mermaid.ts';
import { drawSvg } from '../../../../src/workflow/drawing/svg.ts';
import { textWidth, wrapped } from '../../../../src/workflow/drawing/text-box.ts';
import { loadWorkflows } from '../../../../src/workflow/loading/read-folder.ts';
import { resolveProcedure } from '../../../../src/workflow/loading/resolve.ts';
import { SAMPLE_ITEMS } from '../machine/sample-item.ts';
import { sampleDefinition } from '../procedure/sample-definition.ts';

const SAMPLE = sampleDefinition();

/** Many items beside one another, with prerequisites across and against the order of stages. */
function crowded(): Definition {
  const [land, planning] = SAMPLE.stages;
  invariant(land && planning, 'the sample has two stages');
  const [, first, , , , , , joint] = SAMPLE_ITEMS.map(([, item]) => item);
  invariant(first && joint, 'there are items of these kinds');
  const many = Array.from({ length: 14 }, (_, index) => ({
    ...(index % 3 === 0 ? joint : first),
    item: `extra-${index}`,
    needs: index % 2 === 0 ? 'done("filing")' : 'done("works-permit") || done("extra-0")',
  }));
  const stages = [{ ...land, items: [...land.items, ...many] }, planning];
  return { ...SAMPLE, stages };
}

const { catalogue, procedures } = await loadWorkflows('workflows');
const BUILT_IN = procedures.map((procedure): readonly [string, Definition] => [
  procedure.value.procedure,
  resolveProcedure(catalogue, procedure).resolved.definition,
]);

const WHOLE: readonly (readonly [string, Definition])[] = [
  ['the sample', SAMPLE],
  ['a crowded procedure', crowded()],
  ...BUILT_IN,
];

const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** A piece of an arrow as a box, a little shorter than it is, so that touching is not crossing. */
function asBox(from: Point, to: Point): Box {
  const x = Math.min(from.x, to.x) + 0.5;
  const y = Math.min(from.y, to.y) + 0.5;
  return { x, y, width: Math.abs(from.x - to.x) - 1, height: Math.abs(from.y - to.y) - 1 };
}

describe('the flow chart of a procedure', () => {
  it.each(WHOLE)('lays nothing over anything else: %s', async (_, definition) => {
    const { nodes, stages, edges, width, height } = await layOut(chartOf(definition, 'zh'));
    const collisions = nodes.flatMap((one, index) =>
      nodes.slice(index + 1).filter((other) => overlap(one, other)),
    );
    expect(collisions).toEqual([]);
    for (const [index, lane] of stages.entries()) {
      expect(lane.y).toBe(stages.slice(0, index).reduce((sum, one) => sum + one.height, 0));
      const inside = nodes.filter(({ node }) => lane.stage.nodes.includes(node));
      for (const node of inside) {
        expect(node.y).toBeGreaterThan(lane.y);
        expect(node.y + node.height).toBeLessThan(lane.y + lane.height);
        expect(node.x + node.width).toBeLessThan(width);
      }
    }
    expect(stages.reduce((sum, one) => sum + one.height, 0)).toBeCloseTo(height);
    const crossings = edges.flatMap(({ edge, points }) =>
      points.slice(1).flatMap((to, index) => {
        const piece = asBox(points[index] ?? to, to);
        return nodes.filter((node) => overlap(piece, node)).map(({ node }) => [edge, node.id]);
      }),
    );
    expect(crossings).toEqual([]);
  });

  it.each(WHOLE)('keeps every line of text inside its box: %s', async (_, definition) => {
    for (const language of ['zh', 'en'] as const) {
      const { nodes, stages } = await layOut(chartOf(definition, language));
      for (const { nameLines, factLines, ...box } of nodes) {
        expect(Math.max(...nameLines.map((line) => textWidth(line, 15)))).toBeLessThan(box.width);
        expect(Math.max(...factLines.map((line) => textWidth(line, 12)))).toBeLessThan(box.width);
      }
      for (const { nameLines, factLines, height } of stages) {
        expect((nameLines.length * 15 + factLines.length * 12) * 1.45).toBeLessThan(height);
      }
    }
  });

  it('is drawn for every procedure that comes with the system', () => {
    expect(BUILT_IN.length).toBeGreaterThan(0);
  });

  it('is the same whenever it is drawn', async () => {
    expect(await drawSvg(crowded())).toBe(await drawSvg(crowded()));
    expect(drawMermaid(SAMPLE)).toBe(drawMermaid(sampleDefinition()));
  });

  it('says what an item is, whose it is and how long it may take', () => {
    const { stages } = chartOf(SAMPLE, 'zh');
    expect(stages.map(({ name, facts }) => [name, ...facts])).toEqual([
      ['1 立项用地规划许可', '牵头 发展改革', '20 个工作日'],
      ['2 工程建设许可', '牵头 自然资源和规划', '25 个工作日'],
    ]);
    const facts = Object.fromEntries(
      stages.flatMap(({ nodes }) => nodes.map((node) => [node.id, node.facts])),
    );
    expect(facts).toMatchObject({
      'land-permit': ['自然资源和规划 · 承诺', '承诺 5 个工作日', '法定 20 个工作日'],
      'land-contract': ['外部', '不计时', '涉及时办'],
      eia: ['生态环境 · 转报', '承诺 7 个工作日', '法定 30 日', '视情形', '至迟于 工程建设许可'],
    });
    const english = chartOf(SAMPLE, 'en').stages[0]?.nodes.at(-1);
    expect(english?.facts).toEqual([
      'Ecology · report up',
      'promised 7 working days',
      'statutory 30 days',
      'by situation',
      'due by Construction planning',
    ]);
  });

  it('tells apart what is needed, needed if due, and one of several', () => {
    const { edges } = chartOf(SAMPLE, 'zh');
    expect(edges).toContainEqual({ from: 'filing', to: 'land-permit', kind: 'needed' });
    expect(edges).toContainEqual({ from: 'land-contract', to: 'land-permit', kind: 'if-due' });
    expect(edges).toContainEqual({ from: 'shelter', to: 'works-permit', kind: 'one-of' });
    expect(edges).toContainEqual({ from: 'scheme-review', to: 'works-permit', kind: 'needed' });
  });

  it('draws every item and every arrow, each kind with an outline of its own', async () => {
    const svg = await drawSvg(SAMPLE);
    for (const item of SAMPLE.stages.flatMap(({ items }) => items)) {
      expect(svg).toContain(`<title>${item.item}</title>`);
    }
    expect(svg.match(/<polyline/g)).toHaveLength(chartOf(SAMPLE, 'zh').edges.length);
    const mermaid = drawMermaid(SAMPLE);
    expect(mermaid).toContain('item_filing(["企业投资项目备案');
    expect(mermaid).toContain('item_land_permit["建设用地规划许可证核发');
    expect(mermaid).toContain('item_scheme_review[["建设工程设计方案审查');
    expect(mermaid).toContain('item_eia[/"建设项目环境影响评价审批');
    expect(mermaid).toContain('item_land_contract{{"国有建设用地使用权出让合同');
    expect(mermaid).toContain('  item_filing --> item_land_permit\n');
  });

  it('lets no name break out of its place', async () => {
    const name = { zh: '甲"]<b>&\n丙', en: 'A' };
    const svg = await drawSvg({ ...SAMPLE, name });
    expect(svg).toContain('甲&#34;]&#60;b&#62;&#38;');
    expect(svg).not.toContain('<b>');
    const [land, planning] = SAMPLE.stages;
    invariant(land && planning, 'the sample has two stages');
    const mermaid = drawMermaid({ ...SAMPLE, stages: [{ ...land, name }, planning] });
    expect(mermaid).toContain('["1 甲#34;#93;#60;b#62;#38; 丙 · ');
  });
});

describe('the statechart of a procedure', () => {
  it('has a region for every item with its transitions', () => {
    const text = drawStatechart(SAMPLE);
    expect(text).toContain('state "企业投资项目备案" as item_filing {');
    expect(text).toContain('    [*] --> filing_planned\n');
    expect(text).toContain('    filing_received --> filing_approved: Approved\n');
    expect(text).toContain('    land_contract_reached --> [*]\n');
  });
});

describe('a line of text', () => {
  it('is broken into lines of about the same length', () => {
    expect(wrapped('建设项目环境影响评价审批', 15, 176)).toEqual(['建设项目环境', '影响评价审批']);
    expect(wrapped('Works planning permit', 15, 140)).toEqual(['Works planning', 'permit']);
    expect(wrapped('取水许可', 15, 176)).toEqual(['取水许可']);
  });

  it('keeps brackets and stops with what they belong to', () => {
    const lines = wrapped('市政设施建设类审批（占用、挖掘城市道路）', 15, 150);
    for (const line of lines) {
      expect(line).not.toMatch(/（$/);
      expect(line).not.toMatch(/^[）、]/);
    }
  });
});
