import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach } from 'vitest';

import type { EventStore } from '../../src/eventstore/port.ts';
import { openSqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.ts';
import type { SqliteEventStoreOptions } from '../../src/eventstore/sqlite/sqlite-event-store.ts';
import { instantFromMs } from '../../src/kernel/instant.ts';

export interface DataFolder {
  /** The folder of the test that runs; a new one for each. */
  path(): string;
  /** Opens the store in it, to be closed when the test ends. */
  open(options?: Partial<SqliteEventStoreOptions>): EventStore;
}

/** A data folder for each test of the file that calls this. */
export function useDataFolder(): DataFolder {
  let folder: string | undefined;
  const open: EventStore[] = [];
  afterEach(async () => {
    for (const store of open.splice(0)) await store.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
    folder = undefined;
  });
  const path = (): string => {
    folder ??= mkdtempSync(join(tmpdir(), 'countersign-store-'));
    return folder;
  };
  return {
    path,
    open: (options = {}) => {
      const now = () => instantFromMs(Date.now());
      const store = openSqliteEventStore({ folder: path(), now, ...options });
      open.push(store);
      return store;
    },
  };
}
