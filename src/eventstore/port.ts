import type { Brand } from '../kernel/brand.ts';
import type { Instant } from '../kernel/instant.ts';

/** `<category>-<id>`, for example `dossier-331100-20261122-7K3F9Q`. */
export type StreamName = Brand<string, 'StreamName'>;
/** UUIDv5 in lower case with hyphens. */
export type EventId = Brand<string, 'EventId'>;
/** Place of an event within its stream: 0, 1, 2, … without gaps. */
export type Revision = Brand<number, 'Revision'>;
/**
 * Place of an event in the whole log. Opaque: text of one fixed width per store, so that plain
 * string comparison orders it. Never assumed dense, never computed with.
 */
export type Position = Brand<string, 'Position'>;

/** What a writer hands over. `data` and `metadata` are canonical JSON (RFC 8785) text. */
export interface NewRecord {
  readonly id: EventId;
  readonly type: string;
  readonly data: string;
  readonly metadata: string;
}

/** What a reader gets back: the very bytes that were written, and where they stand. */
export interface StoredRecord extends NewRecord {
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
  /** When the store wrote it. */
  readonly recordedAt: Instant;
}

/** What the stream must look like before an append: not there, anything, or exactly this revision. */
export type ExpectedRevision = 'none' | 'any' | Revision;

export interface Appended {
  /** Position and revision of the last event of the append. */
  readonly position: Position;
  readonly revision: Revision;
  /** True when these events were already there, so that nothing was written again. */
  readonly duplicate: boolean;
}

export interface EventWriter {
  /**
   * Writes all records or none, in order, durably: it resolves after the store has synced them.
   * Idempotent by event id: where the very same ids already stand at the expected place (or, with
   * `any`, anywhere in the stream), the first outcome is returned with `duplicate: true`.
   * @throws StoreFault `stream-conflict` (not retryable as is: read, decide again), `event-id-reused`,
   *   `store-unavailable` (retry with the same ids), `store-full`, `store-closed`
   */
  append(
    stream: StreamName,
    expected: ExpectedRevision,
    records: readonly NewRecord[],
  ): Promise<Appended>;
}

export interface ReadStreamOptions {
  /** First revision to read (inclusive). Forwards default: the first; backwards: the last. */
  readonly from?: Revision;
  readonly direction?: 'forwards' | 'backwards';
  /** The most records to yield; all when absent. */
  readonly most?: number;
}

export interface ReadAllOptions {
  /** Records strictly after this position; from the beginning when absent. */
  readonly after?: Position;
  readonly most?: number;
}

export interface SubscribeOptions {
  /** Records strictly after this position; from the beginning when absent. */
  readonly after?: Position;
  /** Ends the subscription. */
  readonly signal: AbortSignal;
  /** The most records in one batch (default 1,000). */
  readonly batchMost?: number;
}

export interface EventReader {
  /**
   * Yields pages of a stream. A stream that is not there yields nothing.
   * @throws StoreFault `store-unavailable`, `store-corrupt`, `store-closed` (also in mid-read)
   */
  readStream(
    stream: StreamName,
    options?: ReadStreamOptions,
  ): AsyncIterable<readonly StoredRecord[]>;
  /** Yields pages of the whole log in the order of `position`. */
  readAll(options?: ReadAllOptions): AsyncIterable<readonly StoredRecord[]>;
  /**
   * Yields every record after `after` once and in order, catches up, then goes live without a hole.
   * Batches are never empty; it ends when `signal` is aborted or the store is closed.
   */
  subscribe(options: SubscribeOptions): AsyncIterable<readonly StoredRecord[]>;
  /** Position of the last record, or `undefined` in an empty log. */
  head(): Promise<Position | undefined>;
}

export interface EventStore extends EventWriter, EventReader {
  /** Finishes what was accepted, refuses what comes after. Idempotent. */
  close(): Promise<void>;
}
