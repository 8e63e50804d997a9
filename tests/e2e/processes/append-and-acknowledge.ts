// Appends five events one by one and sixteen at once to the store in the folder of the first
// argument, with `synchronous` as the second says, and writes a line for each acknowledgement.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { argv } from 'node:process';

import type { EventId, StreamName } from '../../../src/eventstore/port.ts';
import { openSqliteEventStore } from '../../../src/eventstore/sqlite/sqlite-event-store.ts';
import { instantFromMs } from '../../../src/kernel/instant.ts';

const [, , folder = '', synchronous] = argv;
const store = openSqliteEventStore({
  folder,
  now: () => instantFromMs(Date.now()),
  synchronous: synchronous === 'OFF' ? 'OFF' : 'FULL',
});

async function appendOne(): Promise<void> {
  const id = randomUUID() as EventId;
  const record = { id, type: 'OpinionGiven', data: '{"opinion":"agree"}', metadata: '{}' };
  await store.append('durability-1' as StreamName, 'any', [record]);
  writeSync(1, `acknowledged ${id}\n`);
}

for (let count = 0; count < 5; count += 1) await appendOne();
await Promise.all(Array.from({ length: 16 }, appendOne));
await store.close();
