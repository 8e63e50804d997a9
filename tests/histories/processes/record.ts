// Records a history for the version of this program (docs/how-to/record-a-history.md):
//   node tests/histories/processes/record.ts NAME           plays one of the runs below
//   node tests/histories/processes/record.ts NAME --data DIR copies the log of a data folder
// A history that is there already is never touched.
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { argv } from 'node:process';
import { parseArgs } from 'node:util';

import { openBenchHouse } from '../../../bench/joint-approval/bench-house.ts';
import {
  JOINT_APPROVAL,
  OPENING,
  play,
  playedDossier,
} from '../../../bench/joint-approval/play.ts';
import type { KeyStore } from '../../../src/codec/key-store.ts';
import type { EventReader, StoredRecord } from '../../../src/eventstore/port.ts';
import { openSqliteEventStore } from '../../../src/eventstore/sqlite/sqlite-event-store.ts';
import { openSqliteKeyStore } from '../../../src/keys/sqlite-key-store.ts';
import { BUILT_IN_WORKFLOWS } from '../../../src/server/publishing/built-in.ts';
import { publishBuiltIn } from '../../../src/server/demo/publish-built-in.ts';
import { foundDemoOffice } from '../../../src/server/demo/found-demo-office.ts';
import { seedDemo } from '../../../src/server/demo/seed-demo.ts';
import { openHouse } from '../../../src/server/house.ts';
import { wallClock } from '../../../src/server/wall-clock.ts';
import { cityProcedure } from '../../support/city-procedure.ts';
import { memoryGround } from '../../support/offices.ts';
import { seededRandom } from '../../support/seeded-random.ts';
import { buildCity } from '../../simulation/city.ts';
import { liveOn } from '../../simulation/city-life.ts';
import { foldHistory, type ArchivedKeys } from '../archive.ts';
import { playChanges } from '../changes.ts';
import { writeHistory } from '../history-files.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const CITY_SEED = 2026;
const CITY_DOSSIERS = 4;
const CITY_ROUNDS = 300;

interface Source {
  readonly log: EventReader;
  readonly keys: KeyStore;
  close(): Promise<void>;
}

/** Runs that can be played again for a later version; each in an empty folder. */
const PLAYS: Readonly<Record<string, (folder: string) => Promise<Source>>> = {
  'joint-approval': async (folder) => {
    const house = await openBenchHouse(folder);
    const dossier = playedDossier('history', 0);
    for (const [index, command] of [...OPENING, ...JOINT_APPROVAL].entries()) {
      await play(house.dossiers, dossier, `history.0.${index}`, command);
    }
    await house.close();
    return openFolder(folder);
  },
  city: async () => {
    const city = await buildCity(seededRandom(CITY_SEED), cityProcedure(), CITY_DOSSIERS);
    await liveOn(city, CITY_ROUNDS);
    const { store, keys } = city.ground;
    return { log: store, keys, close: () => store.close() };
  },
  changes: async () => {
    const ground = memoryGround();
    await playChanges(ground);
    const { store, keys } = ground;
    return { log: store, keys, close: () => store.close() };
  },
  'demo-office': async (folder) => {
    const house = await openHouse({ folder, now: wallClock });
    const published = await publishBuiltIn(BUILT_IN_WORKFLOWS, house);
    if (!published.ok) throw new Error('the built-in definitions have mistakes');
    const departments = published.value.flatMap((definition) => definition.departments);
    const byKind = new Map(departments.map((one) => [one.department, one]));
    await foundDemoOffice([...byKind.values()], house.reference);
    await seedDemo(BUILT_IN_WORKFLOWS, house);
    await house.close();
    return openFolder(folder);
  },
};

function openFolder(folder: string): Source {
  const store = openSqliteEventStore({ folder, now: wallClock, mode: 'read' });
  const keys = openSqliteKeyStore({ path: join(folder, 'keys.db'), randomBytes });
  const close = async (): Promise<void> => {
    keys.close();
    await store.close();
  };
  return { log: store, keys, close };
}

/** The keys that reading asked for. */
function listened(keys: KeyStore): { readonly keys: KeyStore; readonly heard: ArchivedKeys } {
  const heard: Record<string, string | null> = {};
  const find: KeyStore['find'] = (subject) => {
    const key = keys.find(subject);
    if (key === 'erased') heard[subject] = null;
    else if (key !== undefined) heard[subject] = Buffer.from(key).toString('hex');
    return key;
  };
  return { keys: { ...keys, find }, heard };
}

async function record(name: string, { log, keys: all }: Source): Promise<void> {
  const records: StoredRecord[] = [];
  for await (const page of log.readAll()) records.push(...page);
  const { keys, heard } = listened(all);
  const expected = await foldHistory(records, keys);
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const folder = join(ROOT, 'tests', 'histories', manifest.version);
  writeHistory(folder, name, { records, keys: heard, expected });
  console.log(`${name}: ${records.length} events of ${expected.dossiers.length} dossiers`);
}

const { values, positionals } = parseArgs({
  args: argv.slice(2),
  options: { data: { type: 'string' } },
  allowPositionals: true,
});
const [name = ''] = positionals;
const playing = PLAYS[name];
const folder = mkdtempSync(join(tmpdir(), 'countersign-history-'));
try {
  if (values.data === undefined && !playing) {
    throw new Error(`name one of ${Object.keys(PLAYS).join(', ')}, or a data folder with --data`);
  }
  const source = values.data === undefined ? await playing?.(folder) : openFolder(values.data);
  if (source) {
    await record(name, source);
    await source.close();
  }
} finally {
  rmSync(folder, { recursive: true });
}
