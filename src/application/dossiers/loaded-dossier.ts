import type { Metadata, Recorded } from '../../codec/envelope.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import { evolve } from '../../domain/dossier/evolve.ts';
import type { Procedure, ProcedureRef } from '../../domain/dossier/procedure.ts';
import { NO_DOSSIER, type DossierState } from '../../domain/dossier/state.ts';
import type { Position, Revision } from '../../eventstore/port.ts';
import type { RequestId, Sha256 } from '../../kernel/ids.ts';
import { invariant } from '../../kernel/invariant.ts';

/** A folded dossier together with what its stream says about past requests. */
export interface LoadedDossier {
  readonly state: DossierState;
  /** `none` while the stream is not there. */
  readonly revision: Revision | 'none';
  /** Of the last event of the stream. */
  readonly position?: Position;
  /**
   * Every request that ever wrote to this dossier, with its outcome. It only grows, and the loads
   * of one dossier share it: copying it for each command would cost more than the decision.
   */
  readonly requests: Map<RequestId, PastRequest>;
}

export interface PastRequest {
  readonly commandHash: Sha256;
  /** Of the last event the request wrote. */
  readonly position: Position;
  readonly revision: Revision;
}

export function unloaded(): LoadedDossier {
  return { state: NO_DOSSIER, revision: 'none', requests: new Map() };
}

/** Finds a published procedure by its pinned reference. */
export type ProcedureFinder = (ref: ProcedureRef) => Procedure;

/** Adds recorded events to a loaded dossier; only `requests` is changed in place. */
export function withEvents(
  loaded: LoadedDossier,
  events: readonly Recorded<DossierEvent>[],
  procedureOf: ProcedureFinder,
): LoadedDossier {
  let state = loaded.state;
  const { requests } = loaded;
  for (const recorded of events) {
    state = evolveRecorded(state, recorded, procedureOf);
    requests.set(recorded.metadata.requestId, {
      commandHash: recorded.metadata.commandHash,
      position: recorded.position,
      revision: recorded.revision,
    });
  }
  const last = events.at(-1);
  if (last === undefined) return loaded;
  return { state, revision: last.revision, position: last.position, requests };
}

/** One event further. The event itself says under which version it must be read. */
export function evolveRecorded(
  state: DossierState,
  recorded: {
    readonly event: DossierEvent;
    readonly metadata: Pick<Metadata, 'actor' | 'occurredAt'>;
  },
  procedureOf: ProcedureFinder,
): DossierState {
  const { event, metadata } = recorded;
  const act = { by: metadata.actor, occurredAt: metadata.occurredAt };
  return evolve(state, event, act, procedureOf(procedureOfEvent(state, event)));
}

function procedureOfEvent(state: DossierState, event: DossierEvent): ProcedureRef {
  if (event.type === 'ProcedureMoved') return event.data.to;
  if (event.type === 'DossierOpened' || event.type === 'ApplicationAccepted') {
    return event.data.procedure;
  }
  invariant(state.status !== 'none', `${event.type} before the dossier was opened`);
  return state.procedure;
}
