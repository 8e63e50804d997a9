import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Revision, StreamName } from '../../src/eventstore/port.ts';
import type { House } from '../../src/server/house.ts';
import { runDossierLoad, type LoadOptions } from '../dossier-load.ts';
import type { FloorEvent, FloorResult } from '../floor.ts';
import { openBenchHouse } from './bench-house.ts';
import { JOINT_APPROVAL, OPENING, play, playedDossier } from './play.ts';

const OPENED_AT_ONCE = 64;
const WARMING_DOSSIERS = 512;
const WARMING: LoadOptions = { dossiersInFlight: 32, dossiers: WARMING_DOSSIERS };
/** Opened, form filled, items matched. */
const OPENING_EVENTS = 3;

export interface MeasuredApproval extends FloorResult {
  /** The events of one measured dossier, for a floor that writes the same. */
  readonly events: readonly FloorEvent[];
}

/** The joint approval by the production path; opening and form are done before the clock runs. */
export async function measureJointApproval(
  folder: string,
  load: LoadOptions,
): Promise<MeasuredApproval> {
  const house = await openBenchHouse(folder);
  await openDossiers(house, WARMING_DOSSIERS + load.dossiers);
  // A server is warm: the schemas that were compiled for this house have been used before.
  await runDossierLoad(WARMING, (dossier) => commands(house, dossier));
  const result = await runDossierLoad(load, (dossier) =>
    commands(house, WARMING_DOSSIERS + dossier),
  );
  const written = await eventsOf(house);
  await house.close();
  const bytes = statSync(join(folder, 'events.db')).size;
  const events = (WARMING_DOSSIERS + load.dossiers) * (JOINT_APPROVAL.length + OPENING_EVENTS);
  const bytesPerDossier = Math.round((bytes / events) * JOINT_APPROVAL.length);
  return { ...result, bytesPerDossier, events: written };
}

export async function openDossiers(house: House, dossiers: number): Promise<void> {
  for (let first = 0; first < dossiers; first += OPENED_AT_ONCE) {
    const some = Array.from({ length: Math.min(OPENED_AT_ONCE, dossiers - first) });
    await Promise.all(some.map((_, index) => openOne(house, first + index)));
  }
}

async function openOne(house: House, dossier: number): Promise<void> {
  for (const [index, opening] of OPENING.entries()) {
    await play(
      house.dossiers,
      playedDossier('bench', dossier),
      `bench.${dossier}.${index}`,
      opening,
    );
  }
}

/** The measured commands of one dossier, one a call. */
function commands(house: House, dossier: number): (step: number) => Promise<unknown> {
  const number = playedDossier('bench', dossier);
  return (step) => {
    const played = JOINT_APPROVAL[step];
    if (played === undefined) throw new Error(`the play has no step ${step}`);
    return play(house.dossiers, number, `bench.${dossier}.${OPENING.length + step}`, played);
  };
}

async function eventsOf(house: House): Promise<readonly FloorEvent[]> {
  const stream = `dossier-${playedDossier('bench', 0)}` as StreamName;
  const events: FloorEvent[] = [];
  for await (const page of house.store.readStream(stream, { from: OPENING_EVENTS as Revision })) {
    for (const { type, data, metadata } of page) {
      const plain = { data: JSON.parse(data) as object, metadata: JSON.parse(metadata) as object };
      events.push({ type, ...plain });
    }
  }
  return events;
}
