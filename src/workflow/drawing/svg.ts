import type { ItemKind } from '../../domain/dossier/procedure.ts';
import type { Definition } from '../definition/definition.ts';
import { chartOf, type Chart } from './chart.ts';
import {
  FACT_SIZE,
  layOut,
  LINE_HEIGHT,
  NAME_SIZE,
  NODE_WIDTH,
  type Box,
  type BoxText,
  type PlacedEdge,
  type PlacedNode,
  type PlacedStage,
  type Point,
} from './layout.ts';
import { textWidth } from './text-box.ts';
import { CHART_WORDS, EDGE_NAMES, KIND_NAMES, type ChartLanguage, type EdgeKind } from './words.ts';

const MARGIN = 28;
const TITLE_SIZE = 24;
const HEAD_HEIGHT = 78;
const LEGEND_HEIGHT = 64;
const FONT =
  "'Noto Sans CJK SC','Noto Sans SC','Source Han Sans SC','PingFang SC','Microsoft YaHei',sans-serif";

const OUTLINE = 'fill="#ffffff" stroke="#0f172a" stroke-width="1.4"';

/** Dashes tell the kinds of arrow apart, so that the chart can be read without colour. */
const DASHES: Readonly<Record<EdgeKind, string>> = {
  needed: '',
  'if-due': ' stroke-dasharray="9 4"',
  'one-of': ' stroke-dasharray="2 4"',
};

/**
 * The procedure as a flow chart in SVG: a frame for each stage, a shape for each kind of item,
 * arrows for prerequisites. The same definition always gives the same bytes.
 */
export async function drawSvg(
  definition: Definition,
  language: ChartLanguage = 'zh',
): Promise<string> {
  const chart = chartOf(definition, language);
  const { width, height, stages, nodes, edges } = await layOut(chart);
  const legendOf = legend(language);
  const inner = Math.max(width, legendOf.width, textWidth(chart.title, TITLE_SIZE));
  const size = { width: inner + 2 * MARGIN, height: HEAD_HEIGHT + height + LEGEND_HEIGHT + MARGIN };
  return `${[
    opening(chart, size, language),
    `<g transform="translate(${MARGIN} ${HEAD_HEIGHT})">`,
    ...stages.map(stageFrame),
    ...edges.map(arrow),
    ...nodes.map(item),
    '</g>',
    `<g transform="translate(${MARGIN} ${round(HEAD_HEIGHT + height + 20)})">`,
    ...legendOf.lines,
    '</g>',
    '</svg>',
  ].join('\n')}\n`;
}

