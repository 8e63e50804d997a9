import { argv } from 'node:process';

import type { EventStore } from '../../../src/eventstore/port.ts';
import { openSqliteEventStore } from '../../../src/eventstore/sqlite/sqlite-event-store.ts';
import { instantFromMs } from '../../../src/kernel/instant.ts';

/** Opens the store in the folder of the first argument. */
export function openStore(mode: 'write' | 'read'): EventStore {
  const [, , folder = ''] = argv;
  return openSqliteEventStore({ folder, mode, now: () => instantFromMs(Date.now()) });
}

/** One line of JSON for the test that started this process. */
export function say(what: unknown): void {
  console.log(JSON.stringify(what));
}
