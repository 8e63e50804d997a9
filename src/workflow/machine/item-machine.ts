import { createMachine, type AnyStateMachine } from 'xstate';
import type { ItemEnding, ItemPhase, ItemSignal, ItemStep } from '../../domain/dossier/signal.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { ResolvedItem } from '../definition/definition.ts';
import { planItem } from './item-plan.ts';
import { stepsOf, type StepShape } from './item-steps.ts';
import { turnsOf, type Turn } from './item-turns.ts';
import {
  changeTransitions,
  transitionProblems,
  type TransitionProblem,
} from './transition-changes.ts';

/** `meta` of a state. */
export interface StepMeta {
  readonly phase: ItemPhase;
  readonly ending?: ItemEnding;
  readonly granted: boolean;
}

/** `meta` of a transition: whose acts bring it about, none where it follows from something else. */
export interface TransitionMeta {
  readonly turns: readonly Turn[];
}

interface StateConfig {
  readonly type?: 'final';
  readonly meta: StepMeta;
  readonly on: Readonly<
    Record<string, { readonly target: ItemStep; readonly meta: TransitionMeta }>
  >;
}

export interface ItemMachineConfig {
  readonly id: string;
  readonly initial: ItemStep;
  readonly states: Readonly<Record<ItemStep, StateConfig>>;
}

/** What is wrong with the item's `transitions:`; `itemMachine` demands that nothing is. */
export function itemTransitionProblems(item: ResolvedItem): readonly TransitionProblem[] {
  return transitionProblems(stepsOf(planItem(item)), item.transitions);
}

/**
 * The item's statechart as XState reads it: no guards, no context, no actors, so that it can be
 * explored whole. What lies outside the item reaches it as a signal.
 */
export function itemMachineConfig(item: ResolvedItem): ItemMachineConfig {
  const problems = itemTransitionProblems(item);
  invariant(
    problems.length === 0,
    `transitions of ${item.item} are checked: ${JSON.stringify(problems)}`,
  );
  const plan = planItem(item);
  const steps = changeTransitions(stepsOf(plan), item.transitions);
  const states = Object.entries(steps).map(([name, shape]) => [
    name,
    stateConfig(shape, (signal) => turnsOf(plan, name, signal)),
  ]);
  return {
    id: item.item,
    initial: item.kind === 'external' ? 'awaited' : 'planned',
    states: Object.fromEntries(states) as Record<ItemStep, StateConfig>,
  };
}

/** Stepped by `initialTransition` and `transition` alone; it never runs as an actor. */
export function itemMachine(item: ResolvedItem): AnyStateMachine {
  return createMachine(itemMachineConfig(item));
}

function stateConfig(
  shape: StepShape,
  turns: (signal: ItemSignal) => readonly Turn[],
): StateConfig {
  const { phase, ending, granted, hears } = shape;
  const on = Object.entries(hears).map(([signal, target]) => [
    signal,
    { target, meta: { turns: turns(signal as ItemSignal) } },
  ]);
  return {
    ...(ending === undefined ? {} : { type: 'final' }),
    meta: { phase, ...(ending === undefined ? {} : { ending }), granted },
    on: Object.fromEntries(on) as StateConfig['on'],
  };
}
