import { whereIn } from '../../loading/located.ts';
import { mistake } from '../../loading/mistake.ts';
import { tryCombinations } from '../combinations.ts';
import type { ProofRule } from '../subject.ts';
import { tooManyCombinations } from '../too-many-combinations.ts';

/** Some project may use the procedure: its conditions of eligibility do not shut out everybody. */
export const eligibilitySatisfiable: ProofRule = (model) => {
  const { procedure } = model.subject;
  let isSatisfiable = false;
  const trial = tryCombinations(model, model.eligibility, () => {
    isSatisfiable = true;
    return 'stop';
  });
  if (isSatisfiable) return [];
  if (!trial.isComplete) return [tooManyCombinations(procedure, trial)];
  if (!trial.isExact) return [];
  return [mistake('eligibility-unsatisfiable', whereIn(procedure, 'eligibility'), {})];
};
