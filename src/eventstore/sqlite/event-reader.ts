import type { SQLInputValue, StatementSync } from 'node:sqlite';

import type { Instant } from '../../kernel/instant.ts';
import { StoreFault } from '../faults.ts';
import type { FollowedLog } from '../follow-log.ts';
import { placeOf, positionOf } from '../position.ts';
import type {
  EventId,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  Revision,
  StoredRecord,
  StreamName,
} from '../port.ts';
import type { Database } from './database.ts';
import { numberOf } from './database.ts';

/**
 * Records of a page. They are fetched in one call, which costs a third less than row by row; so this
 * bounds what is in memory at once, also where each record is as large as one may be.
 */
const PAGE_RECORDS_MOST = 256;
const NAMES_REMEMBERED_MOST = 50_000;
const COLUMNS = 'position, stream, revision, id, type, recorded, metadata, data';

type Row = [number, number, Revision, EventId, string, number, string, string];
type Pages = AsyncGenerator<readonly StoredRecord[], void, undefined>;

/** Reads the log page by page; between two pages it holds nothing open in the database. */
export class EventReader implements FollowedLog {
  readonly #database: Database;
  readonly #grown: (signal: AbortSignal) => Promise<void>;
  readonly #names = new Map<number, StreamName>();
  readonly #readName: StatementSync;
  readonly #readNumber: StatementSync;
  readonly #readAfter: StatementSync;
  readonly #readForwards: StatementSync;
  readonly #readBackwards: StatementSync;
  readonly #readHead: StatementSync;
  #closed = false;

  /** `grown` resolves when the log may have grown, was closed, or the signal is aborted. */
  constructor(database: Database, grown: (signal: AbortSignal) => Promise<void>) {
    this.#database = database;
    this.#grown = grown;
    this.#readName = database.prepare('select name from stream where number = ?');
    this.#readNumber = database.prepare('select number from stream where name = ?');
    this.#readAfter = database.prepare(
      `select ${COLUMNS} from event where position > ? order by position limit ?`,
    );
    this.#readForwards = database.prepare(
      `select ${COLUMNS} from event where stream = ? and revision >= ? order by revision limit ?`,
    );
    this.#readBackwards = database.prepare(
      `select ${COLUMNS} from event where stream = ? and revision <= ?
       order by revision desc limit ?`,
    );
    this.#readHead = database.prepare('select max(position) from event');
  }

  async *readStream(name: StreamName, options: ReadStreamOptions): Pages {
    const forwards = options.direction !== 'backwards';
    const statement = forwards ? this.#readForwards : this.#readBackwards;
    let next: number = options.from ?? (forwards ? 0 : Number.MAX_SAFE_INTEGER);
    let left = options.most ?? Number.MAX_SAFE_INTEGER;
    const stream = this.#guarded(() => numberOf(this.#readNumber, name));
    for (;;) {
      const page = this.#page(statement, stream, next, Math.min(left, PAGE_RECORDS_MOST));
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      left -= page.length;
      if (page.length < PAGE_RECORDS_MOST) return;
      next = last.revision + (forwards ? 1 : -1);
    }
  }

  async *readAll(options: ReadAllOptions): Pages {
    let after = options.after;
    let left = options.most ?? Number.MAX_SAFE_INTEGER;
    for (;;) {
      const page = this.pageAfter(after, Math.min(left, PAGE_RECORDS_MOST));
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      left -= page.length;
      after = last.position;
    }
  }

  pageAfter(after: Position | undefined, most: number): readonly StoredRecord[] {
    return this.#page(this.#readAfter, placeOf(after), most);
  }

  grown(signal: AbortSignal): Promise<void> {
    return this.#grown(signal);
  }

  head(): Position | undefined {
    const last = this.#guarded(() => numberOf(this.#readHead));
    return last === 0 ? undefined : positionOf(last);
  }

  isClosed(): boolean {
    return this.#closed;
  }

  /** To be called before the database is closed. */
  close(): void {
    this.#closed = true;
  }

  #page(statement: StatementSync, ...values: SQLInputValue[]): readonly StoredRecord[] {
    return this.#guarded(() => {
      const rows = statement.all(...values) as unknown as readonly Row[];
      return rows.map((row) => this.#recordOf(row));
    });
  }

  #recordOf(row: Row): StoredRecord {
    const [position, stream, revision, id, type, recorded, metadata, data] = row;
    return {
      id,
      type,
      data,
      metadata,
      stream: this.#nameOf(stream),
      revision,
      position: positionOf(position),
      recordedAt: new Date(recorded).toISOString() as Instant,
    };
  }

  #nameOf(stream: number): StreamName {
    const known = this.#names.get(stream);
    if (known !== undefined) return known;
    const [name] = this.#readName.get(stream) as unknown as [StreamName];
    if (this.#names.size >= NAMES_REMEMBERED_MOST) this.#names.clear();
    this.#names.set(stream, name);
    return name;
  }

  #guarded<Value>(work: () => Value): Value {
    if (this.#closed) throw new StoreFault({ code: 'store-closed' });
    return this.#database.guard(work);
  }
}
