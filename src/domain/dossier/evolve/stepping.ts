import type { ItemSlug } from '../../../kernel/ids.ts';
import { invariant } from '../../../kernel/invariant.ts';
import type { Deed } from '../../post.ts';
import type { DossierEventOf, DossierEventType } from '../events.ts';
import { own } from '../own.ts';
import { nextPaperNumber } from '../paper-number.ts';
import type { MatchedItem } from '../parts.ts';
import type { ItemModel, ItemTable, Procedure } from '../procedure.ts';
import type { DossierSignal, ItemSignal, ItemStep } from '../signal.ts';
import type { Dossier, DossierFile, ItemState, OpenDossierState } from '../state.ts';

/** Who did it and when the office says it happened, from the event's envelope. */
export type Act = Pick<Deed, 'by' | 'occurredAt'>;

/** What an event is applied with beside its own data. */
export interface Setting {
  readonly act: Act;
  /** The version the dossier runs on; after a move the new one. */
  readonly procedure: Procedure;
}

/** Applies events of one type to an open dossier. */
export type Apply<Type extends DossierEventType> = (
  dossier: OpenDossierState,
  data: DossierEventOf<Type>['data'],
  setting: Setting,
) => Dossier;

export function itemIn(dossier: DossierFile, slug: ItemSlug): ItemState {
  const item = own(dossier.items, slug);
  invariant(item, `item ${slug} belongs to dossier ${dossier.number}`);
  return item;
}

export function modelOf(procedure: Procedure, slug: ItemSlug): ItemModel {
  const model = procedure.items.get(slug);
  invariant(model, `procedure ${procedure.ref.id} v${procedure.ref.version} has item ${slug}`);
  return model;
}

/** The item after its machine has heard the signal. A signal it cannot hear is a broken rule. */
export function stepped(item: ItemState, signal: ItemSignal, procedure: Procedure): ItemState {
  const { table } = modelOf(procedure, item.item);
  const step = table.next(item.step, signal);
  invariant(step !== undefined, `item ${item.item} hears ${signal} in step ${item.step}`);
  return standingIn(item, step, table);
}

/** The item in the step, with what the table says of that step. */
export function standingIn(item: ItemState, step: ItemStep, table: ItemTable): ItemState {
  const { ending: _, ...rest } = item;
  const ending = table.ending(step);
  const place = { step, phase: table.phase(step), granted: table.isGranted(step) };
  return ending === undefined ? { ...rest, ...place } : { ...rest, ...place, ending };
}

/** An item at the beginning of its machine. */
export function plannedItem(
  matched: MatchedItem,
  attempt: number,
  procedure: Procedure,
): ItemState {
  const { table } = modelOf(procedure, matched.item);
  const { item, stage, department } = matched;
  const fresh: ItemState = {
    item,
    stage,
    step: table.initial,
    phase: table.phase(table.initial),
    granted: table.isGranted(table.initial),
    attempt,
    opinions: {},
  };
  return department === undefined ? fresh : { ...fresh, department };
}

export function withItem<Kind extends DossierFile>(dossier: Kind, item: ItemState): Kind {
  return { ...dossier, items: { ...dossier.items, [item.item]: item } };
}

/** The dossier with each of the items changed; the others are shared with what it was. */
export function withItems<Kind extends DossierFile>(
  dossier: Kind,
  slugs: readonly ItemSlug[],
  change: (item: ItemState) => ItemState,
): Kind {
  const items: Record<ItemSlug, ItemState> = { ...dossier.items };
  for (const slug of slugs) items[slug] = change(itemIn(dossier, slug));
  return { ...dossier, items };
}

/** The dossier with one paper more, which must bear the next number. */
export function withPaper<Kind extends DossierFile>(dossier: Kind, number: string): Kind {
  invariant(number === nextPaperNumber(dossier), `paper ${number} is next in ${dossier.number}`);
  return { ...dossier, papers: dossier.papers + 1 };
}

/** The dossier after its own machine has heard a signal that leaves it open. */
export function inStatus(
  dossier: OpenDossierState,
  signal: Exclude<DossierSignal, 'Concluded' | 'Abandoned'>,
  procedure: Procedure,
): OpenDossierState {
  const status = procedure.nextStatus(dossier.status, signal);
  const open = status !== undefined && status !== 'concluded' && status !== 'abandoned';
  invariant(open, `dossier ${dossier.number} hears ${signal} as ${dossier.status}`);
  return status === dossier.status ? dossier : { ...dossier, status };
}

/** The first acceptance pins the dossier to its version; later ones find it so. */
export function accepted(dossier: OpenDossierState, procedure: Procedure): OpenDossierState {
  if (dossier.pinned) return dossier;
  return { ...inStatus(dossier, 'Accepted', procedure), pinned: true };
}
