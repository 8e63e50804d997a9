import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../../../src/domain/dossier/procedure.ts';
import { satisfiableCombinations } from '../../../../src/workflow/expression/combinations.ts';
import { readAnswers } from '../../../../src/workflow/expression/read-answers.ts';
import { compiled, facts, SAMPLE } from './sample-scope.ts';

const asked = SAMPLE.form.map((question) => ({
  question,
  ...(question.when === undefined ? {} : { when: compiled(question.when) }),
}));
const varying = { asked, param: { bigArea: 5000 } };

function valuesOf(id: string, text: string): readonly (Answer | undefined)[] {
  const { answers } = satisfiableCombinations([compiled(text)], varying);
  return [...new Set(answers.map((one) => one[id]))];
}

describe('the combinations of answers that expressions can tell apart', () => {
  it('are every option, both truths, and numbers on either side of what they are compared with', () => {
    expect(valuesOf('landBy', 'form.landBy == "transfer"')).toEqual(['transfer', 'allocation']);
    expect(valuesOf('civil', 'form.civil')).toEqual([false, true]);
    expect(valuesOf('area', 'form.area >= param.bigArea')).toEqual([4999, 5000, 5001]);
    expect(valuesOf('area', 'form.area > 0 && form.area < 1')).toEqual([0, 0.5, 1, 2]);
    expect(valuesOf('note', 'form.note == "急"')).toEqual([undefined, '其他', '急']);
  });

  it('vary no question that is not mentioned', () => {
    const { answers, questions, coverage } = satisfiableCombinations(
      [compiled('form.civil'), compiled('form.landBy == "transfer"')],
      varying,
    );
    expect(questions).toEqual(['landBy', 'civil']);
    expect(answers).toHaveLength(4);
    expect(coverage).toBe('all');
  });

  it('answer no question that is hidden', () => {
    const { answers, questions } = satisfiableCombinations([compiled('form.basement')], varying);
    expect(questions).toEqual(['civil', 'basement']);
    expect(answers).toEqual([
      { civil: false },
      { civil: true, basement: false },
      { civil: true, basement: true },
    ]);
  });

  it('say so where they are only examples', () => {
    const sums = satisfiableCombinations([compiled('form.area * 2 > 10')], varying);
    expect(sums.coverage).toBe('sampled');
  });

  it('say so where they are too many, and then have every pair of values', () => {
    const texts = ['form.landBy == "transfer"', 'form.area > 3', 'form.civil', 'form.note == "a"'];
    const all = satisfiableCombinations(texts.map(compiled), varying);
    const some = satisfiableCombinations(texts.map(compiled), varying, 10);
    expect(all.coverage).toBe('all');
    expect(all.answers).toHaveLength(2 * 3 * 2 * 3);
    expect(some.coverage).toBe('pairs');
    expect(some.answers.length).toBeLessThan(all.answers.length);
    for (const left of some.questions) {
      for (const right of some.questions.filter((one) => one !== left)) {
        const met = (answers: typeof all.answers) =>
          new Set(answers.map((one) => JSON.stringify([one[left], one[right]])));
        expect(met(some.answers)).toEqual(met(all.answers));
      }
    }
  });

  it('leave out no way that an expression can go', () => {
    const texts = ['form.area >= 100', 'form.area < param.bigArea', 'form.landBy == "transfer"'];
    const expressions = texts.map(compiled);
    const outcome = (answers: Readonly<Record<string, Answer>>) => {
      const { complete: form } = readAnswers(asked, answers, varying.param);
      return JSON.stringify(expressions.map((one) => one.evaluate(facts({ form }))));
    };
    const known = new Set(satisfiableCombinations(expressions, varying).answers.map(outcome));
    const anybody = fc.record({
      landBy: fc.constantFrom('transfer', 'allocation'),
      area: fc.oneof(fc.double({ min: 0, max: 9000, noNaN: true }), fc.nat(6000)),
    });
    fc.assert(
      fc.property(anybody, (answers) => {
        expect(known.has(outcome(answers))).toBe(true);
      }),
    );
  });
});
