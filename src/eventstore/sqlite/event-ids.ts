import type { StatementSync } from 'node:sqlite';

import type { EventId } from '../port.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { Database } from './database.ts';
import { emptyFilter, hashOf, IdFilter } from './id-filter.ts';
import type { IdHash } from './id-filter.ts';

/** Events in a sealed run. Opening the store reads back at most this many ids. */
const RUN_EVENTS = 131_072;
const BUCKET_EVENTS = 256;

/**
 * Knows where every event id stands, so that none is written twice.
 *
 * Ids are random, so a unique index touches another page for nearly every event: measured at 64
 * appends a commit, it took 10 µs CPU of 20 for an event in a log of 60 thousand, and 24 of 41 in a
 * log of a million. So the ids of the newest events are kept in memory, and each time there are
 * `RUN_EVENTS` of them they are sealed: written once, by hash, into `id_bucket` (8 bytes an event),
 * with a filter in `id_run` and in memory (2 bytes an event) that answers "not here" for nearly all
 * ids. What the filter lets through is looked up in its bucket, and the id itself is compared.
 *
 * Relies on positions being dense: run `n` holds the positions from `n * RUN_EVENTS + 1` on. The
 * words in the two tables are of the machine's byte order, little-endian wherever Node runs.
 */
export class EventIds {
  readonly #runEvents: number;
  readonly #buckets: number;
  readonly #newest = new Map<EventId, number>();
  readonly #filters: IdFilter[] = [];
  readonly #readBucket: StatementSync;
  readonly #writeBucket: StatementSync;
  readonly #writeRun: StatementSync;
  readonly #readId: StatementSync;

  /** Reads back what an earlier process left. `runEvents` is smaller in tests only. */
  constructor(database: Database, runEvents = RUN_EVENTS) {
    this.#runEvents = runEvents;
    this.#buckets = Math.ceil(runEvents / BUCKET_EVENTS);
    this.#readBucket = database.prepare('select entries from id_bucket where number = ?');
    this.#writeBucket = database.prepare('insert into id_bucket (number, entries) values (?, ?)');
    this.#writeRun = database.prepare('insert into id_run (number, filter) values (?, ?)');
    this.#readId = database.prepare('select id from event where position = ?');
    this.#readFilters(database);
    this.#readNewest(database);
  }

  #readFilters(database: Database): void {
    for (const row of database.prepare('select filter from id_run order by number').iterate()) {
      const [bytes] = row as unknown as [Uint8Array];
      this.#filters.push(new IdFilter(wordsOf(bytes)));
    }
  }

  #readNewest(database: Database): void {
    const sql = 'select id, position from event where position > ? order by position';
    const sealed = this.#filters.length * this.#runEvents;
    for (const row of database.prepare(sql).iterate(sealed)) {
      const [id, position] = row as unknown as [EventId, number];
      this.#newest.set(id, position);
    }
  }

  /** How many ids are known. */
  count(): number {
    return this.#filters.length * this.#runEvents + this.#newest.size;
  }

  /** The position of the event with this id. */
  find(id: EventId): number | undefined {
    const newest = this.#newest.get(id);
    if (newest !== undefined || this.#filters.length === 0) return newest;
    const hash = hashOf(id);
    for (let run = this.#filters.length - 1; run >= 0; run -= 1) {
      if (this.#filters[run]?.mayHold(hash) !== true) continue;
      const position = this.#findInRun(id, hash, run);
      if (position !== undefined) return position;
    }
    return undefined;
  }

  #findInRun(id: EventId, hash: IdHash, run: number): number | undefined {
    const entries = this.#entries(run, hash.first % this.#buckets);
    for (let index = 0; index < entries.length; index += 2) {
      if (entries[index] !== hash.second) continue;
      const position = run * this.#runEvents + 1 + (entries[index + 1] ?? 0);
      const [found] = (this.#readId.get(position) ?? []) as unknown as [string] | [];
      if (found === id) return position;
    }
    return undefined;
  }

  /** To be called for every event in the order of positions. */
  add(id: EventId, position: number): void {
    this.#newest.set(id, position);
  }

  /** Takes back what was added after `position`, because its transaction was rolled back. */
  forgetAfter(position: number, ids: readonly EventId[]): void {
    for (const id of ids) {
      const place = this.#newest.get(id);
      if (place !== undefined && place > position) this.#newest.delete(id);
    }
  }

  isRunFull(): boolean {
    return this.#newest.size >= this.#runEvents;
  }

  /**
   * Writes the oldest of the newest ids as a run; belongs into the transaction of the caller.
   * @returns what the caller must do once that is committed
   */
  seal(): () => void {
    const run = this.#filters.length;
    const filter = emptyFilter(this.#runEvents);
    const buckets = Array.from({ length: this.#buckets }, (): number[] => []);
    const sealed: EventId[] = [];
    for (const [id, position] of this.#newest) {
      if (sealed.length === this.#runEvents) break;
      const hash = hashOf(id);
      filter.add(hash);
      const offset = position - run * this.#runEvents - 1;
      invariant(offset === sealed.length, `position ${position} follows the one before it`);
      buckets[hash.first % this.#buckets]?.push(hash.second, offset);
      sealed.push(id);
    }
    for (const [bucket, entries] of buckets.entries()) {
      this.#writeBucket.run(run * this.#buckets + bucket, bytesOf(Uint32Array.from(entries)));
    }
    this.#writeRun.run(run, bytesOf(filter.words));
    return () => {
      this.#filters.push(filter);
      for (const id of sealed) this.#newest.delete(id);
    };
  }

  #entries(run: number, bucket: number): Uint32Array {
    const [bytes] = (this.#readBucket.get(run * this.#buckets + bucket) ?? []) as unknown as
      [Uint8Array] | [];
    invariant(bytes !== undefined, `bucket ${bucket} of run ${run} was sealed`);
    return wordsOf(bytes);
  }
}

function bytesOf(words: Uint32Array): Uint8Array {
  return new Uint8Array(words.buffer);
}

/** A copy, because words must be aligned and what SQLite hands over need not be. */
function wordsOf(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer);
}
