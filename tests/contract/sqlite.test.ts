import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { openSqliteEventStore } from '../../src/eventstore/sqlite/sqlite-event-store.ts';
import { instantFromMs } from '../../src/kernel/instant.ts';
import { describeEventStore } from './event-store.suite.ts';

let folder = '';

describeEventStore('in a SQLite file', {
  open: async () => {
    folder = mkdtempSync(join(tmpdir(), 'countersign-store-'));
    return openSqliteEventStore({ folder, now: () => instantFromMs(Date.now()) });
  },
  clear: async () => rmSync(folder, { recursive: true }),
  refusesReusedIds: true,
  randomHistories: 40,
});
