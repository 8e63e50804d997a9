// Rebuild of all read models from a store in SQLite into read tables in SQLite, as at an upgrade:
// events a second and CPU per event, the median of several runs.
//   node bench/rebuild.ts [--dossiers 1000] [--in-flight 64] [--runs 5] [--batch 10000]
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { EventStore } from '../src/eventstore/port.ts';
import { openSqliteEventStore } from '../src/eventstore/sqlite/sqlite-event-store.ts';
import { invariant } from '../src/kernel/invariant.ts';
import { openReadModels } from '../src/projections/open-read-models.ts';
import {
  createProjectionRunner,
  type ProjectionRunnerParts,
} from '../src/projections/runner/projection-runner.ts';
import { openMemoryOffice, tickingClock } from '../tests/support/memory-office.ts';
import { benchDefinition } from './joint-approval/definition.ts';
import { JOINT_APPROVAL, OPENING, play, playedDossier } from './joint-approval/play.ts';

const TIMEOUT_MS = 600_000;

export interface RebuildOptions {
  /** Joint approvals in the store, 41 events each. */
  readonly dossiers: number;
  /** How many of them run side by side: their events stand mixed in the log. */
  readonly inFlight: number;
  readonly runs: number;
  readonly batchMost: number;
}

export interface RebuildResult {
  readonly events: number;
  readonly eventsPerSecond: number;
  readonly cpuUsPerEvent: number;
}

/** Fills a store by real commands, then rebuilds the read tables from it `runs` times. */
export async function benchRebuild(options: RebuildOptions): Promise<readonly RebuildResult[]> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-rebuild-'));
  const now = tickingClock();
  const store = openSqliteEventStore({ folder, now, synchronous: 'OFF' });
  try {
    const office = await openMemoryOffice(benchDefinition(), store, now);
    await playAll(office.dossiers, options);
    const events = await countEvents(store);
    const parts = {
      store,
      codec: office.codec,
      procedureOf: (ref: Parameters<typeof office.library.published>[0]) =>
        office.library.published(ref),
      batchMost: options.batchMost,
    };
    const results: RebuildResult[] = [];
    for (let run = 0; run < options.runs; run += 1) {
      results.push(
        await rebuildOnce(parts, { events, url: `sqlite:${join(folder, `${run}.db`)}` }),
      );
    }
    return results;
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
}

async function playAll(
  office: Parameters<typeof play>[0],
  { dossiers, inFlight }: RebuildOptions,
): Promise<void> {
  const commands = [...OPENING, ...JOINT_APPROVAL];
  let begun = 0;
  const work = async (): Promise<void> => {
    while (begun < dossiers) {
      const index = begun++;
      const dossier = playedDossier('rebuild', index);
      for (const [step, command] of commands.entries()) {
        await play(office, dossier, `rebuild.${index}.${step}`, command);
      }
    }
  };
  await Promise.all(Array.from({ length: inFlight }, work));
}

async function countEvents(store: EventStore): Promise<number> {
  let events = 0;
  for await (const page of store.readAll()) events += page.length;
  return events;
}

async function rebuildOnce(
  parts: Omit<ProjectionRunnerParts, 'readModels'>,
  { events, url }: { readonly events: number; readonly url: string },
): Promise<RebuildResult> {
  const head = await parts.store.head();
  invariant(head !== undefined, 'the store has events');
  const cpu = process.cpuUsage();
  const from = performance.now();
  const readModels = await openReadModels({ url });
  const runner = createProjectionRunner({ ...parts, readModels });
  await runner.start();
  await runner.waitFor(head, TIMEOUT_MS);
  const wallMs = performance.now() - from;
  const { user, system } = process.cpuUsage(cpu);
  await runner.stop();
  await readModels.close();
  return {
    events,
    eventsPerSecond: Math.round((events / wallMs) * 1_000),
    cpuUsPerEvent: (user + system) / events,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
}

if (import.meta.main) {
  const { values } = parseArgs({
    options: {
      dossiers: { type: 'string', default: '1000' },
      'in-flight': { type: 'string', default: '64' },
      runs: { type: 'string', default: '5' },
      batch: { type: 'string', default: '10000' },
    },
  });
  const results = await benchRebuild({
    dossiers: Number(values.dossiers),
    inFlight: Number(values['in-flight']),
    runs: Number(values.runs),
    batchMost: Number(values.batch),
  });
  for (const { events, eventsPerSecond, cpuUsPerEvent } of results) {
    console.log(
      `${events} events: ${eventsPerSecond} events/s, ${cpuUsPerEvent.toFixed(1)} µs CPU`,
    );
  }
  const rates = results.map(({ eventsPerSecond }) => eventsPerSecond);
  const cpus = results.map(({ cpuUsPerEvent }) => cpuUsPerEvent);
  console.log(`median: ${median(rates)} events/s, ${median(cpus).toFixed(1)} µs CPU an event`);
}