function opening(
  chart: Chart,
  size: { readonly width: number; readonly height: number },
  language: ChartLanguage,
): string {
  const [width, height] = [Math.ceil(size.width), Math.ceil(size.height)];
  const lang = language === 'zh' ? 'zh-CN' : 'en';
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"`,
    ` viewBox="0 0 ${width} ${height}" role="img" xml:lang="${lang}" font-family="${FONT}">`,
    `\n<title>${escaped(chart.title)}</title>`,
    `\n<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="8"`,
    ` markerHeight="8" orient="auto"><path d="M0 1 9 5 0 9z" fill="#334155"/></marker></defs>`,
    `\n<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    `\n${text(chart.title, { x: MARGIN, y: 40 }, { size: TITLE_SIZE, bold: true })}`,
    `\n${text(chart.subtitle, { x: MARGIN, y: 62 }, { size: 13, fill: '#475569' })}`,
  ].join('');
}

function stageFrame({ nameLines, factLines, ...box }: PlacedStage): string {
  const head = { ...box, width: NODE_WIDTH };
  return [
    `<rect ${bounds(box)} fill="#f8fafc" stroke="#64748b" stroke-width="1.5"/>`,
    `<rect ${bounds(head)} fill="#e2e8f0" stroke="#64748b" stroke-width="1.5"/>`,
    words({ nameLines, factLines }, head),
  ].join('');
}

function arrow({ edge, points }: PlacedEdge): string {
  const path = points.map(({ x, y }) => `${round(x)},${round(y)}`).join(' ');
  return (
    `<polyline points="${path}" fill="none" stroke="#334155" stroke-width="1.4"` +
    `${DASHES[edge.kind]} marker-end="url(#arrow)"><title>${escaped(edge.from)} → ` +
    `${escaped(edge.to)}</title></polyline>`
  );
}

function item({ node, nameLines, factLines, ...box }: PlacedNode): string {
  return [
    `<g><title>${escaped(node.id)}</title>`,
    SHAPES[node.kind](box),
    words({ nameLines, factLines }, box),
    '</g>',
  ].join('');
}

/** The lines one under the other, in the middle of the box. */
function words({ nameLines, factLines }: BoxText, box: Box): string {
  const used = (nameLines.length * NAME_SIZE + factLines.length * FACT_SIZE) * LINE_HEIGHT;
  const x = box.x + box.width / 2;
  let y = box.y + (box.height - used) / 2;
  const below = (size: number): Point => {
    y += size * LINE_HEIGHT;
    return { x, y: y - size * 0.4 };
  };
  return [
    ...nameLines.map((line) =>
      text(line, below(NAME_SIZE), { size: NAME_SIZE, bold: true, centred: true }),
    ),
    ...factLines.map((line) =>
      text(line, below(FACT_SIZE), { size: FACT_SIZE, fill: '#334155', centred: true }),
    ),
  ].join('');
}

/** One outline a kind: pill, plain, double-walled, roofed, dashed hexagon. */
const SHAPES: Readonly<Record<ItemKind, (box: Box) => string>> = {
  instant: (box) => `<rect ${bounds(box)} rx="${round(Math.min(24, box.height / 2))}" ${OUTLINE}/>`,
  promised: (box) => `<rect ${bounds(box)} ${OUTLINE}/>`,
  joint: (box) => {
    const { x, y, width, height } = box;
    const walls = [x + 6, x + width - 6].map((at) => `M${round(at)} ${round(y)}v${round(height)}`);
    return `<rect ${bounds(box)} ${OUTLINE}/><path d="${walls.join('')}" ${OUTLINE}/>`;
  },
  'report-up': (box) => {
    const { x, y, width, height } = box;
    const roof = bend(box);
    return polygon(
      [
        [x, y + roof],
        [x + roof * 2, y],
        [x + width - roof * 2, y],
        [x + width, y + roof],
        [x + width, y + height],
        [x, y + height],
      ],
      OUTLINE,
    );
  },
  external: (box) => {
    const { x, y, width, height } = box;
    const [left, right] = [x + bend(box), x + width - bend(box)];
    return polygon(
      [
        [x, y + height / 2],
        [left, y],
        [right, y],
        [x + width, y + height / 2],
        [right, y + height],
        [left, y + height],
      ],
      `${OUTLINE} stroke-dasharray="6 4"`,
    );
  },
};

function bend({ height }: Box): number {
  return Math.min(10, height / 4);
}

function polygon(corners: readonly (readonly [number, number])[], line: string): string {
  const points = corners.map(([x, y]) => `${round(x)},${round(y)}`).join(' ');
  return `<polygon points="${points}" ${line}/>`;
}

function legend(language: ChartLanguage): { readonly lines: string[]; readonly width: number } {
  const lines = [text(CHART_WORDS.legend[language], { x: 0, y: 20 }, { size: 13, bold: true })];
  let x = textWidth(CHART_WORDS.legend[language], 13) + 24;
  const label = (name: string, sampleWidth: number): void => {
    lines.push(text(name, { x: x + sampleWidth + 8, y: 20 }, { size: 13 }));
    x += sampleWidth + 8 + textWidth(name, 13) + 24;
  };
  for (const [kind, names] of Object.entries(KIND_NAMES)) {
    lines.push(SHAPES[kind as ItemKind]({ x, y: 4, width: 44, height: 24 }));
    label(names[language], 44);
  }
  for (const [kind, names] of Object.entries(EDGE_NAMES)) {
    const line = `x1="${round(x)}" y1="16" x2="${round(x + 44)}" y2="16" stroke="#334155"`;
    const dash = DASHES[kind as EdgeKind];
    lines.push(`<line ${line} stroke-width="1.4"${dash} marker-end="url(#arrow)"/>`);
    label(names[language], 44);
  }
  return { lines, width: x };
}

function text(
  line: string,
  { x, y }: Point,
  look: { size: number; bold?: boolean; centred?: boolean; fill?: string },
): string {
  const weight = look.bold ? ' font-weight="600"' : '';
  const anchor = look.centred ? ' text-anchor="middle"' : '';
  return (
    `<text x="${round(x)}" y="${round(y)}" font-size="${look.size}"${weight}${anchor}` +
    ` fill="${look.fill ?? '#0f172a'}">${escaped(line)}</text>`
  );
}

function bounds({ x, y, width, height }: Box): string {
  return `x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}"`;
}

/** Tenths of a pixel are enough, and keep the bytes the same everywhere. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(line: string): string {
  return line
    .replaceAll(/\p{Cc}+/gu, ' ')
    .replaceAll(/[&<>"']/g, (char) => `&#${char.codePointAt(0)};`);
}
