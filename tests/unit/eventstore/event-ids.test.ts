import { randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { EventId } from '../../../src/eventstore/port.ts';
import { Database } from '../../../src/eventstore/sqlite/database.ts';
import { EventIds } from '../../../src/eventstore/sqlite/event-ids.ts';
import { migrate } from '../../../src/eventstore/sqlite/schema.ts';

const RUN = 1_000;

function emptyDatabase(): Database {
  const database = new Database(':memory:', 'write');
  migrate(database);
  return database;
}

function freshIds(count: number): EventId[] {
  return Array.from({ length: count }, () => randomUUID() as EventId);
}

/** Writes events with these ids after `last`, sealing runs as they fill up. */
function write(database: Database, ids: EventIds, written: readonly EventId[], last = 0): void {
  const insert = database.prepare(`insert into event values (?, 1, ?, ?, 'T', 0, '{}', '{}')`);
  for (const [index, id] of written.entries()) {
    const position = last + index + 1;
    insert.run(position, position, id);
    ids.add(id, position);
    if (ids.isRunFull()) ids.seal()();
  }
}

describe('The ids of all events', () => {
  it('are found at their positions, whether new or sealed long ago', () => {
    const database = emptyDatabase();
    const ids = new EventIds(database, RUN);
    const written = freshIds(3.5 * RUN);
    write(database, ids, written);
    expect(written.map((id) => ids.find(id))).toEqual(written.map((_, index) => index + 1));
    expect(ids.count()).toBe(written.length);
  });

  it('are not found when they were never written', () => {
    const database = emptyDatabase();
    const ids = new EventIds(database, RUN);
    write(database, ids, freshIds(3.5 * RUN));
    expect(freshIds(2_000).filter((id) => ids.find(id) !== undefined)).toEqual([]);
  });

  it('are all known again when the store is opened another time', () => {
    const database = emptyDatabase();
    const written = freshIds(2.5 * RUN);
    write(database, new EventIds(database, RUN), written);
    const again = new EventIds(database, RUN);
    expect(again.count()).toBe(written.length);
    expect(written.map((id) => again.find(id))).toEqual(written.map((_, index) => index + 1));
    const more = freshIds(RUN);
    write(database, again, more, written.length);
    expect(more.map((id) => again.find(id))).toEqual(more.map((_, index) => 2.5 * RUN + index + 1));
  });

  it('are forgotten when what wrote them was rolled back', () => {
    const database = emptyDatabase();
    const ids = new EventIds(database, RUN);
    const [kept, undone] = freshIds(2) as [EventId, EventId];
    ids.add(kept, 1);
    ids.add(undone, 2);
    ids.forgetAfter(1, [kept, undone]);
    expect([ids.find(kept), ids.find(undone)]).toEqual([1, undefined]);
  });

  it('stay where they were when sealing them was rolled back', () => {
    const database = emptyDatabase();
    const ids = new EventIds(database, RUN);
    const written = freshIds(RUN);
    for (const [index, id] of written.entries()) ids.add(id, index + 1);
    database.run('begin');
    ids.seal();
    database.run('rollback');
    expect(written.map((id) => ids.find(id))).toEqual(written.map((_, index) => index + 1));
    ids.seal()();
    expect(ids.isRunFull()).toBe(false);
    expect(ids.count()).toBe(RUN);
  });
});
