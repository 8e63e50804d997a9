import {
  initialTransition,
  transition,
  type AnyMachineSnapshot,
  type AnyStateMachine,
} from 'xstate';
import { invariant } from '../../kernel/invariant.ts';

/** Every state that a flat machine can be in, and where each signal leads from it. */
export interface Explored<Step extends string, Signal extends string> {
  readonly initial: Step;
  readonly rows: ReadonlyMap<Step, ReadonlyMap<Signal, Step>>;
}

/**
 * Walks the machine breadth first by `transition`, from its initial state. A signal that the
 * state does not hear leaves no entry.
 */
export function explore<Step extends string, Signal extends string>(
  machine: AnyStateMachine,
  signals: readonly Signal[],
): Explored<Step, Signal> {
  const [start] = initialTransition(machine) as [AnyMachineSnapshot, unknown];
  const rows = new Map<Step, ReadonlyMap<Signal, Step>>();
  const open = [start];
  for (const snapshot of open) {
    const step = snapshot.value as Step;
    if (rows.has(step)) continue;
    const row = new Map<Signal, Step>();
    for (const signal of signals) {
      const next = hear(machine, snapshot, signal);
      if (!next) continue;
      row.set(signal, next.value as Step);
      open.push(next);
    }
    rows.set(step, row);
  }
  return { initial: start.value as Step, rows };
}

/**
 * Asks the machine itself about every state it declares × every signal and compares. Called when a
 * procedure is compiled; a difference is a defect of ours and crashes.
 */
export function prove<Step extends string, Signal extends string>(
  machine: AnyStateMachine,
  signals: readonly Signal[],
  claimed: {
    readonly initial: Step;
    readonly steps: readonly Step[];
    next(step: Step, signal: Signal): Step | undefined;
  },
): void {
  const [start] = initialTransition(machine) as [AnyMachineSnapshot, unknown];
  invariant(start.value === claimed.initial, `${machine.id} starts in ${claimed.initial}`);
  const known = new Set(claimed.steps);
  for (const step of known) {
    const snapshot = machine.resolveState({
      value: step,
      context: undefined,
    }) as AnyMachineSnapshot;
    for (const signal of signals) {
      const next = hear(machine, snapshot, signal)?.value as Step | undefined;
      const sentence = `${machine.id}: ${step} on ${signal} leads to ${String(next)}`;
      invariant(claimed.next(step, signal) === next, sentence);
      invariant(next === undefined || known.has(next), `${sentence}, a step of the table`);
    }
  }
}

/** `undefined` where nothing hears the signal; staying by a transition is not the same as that. */
function hear(
  machine: AnyStateMachine,
  snapshot: AnyMachineSnapshot,
  signal: string,
): AnyMachineSnapshot | undefined {
  if (!snapshot.can({ type: signal })) return undefined;
  return transition(machine, snapshot, { type: signal })[0] as AnyMachineSnapshot;
}
