import { mistake } from '../../loading/mistake.ts';
import type { ProofRule } from '../subject.ts';

/**
 * Where answers are reckoned with one another, no finite list of answers stands for all: the
 * proofs then hold for the answers tried only, and say so (a warning).
 */
export const comparisonsTried: ProofRule = ({ candidates, expressions }) =>
  candidates.untried.flatMap(({ expression, start, questions }) =>
    expressions
      .filter(({ compiled }) => compiled === expression)
      .map((place) =>
        mistake('comparison-not-tried', place.where(start), {
          expression: expression.text,
          questions,
        }),
      ),
  );
