import type { DepartmentId, PersonId } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';

/** What a person may sit as. One person may hold several posts. */
export type PostKind =
  | 'window'
  | 'handler'
  | 'reviewer'
  | 'approver'
  | 'organ-head'
  | 'government-head'
  | 'agent'
  | 'supervisor'
  | 'auditor'
  | 'administrator';

/** Who acts, and as what. */
export interface Actor {
  readonly person: PersonId;
  readonly post: PostKind;
  /** The department in which the post is held; none for agents. */
  readonly department?: DepartmentId;
  /** Whom the actor stands in for (A/B post, investor represented by an agent). */
  readonly onBehalfOf?: PersonId;
}

/** The circumstances of an act, given to every decider as data. */
export interface Deed {
  readonly by: Actor;
  /** When the office says it happened. */
  readonly occurredAt: Instant;
  /** When we write it down; never before `occurredAt`. */
  readonly recordedAt: Instant;
}
