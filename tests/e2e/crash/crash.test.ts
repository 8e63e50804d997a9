// Goal: whoever was told that a command is carried out can rely on it, whatever happens to the
// serving process. Method: it is killed again and again at random moments while 64 clients send
// commands and repeat what was not answered; afterwards the log is held against what they were told.
// `COUNTERSIGN_SEED=…` repeats the choices (not the timing), `npm run test:long` kills 1,000 times.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { openBenchHouse } from '../../../bench/joint-approval/bench-house.ts';
import type { Recorded } from '../../../src/codec/envelope.ts';
import { dossierOfStream } from '../../../src/codec/dossier-stream.ts';
import type { DossierNumber } from '../../../src/kernel/ids.ts';
import { createDemoIssuer } from '../../../src/server/demo/demo-issuer.ts';
import { openHouse, type House } from '../../../src/server/house.ts';
import { openReadSide, type ReadSide } from '../../../src/server/read-side.ts';
import { wallClock } from '../../../src/server/wall-clock.ts';
import { isLongRun, seededRandom, seedOf, type Random } from '../../support/seeded-random.ts';
import { Clients, type Acknowledged } from './clients.ts';
import { bringToLife, type Life } from './serving-process.ts';

const KILLS = isLongRun ? 1_000 : 20;
const CLIENTS = 64;
const ASKED_AGAIN = 200;
const ANSWERS_OF_A_LIFE_MOST = 120;
const LIFE_MOST_MS = 3_000;
const MOST_MS = KILLS * 4_000 + 40_000;

let root = '';
let told: readonly Acknowledged[] = [];
let toldAgain: readonly Acknowledged[] = [];
let complaints = '';
let house: House | undefined;
let readSide: ReadSide | undefined;
let log: readonly Recorded[] = [];

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'countersign-crash-'));
  const folder = join(root, 'data');
  await (await openBenchHouse(folder)).close();
  await livesAndDeaths(folder, seededRandom(seedOf('crash')));
  house = await openHouse({ folder, now: wallClock });
  log = await logOf(house);
  readSide = await openReadSide(house, (error) => {
    throw error;
  });
}, MOST_MS);

afterAll(async () => {
  await readSide?.close();
  await house?.close();
  rmSync(root, { recursive: true });
});

/** The whole ordeal; then some of all requests are asked once more, and a last kill ends it. */
async function livesAndDeaths(folder: string, random: Random): Promise<void> {
  const issuer = await createDemoIssuer();
  const keysFile = join(root, 'sign-in-keys.json');
  writeFileSync(keysFile, JSON.stringify(issuer.jwks));
  let life: Life = bringToLife(folder, keysFile);
  const clients = new Clients({
    random,
    url: () => life.url,
    tokenFor: (person) => issuer.tokenFor(person),
  });
  const work = clients.work(CLIENTS);
  // What goes wrong is thrown where the work is awaited; until then it only ends the killing.
  work.catch(() => undefined);
  try {
    for (let kills = 0; kills < KILLS && !clients.isOver(); kills += 1) {
      // One in ten is killed while it is still starting: the log is opened, the tables are filled.
      await (random.percent(10) ? pause(random.below(800)) : life.url);
      await someAnswers(clients, random);
      await life.kill();
      complaints += life.complaints();
      life = bringToLife(folder, keysFile);
    }
    clients.finish();
    await work;
    told = clients.acknowledged;
    const chosen = Array.from({ length: ASKED_AGAIN }, () => random.oneOf(told).errand);
    toldAgain = await Promise.all(chosen.map((errand) => clients.insist(errand)));
  } finally {
    clients.finish();
    await life.kill();
    complaints += life.complaints();
  }
}

/** The moment of a kill is counted in answers, so that a slow machine sees as much work interrupted. */
async function someAnswers(clients: Clients, random: Random): Promise<void> {
  const answers = clients.acknowledged.length + random.below(ANSWERS_OF_A_LIFE_MOST);
  const giveUp = AbortSignal.timeout(LIFE_MOST_MS);
  const isDue = () => clients.acknowledged.length >= answers || giveUp.aborted;
  while (!isDue() && !clients.isOver()) await pause(1);
  await pause(random.below(60));
}

