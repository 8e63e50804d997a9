import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import type { Instant } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import { StoreFault } from '../faults.ts';
import { followLog } from '../follow-log.ts';
import { LogBell } from '../log-bell.ts';
import type { EventStore } from '../port.ts';
import { Database } from './database.ts';
import { EventLog } from './event-log.ts';
import { EventReader } from './event-reader.ts';
import { GroupCommit } from './group-commit.ts';
import { assertCurrent, assertOurs, migrate } from './schema.ts';
import { faultOfOpening } from './sqlite-faults.ts';
import { takeWriterLock } from './writer-lock.ts';

const STORE_FILE = 'events.db';
const LOCK_FILE = 'events.lock';
/** How often a reader in another process looks for what the writer has committed. */
const LOOK_EVERY_MS = 50;

export interface SqliteEventStoreOptions {
  /** The data folder; made when it is not there. */
  readonly folder: string;
  readonly now: () => Instant;
  /** `OFF` acknowledges what a power cut may lose: for trials only. */
  readonly synchronous?: 'FULL' | 'OFF';
  /** `read` is for other processes beside the one that writes; such a store takes no append. */
  readonly mode?: 'write' | 'read';
  /** Limits the file, in pages of 8,192 bytes; what does not fit is refused with `store-full`. */
  readonly maxPageCount?: number;
}

/**
 * The embedded event store: one SQLite file in write-ahead mode, one process that writes it, any
 * number that read it.
 * @throws StoreFault `store-locked`, `store-foreign`, `store-newer`, `store-corrupt`, `store-full`,
 *   `store-unavailable` (the folder cannot be used; for a reader also: nothing is there yet)
 */
export function openSqliteEventStore(options: SqliteEventStoreOptions): EventStore {
  const path = join(options.folder, STORE_FILE);
  try {
    return options.mode === 'read' ? openForReading(path, options) : openForWriting(path, options);
  } catch (error) {
    throw faultOfOpening(error, path);
  }
}

function openForWriting(path: string, options: SqliteEventStoreOptions): EventStore {
  makeFolder(options.folder);
  const lock = takeWriterLock(join(options.folder, LOCK_FILE));
  try {
    const database = openDatabase(path, options);
    const bell = new LogBell();
    const reader = new EventReader(database, (signal) => bell.wait(signal));
    const log = new EventLog(database);
    const { now } = options;
    const commits = new GroupCommit({ database, log, now, onGrown: () => bell.ring() });
    return {
      append: (stream, expected, records) => {
        invariant(records.length > 0, 'an append carries at least one record');
        return commits.append({ stream, expected, records });
      },
      ...readingWith(reader),
      close: async () => {
        if (reader.isClosed()) return;
        commits.close();
        reader.close();
        bell.ring();
        database.close();
        lock.release();
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function openForReading(path: string, options: SqliteEventStoreOptions): EventStore {
  if (!existsSync(path)) {
    throw new StoreFault({ code: 'store-unavailable', reason: `there is no ${path} yet` });
  }
  const database = openDatabase(path, options);
  const closing = new AbortController();
  const reader = new EventReader(database, async (signal) => {
    const stop = AbortSignal.any([signal, closing.signal]);
    await pause(LOOK_EVERY_MS, undefined, { signal: stop }).catch(() => undefined);
  });
  return {
    append: async () => {
      invariant(false, `${path} was opened for reading`);
    },
    ...readingWith(reader),
    close: async () => {
      if (reader.isClosed()) return;
      reader.close();
      closing.abort();
      database.close();
    },
  };
}

function readingWith(reader: EventReader): Omit<EventStore, 'append' | 'close'> {
  return {
    readStream: (stream, options = {}) => reader.readStream(stream, options),
    readAll: (options = {}) => reader.readAll(options),
    subscribe: (options) => followLog(reader, options),
    head: async () => reader.head(),
  };
}

function openDatabase(path: string, options: SqliteEventStoreOptions): Database {
  const { mode = 'write', synchronous = 'FULL', maxPageCount } = options;
  const database = new Database(path, mode);
  try {
    assertOurs(database);
    if (mode === 'read') {
      assertCurrent(database);
    } else {
      database.prepareToWrite({ synchronous, maxPageCount });
      migrate(database);
    }
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreFault({ code: 'store-unavailable', reason }, { cause: error });
  }
}
