import { own } from '../../domain/dossier/own.ts';
import { prerequisitesMet } from '../../domain/dossier/prerequisites.ts';
import type { ItemModel } from '../../domain/dossier/procedure.ts';
import type { ItemSignal, ItemStep } from '../../domain/dossier/signal.ts';
import type { DossierRefusal } from '../../domain/dossier/refusals.ts';
import type { ItemState } from '../../domain/dossier/state.ts';
import type { ItemSlug } from '../../kernel/ids.ts';
import type { ExploredItemTable } from '../../workflow/machine/item-table.ts';
import { actsFor, submission, type Proposal } from './acts.ts';
import type { Scene } from './scene.ts';
import { firstTransition } from './way-to.ts';

/** What keeps a step of an example from being done. */
export type Trouble =
  | { readonly kind: 'refused'; readonly command: string; readonly refusal: DossierRefusal }
  | { readonly kind: 'impossible'; readonly item: ItemSlug; readonly state: ItemStep };

/** Where an item is to be brought. */
export interface Goal {
  readonly proposal: Proposal;
  isReached(table: ExploredItemTable, step: ItemStep): boolean;
}

export function ending(wanted: string, proposal: Proposal = 'approve'): Goal {
  return { proposal, isReached: (table, step) => table.ending(step) === wanted };
}

/** No item has that many steps between it and an ending, whatever its definition adds. */
const ACTS_MAX = 200;

/**
 * Brings an item where it is sent, act by act, each by somebody who may. An item that has ended is
 * applied for again. `waits` where only the arrival of prerequisites leads on.
 */
export function drive(scene: Scene, slug: ItemSlug, goal: Goal): Trouble | 'there' | 'waits' {
  const known = itemAt(scene, slug);
  if ('refusal' in known) return { kind: 'refused', command: '', refusal: known.refusal };
  const { item, table } = known;
  let outcome = item.ending === undefined ? 'acted' : applyAgain(scene, known.item);
  for (let acts = 0; outcome === 'acted' && acts < ACTS_MAX; acts += 1) {
    const now = itemAt(scene, slug);
    if ('refusal' in now) return { kind: 'refused', command: '', refusal: now.refusal };
    if (goal.isReached(table, now.item.step)) return 'there';
    outcome = act(scene, goal, now);
  }
  return outcome === 'acted' ? { kind: 'impossible', item: slug, state: item.step } : outcome;
}

function applyAgain(scene: Scene, { item, stage }: ItemState): Outcome {
  const refusal = scene.perform(...submission(scene, stage, [item]));
  return refusal ? { kind: 'refused', command: 'SubmitApplication', refusal } : 'acted';
}

type Outcome = Trouble | 'acted' | 'waits';

interface Standing {
  readonly item: ItemState;
  readonly model: ItemModel;
  readonly table: ExploredItemTable;
}

/** The first act on the way to the goal. */
function act(scene: Scene, goal: Goal, { item, model, table }: Standing): Outcome {
  const transition = firstTransition(table, item.step, {
    isThere: (step) => goal.isReached(table, step),
    isShut: shutNow(table, prerequisitesMet(scene.dossier, model)),
  });
  if (!transition) return { kind: 'impossible', item: item.item, state: item.step };
  const deeds = actsFor({ scene, item, transition, proposal: goal.proposal });
  if (deeds.length === 0) return 'waits';
  const refusal = scene.perform(...deeds);
  const command = deeds.at(-1)?.command.type ?? '';
  return refusal ? { kind: 'refused', command, refusal } : 'acted';
}

function itemAt(scene: Scene, slug: ItemSlug): Standing | { readonly refusal: DossierRefusal } {
  const item = own(scene.dossier.items, slug);
  const model = scene.procedure.items.get(slug);
  if (!model) return { refusal: { code: 'item-unknown', facts: { item: slug } } };
  if (!item) return { refusal: { code: 'item-not-in-dossier', facts: { item: slug } } };
  return { item, model, table: model.table };
}

/** What is accepted now and what is deferred depends on the prerequisites, not on the machine. */
function shutNow(table: ExploredItemTable, isMet: boolean) {
  return (step: ItemStep, signal: ItemSignal): boolean => {
    if (table.phase(step) !== 'received') return false;
    if (isMet) return signal === 'Deferred';
    return signal === 'Accepted' || signal === 'Approved' || signal === 'Rejected';
  };
}
