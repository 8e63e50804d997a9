import type { ItemEnding, ItemStep } from '../../domain/dossier/signal.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { ExploredItemTable } from './item-table.ts';

/** Every step that some history leads to from the given one, itself included. */
export function reachableSteps(
  table: ExploredItemTable,
  from: ItemStep = table.initial,
): ReadonlySet<ItemStep> {
  invariant(table.has(from), `the table has the step ${from}`);
  const reached = new Set([from]);
  for (const step of reached) for (const { to } of table.leaving(step)) reached.add(to);
  return reached;
}

export function reachableEndings(
  table: ExploredItemTable,
  from: ItemStep = table.initial,
): ReadonlySet<ItemEnding> {
  return new Set([...reachableSteps(table, from)].flatMap((step) => table.ending(step) ?? []));
}

/** Steps from which the item cannot end at all, whatever anybody does. */
export function deadSteps(table: ExploredItemTable): readonly ItemStep[] {
  return table.steps.filter((step) => reachableEndings(table, step).size === 0);
}
