// The event store alone against the floor, in one run: `node bench/store.ts [events before]`.
// Prints medians of five rounds in which the two take turns.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type {
  EventId,
  EventStore,
  NewRecord,
  Revision,
  StreamName,
} from '../src/eventstore/port.ts';
import { openSqliteEventStore } from '../src/eventstore/sqlite/sqlite-event-store.ts';
import { instantFromMs } from '../src/kernel/instant.ts';
import { COMMANDS_PER_DOSSIER, runDossierLoad } from './dossier-load.ts';
import type { LoadOptions } from './dossier-load.ts';
import { runFloor } from './floor.ts';
import type { FloorEvent, FloorOptions, FloorResult } from './floor.ts';

type FolderLoad = Omit<FloorOptions, 'events'>;

const ROUNDS = 5;
const ROUNDS_OF = [
  { dossiersInFlight: 1, dossiers: 40 },
  { dossiersInFlight: 16, dossiers: 320 },
  { dossiersInFlight: 64, dossiers: 1_280 },
];
const METADATA = JSON.stringify({ actor: 'p'.repeat(60), department: 'd'.repeat(60) });
const DATA = JSON.stringify({ opinion: 'x'.repeat(650 - 16 - METADATA.length) });

const FLOOR_EVENTS: readonly FloorEvent[] = Array.from({ length: COMMANDS_PER_DOSSIER }, () => ({
  type: 'OpinionGiven',
  data: JSON.parse(DATA) as object,
  metadata: JSON.parse(METADATA) as object,
}));

function newRecord(): NewRecord {
  return { id: randomUUID() as EventId, type: 'OpinionGiven', data: DATA, metadata: METADATA };
}

const open = (folder: string, synchronous: 'FULL' | 'OFF'): EventStore =>
  openSqliteEventStore({ folder, synchronous, now: () => instantFromMs(Date.now()) });

async function preload(folder: string, events: number): Promise<void> {
  const store = open(folder, 'OFF');
  for (let done = 0; done < events; done += 38) {
    const records = Array.from({ length: 38 }, newRecord);
    await store.append(`before-${done}` as StreamName, 'none', records);
  }
  await store.close();
}

async function runStore({ folder, ...load }: FolderLoad, before: number): Promise<FloorResult> {
  await preload(folder, before);
  const path = join(folder, 'events.db');
  const bytesBefore = before === 0 ? 0 : statSync(path).size;
  const store = open(folder, 'FULL');
  const result = await runDossierLoad(load, (number) => {
    const stream = `dossier-331100-20261122-${number}` as StreamName;
    let last: Revision | 'none' = 'none';
    return async () => {
      last = (await store.append(stream, last, [newRecord()])).revision;
    };
  });
  await store.close();
  const bytesPerDossier = Math.round((statSync(path).size - bytesBefore) / load.dossiers);
  return { ...result, bytesPerDossier };
}

async function inFolder(
  run: (options: FolderLoad) => Promise<FloorResult>,
  load: LoadOptions,
): Promise<FloorResult> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  try {
    return await run({ ...load, folder });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function median(results: readonly FloorResult[], of: (result: FloorResult) => number): number {
  return results.map(of).sort((a, b) => a - b)[Math.floor(results.length / 2)] ?? 0;
}

function rowOf(results: readonly FloorResult[]) {
  return {
    'commands/s': Math.round(median(results, (one) => (one.commands / one.wallMs) * 1_000)),
    'CPU µs/command': Number(median(results, (one) => one.cpuUs / one.commands).toFixed(1)),
    'p50 µs': median(results, (one) => one.p50Us),
    'p99 µs': median(results, (one) => one.p99Us),
    'bytes/dossier': median(results, (one) => one.bytesPerDossier),
  };
}

const before = Number(process.argv[2] ?? 0);
for (const load of ROUNDS_OF) {
  const floor: FloorResult[] = [];
  const store: FloorResult[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    floor.push(await inFolder((options) => runFloor({ ...options, events: FLOOR_EVENTS }), load));
    store.push(await inFolder((options) => runStore(options, before), load));
  }
  const rows = { floor: rowOf(floor), store: rowOf(store) };
  console.log(`${load.dossiersInFlight} in flight, ${before} events before`);
  console.table(rows);
  const ratio = rows.store['commands/s'] / rows.floor['commands/s'];
  console.log(`store / floor: ${ratio.toFixed(2)} of the commands a second\n`);
}
