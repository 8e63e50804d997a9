import type { DossierNumber, RequestId } from '../../src/kernel/ids.ts';
import type { TestOffice } from '../support/offices.ts';
import { nextAct, wildAct, type Scene } from './acts.ts';
import type { City } from './city.ts';
import { Clients } from './clients.ts';

const CLIENTS_AT_ONCE = 6;

/** Opens the city's dossiers and lets its people work for so many rounds. */
export async function liveOn(city: City, rounds: number): Promise<void> {
  const clients = await openedDossiers(city);
  for (let number = 0; number < rounds; number += 1) await round(city, clients, number);
}

/** Every dossier of the city opened, and its form filled. */
export async function openedDossiers(city: City): Promise<Clients> {
  const clients = new Clients(city);
  for (const [index, dossier] of city.dossiers.entries()) {
    const [opening, filling] = city.openings[index] ?? [];
    if (opening && filling) await clients.ask(dossier, opening);
    if (filling) await clients.ask(dossier, filling);
  }
  return clients;
}

/** One round: several clients at once, each with what it believes is next. */
export async function round(city: City, clients: Clients, number: number): Promise<void> {
  const { random, dossiers } = city;
  if (random.percent(5)) city.pass();
  if (random.percent(5)) await city.crash();
  const acts = Array.from({ length: 1 + random.below(CLIENTS_AT_ONCE) }, (_, index) => index);
  await Promise.all(
    acts.map(async (index) => {
      if (random.percent(10)) return clients.askAgain();
      const dossier = random.oneOf(dossiers);
      const act = await actOn(dossier, city);
      const requestId = `request-${number}-${index}` as RequestId;
      if (act) await clients.ask(dossier, { requestId, ...act });
    }),
  );
}

async function actOn(dossier: DossierNumber, city: City) {
  const scene = await sceneOf(dossier, city, city.process());
  if (scene === undefined) return undefined;
  return city.random.percent(12) ? wildAct(scene) : nextAct(scene);
}

/** What a client sees; it may be old by the time it acts on it. */
export async function sceneOf(
  dossier: DossierNumber,
  { random, now }: City,
  office: TestOffice,
): Promise<Scene | undefined> {
  const { state } = await office.dossiers.load(dossier);
  if (state.status === 'none') return undefined;
  const procedure = office.library.published(state.procedure);
  return { dossier: state, procedure, now: now(), random };
}
