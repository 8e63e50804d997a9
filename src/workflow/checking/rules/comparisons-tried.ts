import { questionValues } from '../../expression/question-values.ts';
import { mistake } from '../../loading/mistake.ts';
import type { ProofRule } from '../subject.ts';

/**
 * Where answers are reckoned with, no finite list of answers stands for all: the proofs then hold
 * for the answers tried only, and say so (a warning).
 */
export const comparisonsTried: ProofRule = ({ asked, expressions, param }) =>
  expressions.flatMap((place) => {
    const questions = asked
      .map(({ question }) => questionValues(question, [place.compiled], param))
      .filter(({ isExact }) => !isExact)
      .map(({ id }) => id);
    if (questions.length === 0) return [];
    const facts = { expression: place.text, questions };
    return [mistake('comparison-not-tried', place.where(0), facts)];
  });