async function logOf({ store, codec }: House): Promise<readonly Recorded[]> {
  const records: Recorded[] = [];
  for await (const page of store.readAll()) {
    records.push(...page.map((record) => codec.decode(record)));
  }
  return records.filter(({ stream }) => dossierOfStream(stream) !== undefined);
}

describe(`A serving process that was killed ${KILLS} times under ${CLIENTS} clients`, () => {
  it('was really interrupted in its work', () => {
    const interrupted = told.filter(({ tries }) => tries > 1);
    const healed = told.filter(({ repeated }) => repeated);
    console.log(
      `${told.length} commands acknowledged, ${interrupted.length} of them after a broken line; ` +
        `${healed.length} had been carried out when the line broke`,
    );
    expect(told.length).toBeGreaterThan(KILLS * 10);
    expect(interrupted.length).toBeGreaterThan(KILLS);
  });

  it('has every acknowledged command in the log, where it was told to be', () => {
    const lastOf = new Map(log.map(({ metadata, position }) => [metadata.requestId, position]));
    const lost = told.filter(
      ({ errand, position }) => lastOf.get(errand.requestId as never) !== position,
    );
    expect(lost).toEqual([]);
  });

  it('has none twice, and nothing that nobody asked for', () => {
    const asked = new Set(told.map(({ errand }) => errand.requestId));
    const written = Map.groupBy(log, ({ metadata }) => metadata.requestId);
    expect([...written.keys()].filter((requestId) => !asked.has(requestId))).toEqual([]);
    const scattered = [...written.values()].filter((events) =>
      events.some(
        ({ stream, revision }, index) =>
          stream !== events[0]?.stream || revision !== (events[0]?.revision ?? 0) + index,
      ),
    );
    expect(scattered).toEqual([]);
    expect(new Set(log.map(({ id }) => id)).size).toBe(log.length);
  });

  it('has kept the order of each dossier, as it was acknowledged', () => {
    const positions = new Map(
      told.map(({ errand, position }) => [`${errand.dossier} ${errand.index}`, position]),
    );
    const outOfOrder = told.filter(({ errand: { dossier, index }, position }) => {
      const isLaneStart = index < 4 || (index - 3) % 3 === 0;
      const before = positions.get(
        `${dossier} ${isLaneStart ? Math.min(index - 1, 2) : index - 1}`,
      );
      return before !== undefined && before >= position;
    });
    expect(outOfOrder).toEqual([]);
    for (const events of Map.groupBy(log, ({ stream }) => stream).values()) {
      expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index));
    }
  });

  it('answers a request that is asked again with its first position', () => {
    const positions = new Map(told.map(({ errand, position }) => [errand.requestId, position]));
    expect(toldAgain).toHaveLength(ASKED_AGAIN);
    for (const { errand, position, repeated } of toldAgain) {
      expect({ position, repeated }).toEqual({
        position: positions.get(errand.requestId),
        repeated: true,
      });
    }
  });

  it('broke none of its own rules', () => {
    expect(complaints).not.toContain('BrokenInvariant');
    expect(complaints).not.toContain('masked');
  });

  it('has read tables that catch up by themselves with what the log says', async () => {
    const head = log.at(-1)?.position;
    if (!head || !house || !readSide) throw new Error('the log is empty');
    await readSide.projections.waitFor(head, 20_000);
    const { dossiers } = readSide.readModels;
    for (const [stream, events] of Map.groupBy(log, (recorded) => recorded.stream)) {
      const number = dossierOfStream(stream) as DossierNumber;
      const { state } = await house.dossiers.load(number);
      const items = state.status === 'none' ? {} : state.items;
      const shown = await dossiers.find(number);
      expect(shown).toMatchObject({ status: state.status, revision: events.length - 1 });
      const steps = (await dossiers.items(number)).map(({ item, step }) => [item, step]);
      expect(Object.fromEntries(steps)).toEqual(
        Object.fromEntries(Object.values(items).map(({ item, step }) => [item, step])),
      );
    }
  });
});
