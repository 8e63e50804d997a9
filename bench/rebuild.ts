// (c) Rebuild of all read models from a store in SQLite into read tables in SQLite, as at an upgrade:
// `node bench/rebuild.ts`. Dossiers of two lengths, their events mixed in the log as 64 in flight mix
// them; medians of five rebuilds, smallest and largest.
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
import { inTemporaryFolder } from './joint-approval/bench-house.ts';
import { benchDefinition } from './joint-approval/definition.ts';
import { LONG_APPROVAL } from './joint-approval/long-approval.ts';
import {
  JOINT_APPROVAL,
  OPENING,
  play,
  playedDossier,
  type PlayedCommand,
} from './joint-approval/play.ts';
import { spread } from './medians.ts';

const TIMEOUT_MS = 600_000;
const IN_FLIGHT = 64;

interface Load {
  readonly dossiers: number;
  readonly commands: readonly PlayedCommand[];
}

interface Rebuilt {
  readonly perSecond: number;
  readonly cpuUs: number;
}

/** Fills a store by real commands, then rebuilds the read tables from it again and again. */
async function measure(folder: string, load: Load, rounds: number) {
  const now = tickingClock();
  const store = openSqliteEventStore({ folder, now, synchronous: 'OFF' });
  try {
    const office = await openMemoryOffice(benchDefinition(), store, now);
    await playAll(office.dossiers, load);
    const events = await countEvents(store);
    const { codec, library } = office;
    const procedureOf: ProjectionRunnerParts['procedureOf'] = (ref) => library.published(ref);
    const rebuilt: Rebuilt[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const url = `sqlite:${join(folder, `${round}`, 'read-models.db')}`;
      rebuilt.push(await rebuild({ store, codec, procedureOf }, events, url));
    }
    return { events, rebuilt };
  } finally {
    await store.close();
  }
}

async function playAll(office: Parameters<typeof play>[0], load: Load): Promise<void> {
  const { dossiers, commands } = load;
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
  await Promise.all(Array.from({ length: IN_FLIGHT }, work));
}

async function countEvents(store: EventStore): Promise<number> {
  let events = 0;
  for await (const page of store.readAll()) events += page.length;
  return events;
}

async function rebuild(
  parts: Omit<ProjectionRunnerParts, 'readModels'>,
  events: number,
  url: string,
): Promise<Rebuilt> {
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
  return { perSecond: (events / wallMs) * 1_000, cpuUs: (user + system) / events };
}

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const LOADS: readonly Load[] = [
  { dossiers: 1_000, commands: [...OPENING, ...JOINT_APPROVAL] },
  { dossiers: 160, commands: [...OPENING, ...LONG_APPROVAL] },
];
for (const load of LOADS) {
  const { events, rebuilt } = await inTemporaryFolder((folder) =>
    measure(folder, load, Number(values.rounds)),
  );
  console.log(`${load.dossiers} dossiers of ${Math.round(events / load.dossiers)} events`);
  console.table({
    'rebuild of all read models': {
      'events/s': spread(rebuilt.map((one) => one.perSecond)),
      'CPU µs/event': spread(
        rebuilt.map((one) => one.cpuUs),
        1,
      ),
    },
  });
}
