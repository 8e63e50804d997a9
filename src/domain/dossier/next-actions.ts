import { dossierActions } from './next/dossier-level.ts';
import type { ItemAction, NextAction } from './next/next-action.ts';
import { exitsOf, turnsOf } from './next/turns.ts';
import { waitsOf } from './next/waits.ts';
import type { Procedure } from './procedure.ts';
import type { DossierState, ItemState, OpenDossierState } from './state.ts';

export type { ItemAction, NextAction, Turn } from './next/next-action.ts';

/** What a dossier is waiting for and from whom, in the order stages, intakes, items, the whole. */
export type NextActions = readonly NextAction[];

/**
 * What may happen next, by whom, and what it waits for. Whose turn it is in an item is read off the
 * table of its machine, so that it cannot disagree with what `decide` takes; the day an act is done
 * on is not known here, so a command may still be refused for its dates or its contents.
 */
export function nextActions(state: DossierState, procedure: Procedure): NextActions {
  if (state.status === 'none' || state.status === 'concluded' || state.status === 'abandoned') {
    return [];
  }
  const open = Object.values(state.items).filter(({ ending }) => ending === undefined);
  const items = open.map((item) => itemAction(item, state, procedure));
  const { stages, intakes, whole } = dossierActions(state, procedure);
  return [...stages, ...intakes, ...items, ...whole];
}

function itemAction(item: ItemState, dossier: OpenDossierState, procedure: Procedure): ItemAction {
  const { item: slug, stage, step, phase } = item;
  return {
    about: 'item',
    item: slug,
    stage,
    step,
    phase,
    turns: turnsOf(item, dossier, procedure),
    exits: exitsOf(item, dossier, procedure),
    waitsFor: waitsOf(item, dossier, procedure),
  };
}
