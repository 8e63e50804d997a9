/** Worked examples are replayed by the decider that decides real dossiers. */
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  checkLoaded,
  checkWorkflows,
} from '../../../../src/application/examples/check-workflows.ts';
import { readWorkflows } from '../../../../src/workflow/loading/load-workflows.ts';
import type { SourceText } from '../../../../src/workflow/loading/source-document.ts';
import { soundExamples } from '../../../support/definitions/sound-examples.ts';
import {
  CHECK_DAY,
  placesOf,
  soundWorkflows,
  withFile,
} from '../../../support/definitions/sound-workflows.ts';

const ALL = [...soundWorkflows(), ...soundExamples()];
const GRANTED = 'build/examples/granted.yaml';

function mistakesOf(sources: readonly SourceText[]) {
  return checkLoaded(readWorkflows(sources), CHECK_DAY).mistakes;
}

/** The mistakes that one change of an example brings about. */
function after(replace: string, by: string, file = GRANTED) {
  const text = ALL.find((one) => one.file === file)?.text ?? '';
  expect(text).toContain(replace);
  return mistakesOf(withFile(ALL, file, text.replace(replace, by)));
}

describe('the worked examples of a procedure', () => {
  it('go as their authors say, and together reach every ending there is', () => {
    expect(mistakesOf(ALL)).toEqual([]);
  });

  it('are asked for where an ending is reached by none of them', () => {
    const without = (file: string) => mistakesOf(ALL.filter((one) => one.file !== file));
    expect(without('build/examples/given-up.yaml').map(({ facts }) => facts)).toEqual([
      { ending: 'abandoned' },
      { kind: 'instant', ending: 'dropped' },
      { kind: 'external', ending: 'failed' },
      { kind: 'external', ending: 'dropped' },
      { kind: 'joint', ending: 'dropped' },
    ]);
    expect(
      without('build/examples/no-permit.yaml').map(({ code, facts }) => [code, facts]),
    ).toEqual([
      ['example-item-ending-missing', { kind: 'promised', ending: 'rejected' }],
      ['example-stage-ending-missing', { stage: 'works', ending: 'rejected' }],
    ]);
    expect(placesOf(without(GRANTED))).toContain(
      'build/procedure.yaml:1:1 example-dossier-ending-missing',
    );
  });

  it('are read like every other file, with line and column', () => {
    expect(placesOf(after('- finish: works', '- finsh: works'))).toEqual([
      `${GRANTED}:13:5 no-form-fits`,
    ]);
  });

  it('answer questions of the form, with answers it takes', () => {
    const wrong = after('  area: 6000\n  eiaKind: form\n', '  area: many\n  kind: form\n');
    expect(placesOf(wrong)).toEqual([
      `${GRANTED}:4:9 example-answer-wrong`,
      `${GRANTED}:5:9 example-answer-wrong`,
    ]);
    expect(wrong.map(({ facts }) => facts)).toEqual([
      { question: 'area', problem: 'wrong-type' },
      { question: 'kind', problem: 'unknown-field' },
    ]);
  });
});

describe('a step', () => {
  it('that the office refuses is told with the refusal', () => {
    const refused = after('  - finish: start\n', '  - conclude: start\n');
    expect(placesOf(refused)).toEqual([`${GRANTED}:10:5 example-step-refused`]);
    expect(refused[0]?.facts).toEqual({
      command: 'ConcludeStage',
      refusal: 'stage-items-open',
      detail: ['stage: start', 'items: filing, land, design'],
    });
  });

  it('may expect its refusal, and is told where it is not refused so', () => {
    expect(placesOf(after('refused: stage-items-open', 'refused: stage-concluded'))).toEqual([
      `${GRANTED}:11:5 example-step-refused`,
    ]);
    const done = after('  - finish: works\n', '  - finish: works\n    refused: stage-items-open\n');
    expect(placesOf(done)).toEqual([`${GRANTED}:13:5 example-step-not-refused`]);
  });

  it('that no way of the machine leads to is told with the state', () => {
    const impossible = after('  - finish: start\n', '  - reject: permit\n');
    expect(placesOf(impossible)).toEqual([`${GRANTED}:10:5 example-step-impossible`]);
    expect(impossible[0]?.facts).toEqual({ item: 'permit', state: 'waiting-approving' });
  });

  it('that cannot finish a stage names what is left', () => {
    const stuck = after('  - finish: start\n', '  - reject: filing\n  - finish: start\n');
    expect(placesOf(stuck)).toEqual([`${GRANTED}:11:5 example-stage-stuck`]);
    expect(stuck[0]?.facts).toEqual({ stage: 'start', items: ['land', 'design'] });
  });

  it('names items and stages of the procedure', () => {
    expect(after('- correct: eia', '- correct: aie')[0]?.facts).toMatchObject({
      refusal: 'item-unknown',
    });
    expect(after('- finish: start', '- finish: strat')[0]?.facts).toMatchObject({
      refusal: 'stage-unknown',
    });
  });
});

describe('what an example expects', () => {
  it('is compared for items, stages and the dossier', () => {
    const differs = after(
      `  items: { design: approved, land: reached, permit: approved }
  stages: { start: approved, works: approved }
  dossier: approved
`,
      `  items: { design: rejected, heritage: approved }
  stages: { start: open }
  dossier: abandoned
`,
    );
    expect(differs.map(({ facts }) => facts)).toEqual([
      { of: 'design', expected: 'rejected', found: 'approved' },
      { of: 'heritage', expected: 'approved', found: 'not in the dossier' },
      { of: 'start', expected: 'open', found: 'approved' },
      { of: 'dossier', expected: 'abandoned', found: 'approved' },
    ]);
    expect(placesOf(differs)[0]).toBe(`${GRANTED}:16:20 example-outcome-differs`);
  });
});

describe('the definitions that come with the program', () => {
  it('are right, with their examples', async () => {
    const folder = join(import.meta.dirname, '..', '..', '..', '..', 'workflows');
    const { mistakes, definitions } = await checkWorkflows(folder, CHECK_DAY);
    expect(placesOf(mistakes)).toEqual([]);
    expect(definitions.map(({ definition }) => definition.procedure)).toEqual([
      'biz-register',
      'ent-commitment',
      'ent-general',
      'ent-simple',
      'gov-building',
    ]);
  });
});
