// Goal: departments that work side by side through several processes, with lost answers, repeated
// requests, crashes and every kind of order, lose no sign-off and make none twice. Method: seeded
// random walks through the application over a real store; the log is judged afterwards by rules
// written anew beside it. `COUNTERSIGN_SEED=…` repeats a run, `npm run test:long` makes long ones.
import { describe, expect, it } from 'vitest';

import { benchDefinition } from '../../bench/joint-approval/definition.ts';
import type { Recorded } from '../../src/codec/envelope.ts';
import { dossierOfStream } from '../../src/codec/dossier-stream.ts';
import type { DossierEvent } from '../../src/domain/dossier/events.ts';
import { cityProcedure } from '../support/city-procedure.ts';
import { openOfficeOn, type TestOffice } from '../support/offices.ts';
import { isLongRun, seededRandom, seedOf } from '../support/seeded-random.ts';
import { buildCity, type City } from './city.ts';
import { openedDossiers, round, sceneOf } from './city-life.ts';
import { refusedOffers, tryingOffice, unofferedActs } from './offers.ts';
import { brokenPromises } from './promises.ts';
import { wrongSignOffs } from './sign-offs.ts';

const RUNS = isLongRun ? 40 : 2;
const ROUNDS = isLongRun ? 1_000 : 200;
const DOSSIERS = 3;

const DECISIONS: ReadonlySet<string> = new Set([
  'ItemApproved',
  'ItemRejected',
  'SuperiorAnswered',
]);

const SEED = seedOf('simulation');
const seeds = Array.from({ length: RUNS }, (_, index) => SEED + index);

async function logOf({ ground }: City, { codec }: TestOffice): Promise<readonly Recorded[]> {
  const log: Recorded[] = [];
  for await (const page of ground.store.readAll()) {
    log.push(...page.map((record) => codec.decode(record)));
  }
  return log.filter(({ stream }) => dossierOfStream(stream) !== undefined);
}

/** Every process, whatever it has in memory, knows what the log says. */
async function expectOneTruth(city: City): Promise<void> {
  const fresh = await openOfficeOn(city.ground);
  for (const dossier of city.dossiers) {
    const replayed = await fresh.dossiers.load(dossier);
    for (const { dossiers } of city.processes()) {
      expect(await dossiers.load(dossier)).toEqual(replayed);
    }
  }
}

describe.each(seeds)('A city whose processes fail, seed %i', (seed) => {
  it.each([
    ['the rich procedure', cityProcedure()],
    ['twelve departments in parallel', benchDefinition()],
  ])('loses no sign-off and makes none twice: %s', async (_name, definition) => {
    const city = await buildCity(seededRandom(seed), definition, DOSSIERS);
    const clients = await openedDossiers(city);
    for (let number = 0; number < ROUNDS; number += 1) {
      await round(city, clients, number);
      if (number % 20 === 0) await expectOneTruth(city);
    }
    await expectOneTruth(city);
    const fresh = await openOfficeOn(city.ground);
    const log = await logOf(city, fresh);
    const decided = log.filter(({ event: { type } }) => DECISIONS.has(type));
    expect(decided.length).toBeGreaterThan(10);
    expect(brokenPromises(clients.asked, log)).toEqual([]);
    for (const dossier of city.dossiers) {
      const history = log.filter(({ stream }) => dossierOfStream(stream) === dossier);
      expect(wrongSignOffs(history as Recorded<DossierEvent>[])).toEqual([]);
      expect((await fresh.dossiers.load(dossier)).revision).toBe(history.length - 1);
    }
  });

  it('offers what it takes, and takes of an item what it offers', async () => {
    const city = await buildCity(seededRandom(seed), cityProcedure(), 1);
    const clients = await openedDossiers(city);
    const [dossier] = city.dossiers;
    const office = await openOfficeOn(city.ground);
    for (let number = 0; number < ROUNDS; number += 1) {
      await round(city, clients, number);
      const scene = dossier && (await sceneOf(dossier, city, office));
      if (!scene || city.random.percent(75)) continue;
      const trial = { scene, trying: tryingOffice(office) };
      expect(await refusedOffers(trial)).toEqual([]);
      expect(await unofferedActs(trial)).toEqual([]);
    }
  });
});
