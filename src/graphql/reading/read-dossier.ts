import { mayKnowContact, mayRead } from '../../application/authority/may-read.ts';
import { dossierEvents } from '../../application/dossiers/load-dossier.ts';
import { replayDossier, type AsOf } from '../../application/replay/replay-dossier.ts';
import { nextActions } from '../../domain/dossier/next-actions.ts';
import type { Dossier, DossierState } from '../../domain/dossier/state.ts';
import type { Position, Revision } from '../../eventstore/port.ts';
import type { DossierNumber } from '../../kernel/ids.ts';
import { invariant } from '../../kernel/invariant.ts';
import { NO_TRAIL, trailAfter, type DossierTrail } from '../../projections/dossier-trail.ts';
import type { ApiContext } from '../context.ts';
import type { DossierView } from '../views/dossier-view.ts';
import { actorIn, heldPosts } from './held-posts.ts';

/**
 * The dossier as it stands or stood, if the viewer may read it today. One that is not there and one
 * that is not theirs to read look the same: `undefined`.
 */
export async function readDossier(
  number: DossierNumber,
  asOf: AsOf,
  context: ApiContext,
): Promise<DossierView | undefined> {
  const { state, revision, position } = await context.dossiers.load(number);
  if (!isOpenTo(state, context)) return undefined;
  const now = { state, revision, position };
  const seen = asOf === 'now' ? now : await standing(number, asOf, context);
  if (!seen || seen.state.status === 'none') return undefined;
  invariant(seen.revision !== 'none' && seen.position, `${number} has events`);
  return viewOf(
    { ...seen, state: seen.state, revision: seen.revision, position: seen.position },
    context,
    state,
  );
}

/** Who asks, and what says which posts they hold. */
export type Asking = Pick<ApiContext, 'viewer' | 'organisation' | 'now'>;

/** Whether the viewer may read the dossier in any post held right now. */
export function isOpenTo(state: DossierState, asking: Asking): state is Dossier {
  return state.status !== 'none' && actorsOf(asking).some((actor) => mayRead(actor, state));
}

/** The viewer in each of the posts held right now, which may be others than at the request's start. */
function actorsOf({ viewer, organisation, now }: Asking) {
  if (!viewer) return [];
  return heldPosts(organisation.current(), viewer.person, now()).map(actorIn);
}

interface Seen<State> {
  readonly state: State;
  readonly revision: Revision | 'none';
  readonly position?: Position | undefined;
}

async function standing(
  number: DossierNumber,
  asOf: AsOf,
  { replay }: ApiContext,
): Promise<Seen<DossierState> | undefined> {
  let seen: Seen<DossierState> | undefined;
  for await (const { recorded, state } of replayDossier(number, asOf, replay)) {
    seen = { state, revision: recorded.revision, position: recorded.position };
  }
  return seen;
}

/** @param today the dossier as it stands: who may see personal data is never asked of the past */
function viewOf(
  seen: { readonly state: Dossier; readonly revision: Revision; readonly position: Position },
  context: ApiContext,
  today: Dossier,
): DossierView {
  const procedure = context.library.published(seen.state.procedure);
  let trail: Promise<DossierTrail> | undefined;
  return {
    ...seen,
    procedure,
    next: nextActions(seen.state, procedure),
    knowsContact: actorsOf(context).some((actor) => mayKnowContact(actor, today)),
    trail: () => (trail ??= readTrail(seen.state.number, seen.revision, context)),
  };
}

async function readTrail(
  number: DossierNumber,
  upTo: Revision,
  { replay }: ApiContext,
): Promise<DossierTrail> {
  let trail = NO_TRAIL;
  for await (const page of dossierEvents(number, replay, 0 as Revision)) {
    for (const recorded of page) {
      if (recorded.revision > upTo) return trail;
      trail = trailAfter(trail, recorded);
    }
  }
  return trail;
}
