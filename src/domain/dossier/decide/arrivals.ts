import type { ItemSlug } from '../../../kernel/ids.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierEvent, DossierEventOf } from '../events.ts';
import { evolve } from '../evolve.ts';
import { itemIn, modelOf } from '../evolve/stepping.ts';
import { nextPaperNumber } from '../paper-number.ts';
import { prerequisitesMet } from '../prerequisites.ts';
import type { Procedure } from '../procedure.ts';
import type { Dossier, ItemState, OpenDossierState } from '../state.ts';

/** Why prerequisites may be met now: one item changed, or anything may have. */
type Cause = ItemSlug | 'anything';

/**
 * The events with what follows from them at the same moment: every waiting item whose
 * prerequisites are met now is accepted, and an approval that stood prepared takes effect, which
 * may reach further items (Binzhou art 16, Zhejiang art 5).
 */
export function withArrivals(
  before: OpenDossierState,
  events: readonly DossierEvent[],
  circumstances: Circumstances,
): readonly DossierEvent[] {
  const causes = events.flatMap(causeOf);
  if (causes.length === 0 || !Object.values(before.items).some(isWaiting)) return events;
  const all = [...events];
  const procedure = procedureAfter(events, circumstances);
  const happen = (event: DossierEvent, dossier: Dossier) =>
    evolve(dossier, event, circumstances, procedure);
  let dossier = events.reduce<Dossier>((state, event) => happen(event, state), before);
  for (const cause of causes) {
    for (const { item } of Object.values(dossier.items)) {
      const arrived = isArrived(item, cause, dossier, procedure);
      for (const event of arrived ? arrivalOf(item, cause, dossier, procedure) : []) {
        dossier = happen(event, dossier);
        all.push(event);
        causes.push(...causeOf(event));
      }
    }
  }
  return all;
}

function causeOf(event: DossierEvent): readonly Cause[] {
  switch (event.type) {
    case 'ItemApproved':
    case 'MilestoneReached':
    case 'ItemAdded':
    case 'ItemDropped':
      return [event.data.item];
    case 'SuperiorAnswered':
      return event.data.answer === 'approved' ? [event.data.item] : [];
    case 'FormFilled':
    case 'ItemsMatched':
    case 'ProcedureMoved':
      return ['anything'];
    default:
      return [];
  }
}

function procedureAfter(events: readonly DossierEvent[], circumstances: Circumstances): Procedure {
  const { procedure, nextProcedure } = circumstances;
  const isMove = events.some(({ type }) => type === 'ProcedureMoved');
  return isMove && nextProcedure ? nextProcedure : procedure;
}

function isWaiting({ phase }: ItemState): boolean {
  return phase === 'waiting';
}

function isArrived(slug: ItemSlug, cause: Cause, dossier: Dossier, procedure: Procedure): boolean {
  const item = itemIn(dossier, slug);
  if (!isWaiting(item)) return false;
  const model = modelOf(procedure, slug);
  return (
    (cause === 'anything' || model.needs.includes(cause)) &&
    model.table.next(item.step, 'PrerequisitesArrived') !== undefined &&
    prerequisitesMet(dossier, model)
  );
}

function arrivalOf(
  item: ItemSlug,
  cause: Cause,
  dossier: Dossier,
  procedure: Procedure,
): readonly DossierEvent[] {
  const notice = nextPaperNumber(dossier);
  const data: DossierEventOf<'PrerequisitesArrived'>['data'] =
    cause === 'anything' ? { item, notice } : { item, arrived: cause, notice };
  const arrival: DossierEvent = { type: 'PrerequisitesArrived', data };
  const { step, prepared } = itemIn(dossier, item);
  const { table } = modelOf(procedure, item);
  const next = table.next(step, 'PrerequisitesArrived');
  const isReleased =
    prepared !== undefined && next !== undefined && table.next(next, 'Approved') !== undefined;
  return isReleased
    ? [arrival, { type: 'ItemApproved', data: { item, ...prepared, onArrival: true } }]
    : [arrival];
}
