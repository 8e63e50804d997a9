import type { StatementSync } from 'node:sqlite';

import { firstRevisionAfter, judgeAppend } from '../append-rule.ts';
import type { AppendRequest, LogFacts, Place } from '../append-rule.ts';
import { StoreFault } from '../faults.ts';
import { positionOf } from '../position.ts';
import type { Appended, EventId, NewRecord, Revision, StreamName } from '../port.ts';
import type { Database } from './database.ts';
import { numberOf } from './database.ts';
import { EventIds } from './event-ids.ts';

const HEADS_REMEMBERED_MOST = 50_000;

interface Head {
  readonly stream: number;
  readonly last: Revision | 'none';
}

/**
 * The log as its only writer sees it: what a decision needs is in memory where it can be, because
 * nobody else changes the file. `begin`, then `append` as often as needed, inside one transaction of
 * the caller; then `committed` or `rolledBack`.
 */
export class EventLog implements LogFacts {
  readonly #ids: EventIds;
  readonly #heads = new Map<StreamName, Head>();
  readonly #insertStream: StatementSync;
  readonly #insertEvent: StatementSync;
  readonly #readHead: StatementSync;
  readonly #readPlace: StatementSync;
  #committed: number;
  #last: number;
  #written: EventId[] = [];
  #sealed: (() => void) | undefined;

  constructor(database: Database) {
    this.#ids = new EventIds(database);
    this.#committed = numberOf(database.prepare('select max(position) from event'));
    this.#last = this.#committed;
    if (this.#ids.count() !== this.#committed) {
      const reason = `${this.#ids.count()} events before position ${this.#committed + 1}`;
      throw new StoreFault({ code: 'store-corrupt', path: database.path, reason });
    }
    this.#insertStream = database.prepare('insert into stream (name) values (?)');
    this.#insertEvent = database.prepare('insert into event values (?, ?, ?, ?, ?, ?, ?, ?)');
    this.#readHead = database.prepare(
      `select number, (select max(revision) from event where stream = number)
       from stream where name = ?`,
    );
    this.#readPlace = database.prepare(
      `select name, revision from event join stream on stream.number = event.stream
       where position = ?`,
    );
  }

  begin(): void {
    if (this.#ids.isRunFull()) this.#sealed = this.#ids.seal();
  }

  /** @throws StoreFault `stream-conflict`, `event-id-reused`; the transaction may go on then. */
  append(request: AppendRequest, recordedMs: number): Appended {
    const already = judgeAppend(this, request);
    if (already !== undefined) return already;
    const head = this.#headOf(request.stream) ?? this.#beginStream(request.stream);
    let revision = firstRevisionAfter(head.last);
    for (const record of request.records) {
      this.#write(record, head.stream, revision, recordedMs);
      revision = firstRevisionAfter(revision);
    }
    const last = (revision - 1) as Revision;
    this.#heads.set(request.stream, { stream: head.stream, last });
    return { position: positionOf(this.#last), revision: last, duplicate: false };
  }

  #write(record: NewRecord, stream: number, revision: Revision, recordedMs: number): void {
    const { id, type, data, metadata } = record;
    const position = this.#last + 1;
    this.#insertEvent.run(position, stream, revision, id, type, recordedMs, metadata, data);
    this.#last = position;
    this.#ids.add(id, position);
    this.#written.push(id);
  }

  #beginStream(name: StreamName): Head {
    const stream = Number(this.#insertStream.run(name).lastInsertRowid);
    return { stream, last: 'none' };
  }

  committed(): void {
    this.#committed = this.#last;
    this.#written = [];
    this.#sealed?.();
    this.#sealed = undefined;
  }

  rolledBack(): void {
    this.#ids.forgetAfter(this.#committed, this.#written);
    this.#last = this.#committed;
    this.#written = [];
    this.#sealed = undefined;
    this.#heads.clear();
  }

  lastRevisionOf(stream: StreamName): Revision | 'none' {
    return this.#headOf(stream)?.last ?? 'none';
  }

  placeOf(id: EventId): Place | undefined {
    const position = this.#ids.find(id);
    if (position === undefined) return undefined;
    const [stream, revision] = this.#readPlace.get(position) as unknown as [StreamName, Revision];
    return { stream, revision, position: positionOf(position) };
  }

  #headOf(name: StreamName): Head | undefined {
    const known = this.#heads.get(name);
    if (known !== undefined) return known;
    const row = this.#readHead.get(name) as unknown as [number, Revision] | undefined;
    if (row === undefined) return undefined;
    if (this.#heads.size >= HEADS_REMEMBERED_MOST) this.#heads.clear();
    const head = { stream: row[0], last: row[1] };
    this.#heads.set(name, head);
    return head;
  }
}
