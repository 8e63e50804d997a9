/** Whatever stands in a file of the workflows folder, its author is told where, and nothing throws. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSource } from '../../../../src/workflow/loading/source-document.ts';
import {
  check,
  placesOf,
  soundWorkflows,
  withFile,
} from '../../../support/definitions/sound-workflows.ts';

const MATERIALS = 'catalogue/materials.yaml';

function told(text: string, file = MATERIALS): string[] {
  const { mistakes } = check(withFile(soundWorkflows(), file, text));
  return placesOf(mistakes).filter((place) => place.startsWith(file));
}

describe('a file that is no YAML', () => {
  it('is told with line and column', () => {
    expect(told('materials:\n  - { material: application, name: { zh: 甲, en: A }\n')).toEqual([
      `${MATERIALS}:3:1 yaml-syntax`,
    ]);
    expect(told('materials:\n\t- material: application\n')).toContain(
      `${MATERIALS}:2:1 yaml-syntax`,
    );
    expect(told('materials: []\n---\nmaterials: []\n')).toEqual([`${MATERIALS}:2:1 yaml-syntax`]);
  });

  it('is told with the first few slips only', () => {
    expect(told(`materials:\n${'  }\n'.repeat(40)}`).length).toBeLessThanOrEqual(5);
  });

  it('gives a key once', () => {
    const twice = `materials:
  - material: application
    name: { zh: 甲, en: A }
    material: drawings
`;
    expect(told(twice)).toEqual([`${MATERIALS}:4:5 key-duplicate`]);
  });

  it('may not use aliases, so that a few lines cannot blow up', () => {
    const bomb = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: [*b, *b]'].join('\n');
    expect(told(bomb)).toEqual([
      `${MATERIALS}:2:8 yaml-alias`,
      `${MATERIALS}:2:12 yaml-alias`,
      `${MATERIALS}:3:5 yaml-alias`,
      `${MATERIALS}:3:9 yaml-alias`,
    ]);
  });

  it('may not nest without end', () => {
    const { mistakes } = parseSource({ file: 'x.yaml', text: `a: ${'['.repeat(100_000)}` });
    expect(placesOf(mistakes)).toEqual(['x.yaml:1:68 yaml-too-deep']);
    const indented = Array.from({ length: 90 }, (_, level) => `${' '.repeat(level)}a:`).join('\n');
    const blocks = parseSource({ file: 'x.yaml', text: `${indented} 1` });
    expect(blocks.mistakes.map(({ code }) => code)).toEqual(['yaml-too-deep']);
  });

  it('has no unknown tags', () => {
    expect(told('materials: !!js/function >\n  x\n')).toContain(`${MATERIALS}:1:12 yaml-syntax`);
  });
});

describe('a file of another shape', () => {
  it('is told what is missing at the nearest place there is', () => {
    expect(told('')).toEqual([`${MATERIALS}:1:1 value-of-wrong-type`]);
    expect(told('materials:\n  - name: { zh: 甲 }\n')).toEqual([
      `${MATERIALS}:2:5 key-missing`,
      `${MATERIALS}:2:11 key-missing`,
    ]);
  });

  it('is told what should not be there at the key itself', () => {
    const { mistakes } = check(
      soundWorkflows({ file: MATERIALS, replace: 'zh: 图纸,', by: 'zh: 图纸, fr: Plans,' }),
    );
    expect(placesOf(mistakes)).toEqual([`${MATERIALS}:3:43 key-unknown`]);
    expect(mistakes[0]).toMatchObject({ path: 'materials[1].name.fr', facts: { key: 'fr' } });
  });

  it('is told all its mistakes at once', () => {
    const wrong = `item: eia
name: { zh: 环评, en: EIA }
kind: quick
department: Ecology
limits:
  - { kind: statutory, amount: 0, unit: days, starts: received, source: { estimate: x } }
`;
    expect(told(wrong, 'catalogue/items/eia.yaml')).toEqual([
      'catalogue/items/eia.yaml:3:7 value-not-allowed',
      'catalogue/items/eia.yaml:4:13 value-malformed',
      'catalogue/items/eia.yaml:6:32 value-too-small',
      'catalogue/items/eia.yaml:6:41 value-not-allowed',
    ]);
  });

  it('is told by the kind of writing that was expected', () => {
    const facts = (replace: string, by: string) =>
      check(soundWorkflows({ file: 'catalogue/instruments.yaml', replace, by })).mistakes[0]?.facts;
    expect(facts('2027-12-31', '2027-02-30')).toEqual({ expected: 'date', found: '2027-02-30' });
    expect(facts('instrument: trial-notice', 'instrument: Trial_Notice')).toEqual({
      expected: 'slug',
      found: 'Trial_Notice',
    });
  });

  it('is told by the form of a source that fits best, or by all of them', () => {
    const eia = 'catalogue/items/eia.yaml';
    const source = (by: string) => {
      const { mistakes } = check(
        soundWorkflows({
          file: eia,
          replace: "source: { instrument: licensing-law, article: '42' }",
          by: `source: ${by}`,
        }),
      );
      return mistakes.map(({ code, facts }) => [code, facts]);
    };
    expect(source('{ instrument: licensing-law, article: 42 }')).toEqual([
      ['value-of-wrong-type', { expected: 'string', found: 'number' }],
    ]);
    expect(source('{ law: licensing-law }')).toEqual([
      ['no-form-fits', { forms: ['instrument', 'estimate'] }],
    ]);
  });

  it('is told that tolerance, commitment and deemed consent need an instrument', () => {
    const { mistakes } = check(
      soundWorkflows({
        file: 'catalogue/items/design.yaml',
        replace: "deemedConsent: { instrument: trial-notice, article: '3' }",
        by: 'deemedConsent: { estimate: everybody does it }',
      }),
    );
    expect(placesOf(mistakes)).toEqual(['catalogue/items/design.yaml:7:18 instrument-required']);
    expect(mistakes[0]?.facts).toEqual({ what: 'deemedConsent' });
  });
});

describe('any damage to any file', () => {
  const files = soundWorkflows();
  const junk = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.constantFrom(
      '\n',
      '  ',
      '- ',
      ': ',
      '{',
      ']',
      '"',
      '&a ',
      '*a',
      '!!',
      '|\n',
      '---\n',
      'null',
    ),
  );
  const damage = fc.record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    removed: fc.nat(30),
    junk,
  });

  it('is answered with mistakes at places that exist, never with a throw', () => {
    fc.assert(
      fc.property(damage, ({ file: { file, text }, at, removed, junk: put }) => {
        const from = Math.floor(at * text.length);
        const broken = text.slice(0, from) + put + text.slice(from + removed);
        const sources = withFile(files, file, broken);
        const { mistakes, warnings } = check(sources);
        for (const one of [...mistakes, ...warnings]) {
          const lines = sources.find((source) => source.file === one.file)?.text.split('\n') ?? [];
          expect(one.line).toBeLessThanOrEqual(lines.length);
          expect(one.column).toBeLessThanOrEqual((lines[one.line - 1]?.length ?? 0) + 1);
        }
      }),
      { numRuns: 60 },
    );
  });
});
