import type { ProcedurePublished } from '../domain/catalogue/catalogue.ts';
import type { DossierEvent } from '../domain/dossier/events.ts';
import type { ProcedureRef } from '../domain/dossier/procedure.ts';
import type { OrganisationEvent } from '../domain/organisation/events.ts';
import type { Actor } from '../domain/post.ts';
import type { EventId, Position, Revision, StreamName } from '../eventstore/port.ts';
import type { PostId, RequestId, Sha256 } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';

/** Every event the system knows, whichever stream it lives in. */
export type AnyEvent = DossierEvent | OrganisationEvent | ProcedurePublished;

/** What is known about an event beside what happened. Written once, never computed later. */
export interface Metadata {
  /** When the office says it happened. */
  readonly occurredAt: Instant;
  /** When our program wrote it down. A large gap to `occurredAt` is back-entry, and visible. */
  readonly recordedAt: Instant;
  readonly actor: Actor;
  /** Under which appointment; absent for what the system does by itself. */
  readonly authority?: AuthorityRecord;
  /** The client's id of the command, and the hash of its content. */
  readonly requestId: RequestId;
  readonly commandHash: Sha256;
  /** One business conversation: the dossier number or the request that began it. */
  readonly correlation: string;
  /** The event that made this happen, where one did. */
  readonly causation?: EventId;
  /** The version of the procedure under which it was decided (dossier events only). */
  readonly procedure?: ProcedureRef;
}

export interface AuthorityRecord {
  readonly post: PostId;
  readonly letter: string;
  /** Revision of the organisation's stream that was consulted. */
  readonly organisationRevision: number;
}

/** An event as it came back from the log, opened and checked. */
export interface Recorded<Event extends AnyEvent = AnyEvent> {
  readonly id: EventId;
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
  readonly event: Event;
  readonly metadata: Metadata;
}
