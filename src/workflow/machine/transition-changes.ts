import type { ItemSignal, ItemStep } from '../../domain/dossier/signal.ts';
import type { TransitionChange } from '../definition/vocabulary.ts';
import { isItemSignal } from './item-turns.ts';
import type { StepShapes } from './item-steps.ts';

/** A change of a transition that means nothing in the item's machine. */
export interface TransitionProblem {
  /** Place of the change in `transitions:`. */
  readonly index: number;
  readonly problem:
    | 'unknown-from'
    | 'unknown-to'
    | 'unknown-signal'
    | 'from-an-ending' // an ending is left by a new application only
    | 'nothing-to-take-away';
  readonly name: string;
}

/** What is wrong with the changes, in their order; each is judged after those before it. */
export function transitionProblems(
  steps: StepShapes,
  changes: readonly TransitionChange[],
): readonly TransitionProblem[] {
  let changed = steps;
  return changes.flatMap((change, index) => {
    const found = problemOf(changed, change);
    if (found) return [{ index, ...found }];
    changed = applyChange(changed, change);
    return [];
  });
}

/**
 * The states with the changes applied one after the other; they must have no problems. A procedure
 * that has nothing decided in advance, or not by itself, loses the states that exist for that.
 */
export function changeTransitions(
  steps: StepShapes,
  changes: readonly TransitionChange[],
): StepShapes {
  return [PREPARED, PASSED_THROUGH].reduce(withoutUnused, changes.reduce(applyChange, steps));
}

const PREPARED = 'waiting-ready';
/** Left by itself in the moment of arrival, so no change may lead there and get stuck. */
const PASSED_THROUGH = 'releasing';

function withoutUnused(steps: StepShapes, name: ItemStep): StepShapes {
  const isUsed = Object.values(steps).some(({ hears }) => Object.values(hears).includes(name));
  const { [name]: _, ...others } = steps;
  return isUsed ? steps : others;
}

function problemOf(
  steps: StepShapes,
  change: TransitionChange,
): Pick<TransitionProblem, 'problem' | 'name'> | undefined {
  const { [PASSED_THROUGH]: _, ...nameable } = steps;
  const from = nameable[change.from];
  if (!from) return { problem: 'unknown-from', name: change.from };
  if (from.ending !== undefined) return { problem: 'from-an-ending', name: change.from };
  if (!isItemSignal(change.on)) return { problem: 'unknown-signal', name: change.on };
  if (change.to === undefined) {
    return from.hears[change.on] === undefined
      ? { problem: 'nothing-to-take-away', name: change.on }
      : undefined;
  }
  return nameable[change.to] ? undefined : { problem: 'unknown-to', name: change.to };
}

function applyChange(steps: StepShapes, change: TransitionChange): StepShapes {
  const from = steps[change.from];
  if (!from) return steps;
  const { [change.on as ItemSignal]: _, ...kept } = from.hears;
  const hears: Partial<Record<ItemSignal, ItemStep>> =
    change.to === undefined ? kept : { ...from.hears, [change.on]: change.to };
  return { ...steps, [change.from]: { ...from, hears } };
}
