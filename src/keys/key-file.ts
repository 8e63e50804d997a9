import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import { translatingOpening } from './driver-faults.ts';
import { KeyStoreFault } from '../codec/key-store-faults.ts';
import type { Wrapping } from './wrapping.ts';

/** `CSky` in ASCII: countersign keys. */
const APPLICATION_ID = 0x43536b79;
const FORMAT = 1;
const BUSY_TIMEOUT_MS = 5_000;
const OWNER_ONLY = 0o600;

const TABLES = `
  create table master_key (
    only integer primary key check (only = 1),
    seal text -- null: the keys are not wrapped
  ) strict;
  create table person_key (
    subject text primary key,
    key text -- null: erased
  ) strict, without rowid;
  pragma application_id = ${APPLICATION_ID};
  pragma user_version = ${FORMAT};
`;

/**
 * Opens the file of keys, making it where there is none, readable to its owner alone.
 * @throws KeyStoreFault `keys-foreign`, `keys-newer`, `keys-corrupt`, `keys-master-key`,
 *   `keys-unavailable`, `keys-full`
 */
export function openKeyFile(path: string, wrapping: Wrapping): DatabaseSync {
  makeFile(path);
  return translatingOpening(path, () => {
    const database = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
    try {
      refuseStrangers(database, path);
      keepToOwner(path);
      // A commit is on the disk when it returns; what is deleted is overwritten.
      database.exec('pragma journal_mode = wal; pragma synchronous = full');
      database.exec('pragma secure_delete = on; pragma trusted_schema = off');
      createTables(database, wrapping);
      refuseDamage(database, path);
      refuseOtherMasterKey(database, path, wrapping);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Makes an empty file where there is none, so that it never was readable to others. */
function makeFile(path: string): void {
  onDisk(() => {
    closeSync(openSync(path, 'a', OWNER_ONLY));
  });
}

/** SQLite gives the files beside it the mode that the file has, or had when they were made. */
function keepToOwner(path: string): void {
  onDisk(() => {
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      if (existsSync(file)) chmodSync(file, OWNER_ONLY);
    }
  });
}

function onDisk(work: () => void): void {
  try {
    work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new KeyStoreFault({ code: 'keys-unavailable', reason }, { cause: error });
  }
}

function refuseStrangers(database: DatabaseSync, path: string): void {
  if (isEmpty(database)) return;
  if (pragma(database, 'application_id') !== APPLICATION_ID) {
    throw new KeyStoreFault({ code: 'keys-foreign', path });
  }
  const found = pragma(database, 'user_version');
  if (found > FORMAT) throw new KeyStoreFault({ code: 'keys-newer', path, found, known: FORMAT });
}

function isEmpty(database: DatabaseSync): boolean {
  const row = database.prepare('select count(*) as tables from sqlite_schema').get();
  return row?.['tables'] === 0 && pragma(database, 'application_id') === 0;
}

function pragma(database: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(database.prepare(`pragma ${name}`).get()?.[name]);
}

function createTables(database: DatabaseSync, wrapping: Wrapping): void {
  // Two processes may open a new file at the same time: the second one finds it made.
  database.exec('begin immediate');
  try {
    if (isEmpty(database)) {
      database.exec(TABLES);
      database
        .prepare('insert into master_key (only, seal) values (1, ?)')
        .run(wrapping.makeCheck());
    }
    database.exec('commit');
  } catch (error) {
    if (database.isTransaction) database.exec('rollback');
    throw error;
  }
}

function refuseDamage(database: DatabaseSync, path: string): void {
  const reason = database.prepare('pragma quick_check(1)').get()?.['quick_check'];
  if (reason !== 'ok') {
    throw new KeyStoreFault({ code: 'keys-corrupt', path, reason: String(reason) });
  }
}

function refuseOtherMasterKey(database: DatabaseSync, path: string, wrapping: Wrapping): void {
  const row = database.prepare('select seal from master_key').get();
  if (!row) throw new KeyStoreFault({ code: 'keys-corrupt', path, reason: 'no row in master_key' });
  const given = wrapping.makeCheck() !== null;
  const { seal } = row;
  if (typeof seal !== 'string') {
    if (given) throw masterKeyFault(path, 'not-expected');
    return;
  }
  if (!given) throw masterKeyFault(path, 'missing');
  if (!wrapping.passesCheck(seal)) throw masterKeyFault(path, 'wrong');
}

function masterKeyFault(
  path: string,
  problem: 'missing' | 'not-expected' | 'wrong',
): KeyStoreFault {
  return new KeyStoreFault({ code: 'keys-master-key', path, problem });
}
