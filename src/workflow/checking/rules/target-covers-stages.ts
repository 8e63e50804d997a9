import { whereIn } from '../../loading/located.ts';
import { mistake } from '../../loading/mistake.ts';
import type { Rule } from '../subject.ts';

/** The stages together promise no more than the whole procedure does. */
export const targetCoversStages: Rule = ({ definition, procedure }) => {
  const { target, stages } = definition;
  if (!target) return [];
  const foreign = stages.flatMap(({ stage, promise }, index) =>
    promise.unit === target.unit ? [] : [{ stage, unit: promise.unit, index }],
  );
  if (foreign.length > 0) {
    return foreign.map(({ stage, unit, index }) =>
      mistake('target-not-comparable', whereIn(procedure, 'stages', index, 'promise', 'unit'), {
        stage,
        unit,
        targetUnit: target.unit,
      }),
    );
  }
  const sum = stages.reduce((days, { promise }) => days + promise.amount, 0);
  if (sum <= target.amount) return [];
  const facts = { sum, target: target.amount, unit: target.unit };
  return [mistake('target-exceeded', whereIn(procedure, 'target', 'amount'), facts)];
};
