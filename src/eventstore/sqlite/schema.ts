import { StoreFault } from '../faults.ts';
import type { Database } from './database.ts';

/** Marks our files: "CSGN" in the header of the database (`pragma application_id`). */
const APPLICATION_ID = 0x43_53_47_4e;

/**
 * One entry for each version of the file, applied in order; what was released is never edited.
 *
 * `event.position` is the row id and dense; `stream` interns names, so that the one index that grows
 * with every event is of two small numbers. There is no index on `event.id`: see `event-ids.ts`,
 * which keeps the other two tables. `recorded` is milliseconds since 1970 in UTC.
 */
const MIGRATIONS: readonly string[] = [
  `
  create table stream (
    number integer primary key,
    name text not null unique
  ) strict;
  create table event (
    position integer primary key,
    stream integer not null,
    revision integer not null,
    id text not null,
    type text not null,
    recorded integer not null,
    metadata text not null,
    data text not null
  ) strict;
  create unique index event_of_stream on event (stream, revision);
  create table id_run (
    number integer primary key,
    filter blob not null
  ) strict;
  create table id_bucket (
    number integer primary key,
    entries blob not null
  ) strict;
  `,
];

/** Makes a new file ours and brings an older one of ours up to date, all in one transaction. */
export function migrate(database: Database): void {
  if (database.pragma('user_version') === MIGRATIONS.length) return;
  database.transact(() => {
    for (const sql of MIGRATIONS.slice(database.pragma('user_version'))) database.run(sql);
    database.run(`pragma application_id = ${APPLICATION_ID}`);
    database.run(`pragma user_version = ${MIGRATIONS.length}`);
  });
}

/**
 * For readers, who change nothing: the file must be as this program writes it.
 * @throws StoreFault `store-unavailable` where it is older, and its writer has to be started first
 */
export function assertCurrent(database: Database): void {
  if (database.pragma('user_version') === MIGRATIONS.length) return;
  throw new StoreFault({
    code: 'store-unavailable',
    reason: `${database.path} is not of this version yet: start its writer first`,
  });
}

/**
 * Looks at a file without changing a byte of it; an empty one may become ours.
 * @throws StoreFault `store-foreign`, `store-newer`
 */
export function assertOurs(database: Database): void {
  const id = database.pragma('application_id');
  const isEmpty = id === 0 && database.pragma('schema_version') === 0;
  if (id !== APPLICATION_ID && !isEmpty) {
    throw new StoreFault({ code: 'store-foreign', path: database.path });
  }
  const found = database.pragma('user_version');
  if (found > MIGRATIONS.length) {
    const known = MIGRATIONS.length;
    throw new StoreFault({ code: 'store-newer', path: database.path, found, known });
  }
}
