// (b) A cold fold of a dossier of some 250 events, and a warm command without its append:
// `node bench/fold.ts`.
import { DossierOffice } from '../src/application/dossiers/dossier-office.ts';
import { dossierStream } from '../src/codec/dossier-stream.ts';
import { positionOf } from '../src/eventstore/position.ts';
import type { Appended, EventStore, Revision } from '../src/eventstore/port.ts';
import type { House } from '../src/server/house.ts';
import { inTemporaryFolder, openBenchHouse } from './joint-approval/bench-house.ts';
import { LONG_APPROVAL } from './joint-approval/long-approval.ts';
import { JOINT_APPROVAL, OPENING, play, playedDossier } from './joint-approval/play.ts';
import { spread } from './medians.ts';

const FOLDS = 1_200;
const WARM_DOSSIERS = 400;

async function eventsIn(house: House, dossier: ReturnType<typeof playedDossier>): Promise<number> {
  let events = 0;
  for await (const page of house.store.readStream(dossierStream(dossier))) events += page.length;
  return events;
}

async function coldFolds(house: House): Promise<void> {
  const dossier = playedDossier('long', 0);
  for (const [index, command] of [...OPENING, ...LONG_APPROVAL].entries()) {
    await play(house.dossiers, dossier, `long.0.${index}`, command);
  }
  const foldMs: number[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const cold = new DossierOffice(house);
    const from = performance.now();
    await cold.load(dossier);
    foldMs.push(performance.now() - from);
  }
  const events = await eventsIn(house, dossier);
  // The cache is cold at each fold, the code only at the first ones: a server has read before.
  const settled = foldMs.slice(foldMs.length / 2);
  console.log(`the first hundred of them, ms: ${spread(foldMs.slice(0, 100), 2)}`);
  console.log(`cold fold of ${events} events, ms: ${spread(settled, 2)}  (target ≤ 2)`);
}

/** A store that remembers nothing: what is left is everything but the append. */
function forgetful(store: EventStore): EventStore {
  let place = 0;
  return {
    readStream: (stream, options) => store.readStream(stream, options),
    readAll: (options) => store.readAll(options),
    subscribe: (options) => store.subscribe(options),
    head: () => store.head(),
    close: () => Promise.resolve(),
    append: (_stream, expected, records): Promise<Appended> => {
      place += records.length;
      const last = (expected === 'none' || expected === 'any' ? -1 : expected) + records.length;
      const revision = last as Revision;
      return Promise.resolve({ position: positionOf(place), revision, duplicate: false });
    },
  };
}

async function warmCommands(house: House): Promise<void> {
  const dossiers = new DossierOffice({ ...house, store: forgetful(house.store) });
  const commandUs: number[] = [];
  const cpu = process.cpuUsage();
  for (let index = 0; index < WARM_DOSSIERS; index += 1) {
    const dossier = playedDossier('warm', index);
    for (const [step, command] of [...OPENING, ...JOINT_APPROVAL].entries()) {
      const from = performance.now();
      await play(dossiers, dossier, `warm.${index}.${step}`, command);
      if (step >= OPENING.length) commandUs.push((performance.now() - from) * 1_000);
    }
  }
  const { user, system } = process.cpuUsage(cpu);
  const settled = commandUs.slice(commandUs.length / 2);
  console.log(`warm command without its append, µs: ${spread(settled, 1)}  (target ≤ 100)`);
  const commands = WARM_DOSSIERS * (OPENING.length + JOINT_APPROVAL.length);
  console.log(
    `CPU µs a command, opening and warming up included: ${((user + system) / commands).toFixed(1)}`,
  );
}

await inTemporaryFolder(async (folder) => {
  const house = await openBenchHouse(folder);
  await coldFolds(house);
  await warmCommands(house);
  await house.close();
});
