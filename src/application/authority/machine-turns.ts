import type { ItemTable, ItemTransition } from '../../domain/dossier/procedure.ts';
import type { ItemStep } from '../../domain/dossier/signal.ts';
import type { CommandType } from './command.ts';

type Turns = ReadonlyMap<string, readonly ItemTransition[]>;

interface TurnsOfTable {
  readonly inStep: ReadonlyMap<ItemStep, Turns>;
  readonly anywhere: Turns;
}

const known = new WeakMap<ItemTable, TurnsOfTable>();

/** The turns by which the machine offers the command in this step. */
export function turnsInStep(
  table: ItemTable,
  step: ItemStep,
  command: CommandType,
): readonly ItemTransition[] | undefined {
  return turnsOf(table).inStep.get(step)?.get(command);
}

/**
 * The turns by which the machine offers the command in any step: whoever may do it at some time may
 * ask at a wrong time too, and then hears from the decider what is wrong with the order.
 */
export function turnsAnywhere(
  table: ItemTable,
  command: CommandType,
): readonly ItemTransition[] | undefined {
  return turnsOf(table).anywhere.get(command);
}

function turnsOf(table: ItemTable): TurnsOfTable {
  const before = known.get(table);
  if (before) return before;
  const inStep = new Map<ItemStep, Turns>();
  const open = [table.initial];
  for (const step of open) {
    if (inStep.has(step)) continue;
    const leaving = table.leaving(step);
    inStep.set(step, byCommand(leaving));
    open.push(...leaving.map(({ to }) => to));
  }
  const everywhere = [...inStep.keys()].flatMap((step) => table.leaving(step));
  const turns = { inStep, anywhere: byCommand(everywhere) };
  known.set(table, turns);
  return turns;
}

function byCommand(transitions: readonly ItemTransition[]): Turns {
  const turns = new Map<string, ItemTransition[]>();
  for (const transition of transitions) {
    if (transition.command === undefined) continue;
    const same = turns.get(transition.command);
    if (same) same.push(transition);
    else turns.set(transition.command, [transition]);
  }
  return turns;
}
