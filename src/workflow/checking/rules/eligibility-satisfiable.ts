import { members, whereIn } from '../../loading/located.ts';
import { mistake } from '../../loading/mistake.ts';
import { tryCombinations } from '../combinations.ts';
import type { ProofRule } from '../subject.ts';
import { tooManyCombinations } from '../too-many-combinations.ts';

/**
 * Some project may use the procedure: its conditions of eligibility do not shut out everybody. Each
 * is tried with those that share a question with it; the others cannot contradict it.
 */
export const eligibilitySatisfiable: ProofRule = (model) => {
  const { procedure } = model.subject;
  const rules = members(procedure, procedure.value.eligibility, 'eligibility');
  return rules.flatMap((rule, index) => {
    let isSatisfiable = false;
    const trial = tryCombinations(model, [model.eligibility[index]], () => {
      isSatisfiable = true;
      return 'stop';
    });
    if (isSatisfiable) return [];
    if (!trial.isComplete) return [tooManyCombinations(rule, trial)];
    return trial.isExact
      ? [mistake('eligibility-unsatisfiable', whereIn(rule, 'condition'), {})]
      : [];
  });
};
