/**
 * The check of stage promises leaves out conditions and answers that cannot matter. Here random
 * procedures are played through answer by answer, without any such cleverness, and must agree.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check, soundWorkflows, withFile } from '../../../support/definitions/sound-workflows.ts';

const QUESTIONS = 4;

interface RandomItem {
  readonly days: number;
  /** Applies where the question has this answer; always without one. */
  readonly when: { readonly question: number; readonly answer: boolean } | undefined;
  /** All of these, each of which is any of those: earlier items by number. */
  readonly needs: readonly (readonly number[])[];
  readonly stage: number;
  readonly due: number;
}

interface RandomProcedure {
  readonly items: readonly RandomItem[];
  readonly promises: readonly [number, number];
}

const randomItem = (index: number): fc.Arbitrary<RandomItem> =>
  fc
    .record({
      days: fc.integer({ min: 1, max: 9 }),
      when: fc.option(fc.record({ question: fc.nat(QUESTIONS - 1), answer: fc.boolean() }), {
        nil: undefined,
      }),
      needs:
        index === 0
          ? fc.constant([])
          : fc.array(fc.array(fc.nat(index - 1), { minLength: 1, maxLength: 2 }), { maxLength: 3 }),
      stages: fc.constantFrom<readonly [number, number]>([0, 0], [0, 1], [1, 1]),
    })
    .map(({ stages: [stage, due], ...rest }) => ({ ...rest, stage, due }));

const randomProcedure: fc.Arbitrary<RandomProcedure> = fc.record({
  items: fc.tuple(...Array.from({ length: 6 }, (_, index) => randomItem(index))).map((items) =>
    items.map((item) => ({
      ...item,
      needs: item.needs
        .map((any) => any.filter((one) => (items[one]?.due ?? 9) <= item.due))
        .filter((any) => any.length > 0),
    })),
  ),
  promises: fc.tuple(fc.integer({ min: 3, max: 20 }), fc.integer({ min: 3, max: 20 })),
});

function sourcesOf({ items, promises }: RandomProcedure) {
  const name = (index: number) => `item${index}`;
  const use = (item: RandomItem, index: number) => {
    const when = item.when && `${item.when.answer ? '' : '!'}form.q${item.when.question}`;
    const needs = item.needs
      .map((any) => `(${any.map((one) => `doneIfDue("${name(one)}")`).join(' || ')})`)
      .join(' && ');
    return [
      `      - item: ${name(index)}`,
      `        dueBy: stage${item.due}`,
      ...(when === undefined ? [] : [`        when: '${when}'`]),
      ...(needs === '' ? [] : [`        needs: '${needs}'`]),
    ];
  };
  const stage = (number: 0 | 1) => [
    `  - stage: stage${number}`,
    '    name: { zh: 甲, en: A }',
    '    lead: planning',
    `    promise: { amount: ${promises[number]}, unit: working-days, source: { estimate: x } }`,
    '    items:',
    `      - { item: land, dueBy: stage${number} }`.replace(
      'land',
      number === 0 ? 'land' : 'other',
    ),
    ...items.flatMap((item, index) => (item.stage === number ? use(item, index) : [])),
  ];
  const procedure = [
    'procedure: random',
    'version: 1',
    'name: { zh: 甲, en: A }',
    'purpose: { zh: 甲, en: A }',
    'projectCode: not-used',
    'form:',
    ...Array.from(
      { length: QUESTIONS },
      (_, index) => `  - { id: q${index}, type: boolean, label: { zh: 甲, en: A } }`,
    ),
    'stages:',
    ...stage(0),
    ...stage(1),
    '',
  ].join('\n');
  const external = (slug: string) => `item: ${slug}\nname: { zh: 甲, en: A }\nkind: external\n`;
  const lists = soundWorkflows().filter(({ file }) => /catalogue\/[a-z]+\.yaml/.test(file));
  const all = items.map(({ days }, index) => ({
    file: `catalogue/items/${name(index)}.yaml`,
    text: `item: ${name(index)}
name: { zh: 甲, en: A }
kind: promised
department: planning
limits:
  - { kind: promised, amount: ${days}, unit: working-days, starts: accepted, source: { estimate: x } }
`,
  }));
  const milestones = ['land', 'other'].map((slug) => ({
    file: `catalogue/items/${slug}.yaml`,
    text: external(slug),
  }));
  return withFile([...lists, ...all, ...milestones], 'random/procedure.yaml', procedure);
}

/** For each stage whether something due by its end comes too late under some answers. */
function overruns(procedure: RandomProcedure): readonly boolean[] {
  const everyAnswer = Array.from({ length: 2 ** QUESTIONS }, (_, answers) => answers);
  return [0, 1].map((judged) =>
    everyAnswer.some((answers) => isTooLate(procedure, judged, answers)),
  );
}

function isTooLate({ items, promises }: RandomProcedure, judged: number, answers: number): boolean {
  const begins = [0, promises[0], promises[0] + promises[1]];
  const endOf = (stage: number) => begins[stage + 1] ?? Infinity;
  const through: number[] = [];
  for (const item of items) {
    const ready = item.needs.map((any) => Math.min(...any.map((one) => through[one] ?? 0)));
    const end = Math.max(begins[item.stage] ?? 0, ...ready) + item.days;
    const told = item.due < judged ? Math.min(end, endOf(item.due)) : end;
    through.push(appliesUnder(item, answers) ? told : 0);
  }
  return items.some(({ due }, index) => due === judged && (through[index] ?? 0) > endOf(judged));
}

function appliesUnder({ when }: RandomItem, answers: number): boolean {
  if (when === undefined) return true;
  const isYes = Math.floor(answers / 2 ** when.question) % 2 === 1;
  return isYes === when.answer;
}

describe('the critical path of any procedure', () => {
  it('is too long exactly where playing all answers through shows it to be', () => {
    fc.assert(
      fc.property(randomProcedure, (procedure) => {
        const { mistakes } = check(sourcesOf(procedure));
        expect(mistakes.filter(({ code }) => code !== 'promise-exceeded')).toEqual([]);
        const told = mistakes.flatMap((one) =>
          one.code === 'promise-exceeded' ? [one.facts.stages.at(-1)] : [],
        );
        const expected = overruns(procedure).flatMap((isOver, index) =>
          isOver ? [`stage${index}`] : [],
        );
        expect(told).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });
});
