import type { Instant } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import { judgeAppend } from '../append-rule.ts';
import type { AppendRequest, LogFacts, Place } from '../append-rule.ts';
import { StoreFault } from '../faults.ts';
import { followLog } from '../follow-log.ts';
import type { FollowedLog } from '../follow-log.ts';
import { LogBell } from '../log-bell.ts';
import { placeOf, positionOf } from '../position.ts';
import type {
  Appended,
  EventId,
  EventStore,
  NewRecord,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  Revision,
  StoredRecord,
  StreamName,
} from '../port.ts';

const PAGE_RECORDS_MOST = 500;
/** Positions leave gaps on purpose: whoever counts with them is found out here, not in production. */
const PLACES_APART = 7;

/**
 * An event store without a disk: a real store with the whole contract, except that it forgets
 * everything when it is dropped. For tests and for trying things out.
 */
export function createMemoryEventStore({ now }: { readonly now: () => Instant }): EventStore {
  const log = new MemoryLog(now);
  return {
    append: async (stream, expected, records) => log.append({ stream, expected, records }),
    readStream: (stream, options = {}) => log.readStream(stream, options),
    readAll: (options = {}) => log.readAll(options),
    subscribe: (options) => followLog(log, options),
    head: async () => log.head(),
    close: async () => log.close(),
  };
}

class MemoryLog implements LogFacts, FollowedLog {
  readonly #now: () => Instant;
  readonly #bell = new LogBell();
  readonly #all: StoredRecord[] = [];
  readonly #streams = new Map<StreamName, StoredRecord[]>();
  readonly #places = new Map<EventId, Place>();
  #closed = false;

  constructor(now: () => Instant) {
    this.#now = now;
  }

  append(request: AppendRequest): Appended {
    this.#assertOpen();
    invariant(request.records.length > 0, 'an append carries at least one record');
    const already = judgeAppend(this, request);
    if (already !== undefined) return already;
    const recordedAt = this.#now();
    for (const record of request.records) this.#keep(request.stream, record, recordedAt);
    this.#bell.ring();
    const last = this.#all.at(-1);
    invariant(last !== undefined, 'a record was kept');
    return { position: last.position, revision: last.revision, duplicate: false };
  }

  #keep(stream: StreamName, record: NewRecord, recordedAt: Instant): void {
    const records = this.#recordsOf(stream);
    const stored: StoredRecord = {
      id: record.id,
      type: record.type,
      data: record.data,
      metadata: record.metadata,
      stream,
      revision: records.length as Revision,
      position: positionOf((this.#all.length + 1) * PLACES_APART),
      recordedAt,
    };
    records.push(stored);
    this.#streams.set(stream, records);
    this.#all.push(stored);
    this.#places.set(stored.id, stored);
  }

  lastRevisionOf(stream: StreamName): Revision | 'none' {
    return this.#recordsOf(stream).at(-1)?.revision ?? 'none';
  }

  placeOf(id: EventId): Place | undefined {
    return this.#places.get(id);
  }

  async *readStream(
    stream: StreamName,
    options: ReadStreamOptions,
  ): AsyncGenerator<readonly StoredRecord[], void, undefined> {
    const forwards = options.direction !== 'backwards';
    const end = this.#recordsOf(stream).length - 1;
    let next = forwards ? (options.from ?? 0) : Math.min(options.from ?? end, end);
    let left = options.most ?? Number.MAX_SAFE_INTEGER;
    for (;;) {
      this.#assertOpen();
      const most = Math.min(left, PAGE_RECORDS_MOST);
      const records = this.#recordsOf(stream);
      const page = forwards
        ? records.slice(next, next + most)
        : records.slice(Math.max(0, next + 1 - most), next + 1).reverse();
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      left -= page.length;
      next = forwards ? last.revision + 1 : last.revision - 1;
      if (next < 0) return;
    }
  }

  async *readAll(
    options: ReadAllOptions,
  ): AsyncGenerator<readonly StoredRecord[], void, undefined> {
    let after = options.after;
    let left = options.most ?? Number.MAX_SAFE_INTEGER;
    for (;;) {
      this.#assertOpen();
      const page = this.pageAfter(after, Math.min(left, PAGE_RECORDS_MOST));
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      left -= page.length;
      after = last.position;
    }
  }

  pageAfter(after: Position | undefined, most: number): readonly StoredRecord[] {
    const start = Math.floor(placeOf(after) / PLACES_APART);
    return this.#all.slice(start, start + most);
  }

  grown(signal: AbortSignal): Promise<void> {
    return this.#bell.wait(signal);
  }

  head(): Position | undefined {
    this.#assertOpen();
    return this.#all.at(-1)?.position;
  }

  isClosed(): boolean {
    return this.#closed;
  }

  close(): void {
    this.#closed = true;
    this.#bell.ring();
  }

  #recordsOf(stream: StreamName): StoredRecord[] {
    return this.#streams.get(stream) ?? [];
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreFault({ code: 'store-closed' });
  }
}
