import type { AuthorityRecord, Metadata } from '../../codec/envelope.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import type { DossierState } from '../../domain/dossier/state.ts';
import type { EventId } from '../../eventstore/port.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { DossierNumber, Sha256 } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { eventId } from '../event-id.ts';
import type { DossierRequest } from './dossier-request.ts';
import { evolveRecorded, type ProcedureFinder } from './loaded-dossier.ts';

/** What was decided, when, and under which appointment. */
export interface Decision {
  readonly events: readonly DossierEvent[];
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly authority: AuthorityRecord;
}

export interface Writing {
  readonly request: DossierRequest;
  readonly commandHash: Sha256;
  readonly decision: Decision;
}

export interface EventDraft {
  readonly id: EventId;
  readonly event: DossierEvent;
  readonly metadata: Metadata;
}

/**
 * Puts decided events into their envelopes and folds them, before anything is written: events that
 * the state cannot take are a broken invariant and must never reach the log.
 */
export function prepareEvents(
  dossier: DossierNumber,
  before: DossierState,
  writing: Writing,
  procedureOf: ProcedureFinder,
): { readonly state: DossierState; readonly drafts: readonly EventDraft[] } {
  const { request, commandHash, decision } = writing;
  const drafts: EventDraft[] = [];
  let state = before;
  for (const event of decision.events) {
    const envelope = {
      occurredAt: decision.occurredAt,
      recordedAt: decision.recordedAt,
      actor: request.actor,
      authority: decision.authority,
      requestId: request.requestId,
      commandHash,
      correlation: dossier,
      ...(request.causation && { causation: request.causation }),
    };
    state = evolveRecorded(state, { event, metadata: envelope }, procedureOf);
    invariant(state.status !== 'none', `${event.type} leaves a dossier behind`);
    const metadata: Metadata = { ...envelope, procedure: state.procedure };
    drafts.push({ id: eventId(request.requestId, drafts.length), event, metadata });
  }
  return { state, drafts };
}
