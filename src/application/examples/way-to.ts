import type { ItemTransition } from '../../domain/dossier/procedure.ts';
import type { ItemSignal, ItemStep } from '../../domain/dossier/signal.ts';
import type { ExploredItemTable } from '../../workflow/machine/item-table.ts';

/** Where an item is sent, and what cannot be heard now. */
export interface Errand {
  isThere(step: ItemStep): boolean;
  isShut(step: ItemStep, signal: ItemSignal): boolean;
}

/** Nobody can bring prerequisites about by an act on the item itself, so this way is long. */
const WAITING_COST = 100;

/**
 * The first transition of the cheapest way through the item's table to where it is sent;
 * `undefined` where no way leads there. What can be done while prerequisites are missing is free, so
 * that it is done first.
 */
export function firstTransition(
  table: ExploredItemTable,
  from: ItemStep,
  errand: Errand,
): ItemTransition | undefined {
  const costs = new Map<ItemStep, number>([[from, 0]]);
  const firsts = new Map<ItemStep, ItemTransition>();
  const open = [from];
  for (const step of open) {
    for (const transition of table.leaving(step)) {
      if (errand.isShut(step, transition.on)) continue;
      const cost = (costs.get(step) ?? 0) + costOf(table, step, transition);
      if (cost >= (costs.get(transition.to) ?? Infinity)) continue;
      costs.set(transition.to, cost);
      firsts.set(transition.to, firsts.get(step) ?? transition);
      open.push(transition.to);
    }
  }
  const there = [...firsts.keys()].filter((step) => errand.isThere(step));
  const nearest = there.toSorted((a, b) => (costs.get(a) ?? 0) - (costs.get(b) ?? 0))[0];
  return nearest === undefined ? undefined : firsts.get(nearest);
}

function costOf(table: ExploredItemTable, step: ItemStep, transition: ItemTransition): number {
  if (transition.on === 'PrerequisitesArrived') return WAITING_COST;
  return table.phase(step) === 'waiting' ? 0 : 1;
}
