// Goal: a first start that was cut off leaves nothing half-done for ever; the next one goes on.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossierNumber } from '../../src/application/dossiers/dossier-number.ts';
import type { DossierState } from '../../src/domain/dossier/state.ts';
import type { RequestId } from '../../src/kernel/ids.ts';
import { DEMO_REGION } from '../../src/server/demo/demo-people.ts';
import { foundDemoOffice } from '../../src/server/demo/found-demo-office.ts';
import { publishBuiltIn } from '../../src/server/demo/publish-built-in.ts';
import { seedDemo } from '../../src/server/demo/seed-demo.ts';
import { openHouse, type House } from '../../src/server/house.ts';
import { BUILT_IN_WORKFLOWS } from '../../src/server/publishing/built-in.ts';
import { wallClock } from '../../src/server/wall-clock.ts';

const SCENES = [
  'school-draft',
  'toy-factory-pre-review',
  'pump-factory-corrections',
  'hospital-opinions',
  'warehouse-rejection',
  'workshop-awaiting-land',
  'supply-chain-concluded',
] as const;

let folder = '';
let whole: House;
const open: House[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-seeding-'));
  whole = await office('whole');
  await seedDemo(BUILT_IN_WORKFLOWS, whole);
});
afterAll(async () => {
  for (const house of open) await house.close();
  rmSync(folder, { recursive: true });
});

/** A founded office without any dossier. */
async function office(name: string): Promise<House> {
  const house = await openHouse({ folder: join(folder, name), now: wallClock });
  open.push(house);
  const published = await publishBuiltIn(BUILT_IN_WORKFLOWS, house);
  const definitions = published.ok ? published.value : [];
  const departments = new Map(
    definitions.flatMap((one) => one.departments.map((kind) => [kind.department, kind])),
  );
  await foundDemoOffice([...departments.values()], house.reference);
  return house;
}

/** The same house, which takes so many commands and then breaks down. */
function breakingAfter(commands: number, house: House): House {
  let left = commands;
  const handle: House['dossiers']['handle'] = (dossier, request) => {
    left -= 1;
    if (left < 0) throw new Error('the power is gone');
    return house.dossiers.handle(dossier, request);
  };
  const load: House['dossiers']['load'] = (dossier) => house.dossiers.load(dossier);
  return { ...house, dossiers: { handle, load } as House['dossiers'] };
}

async function stateOf(scene: string, house: House): Promise<DossierState> {
  const opening = `demo.${scene}.OpenDossier` as RequestId;
  return (await house.dossiers.load(dossierNumber(DEMO_REGION, opening))).state;
}

/** Where each dossier stands: its status and the step of each of its items. */
async function stands(house: House): Promise<object> {
  const entries = SCENES.map(async (scene) => {
    const state = await stateOf(scene, house);
    if (state.status === 'none') return [scene, 'missing'];
    const steps = Object.values(state.items).map(({ item, step }) => [item, step]);
    return [scene, { status: state.status, ...(Object.fromEntries(steps) as object) }];
  });
  return Object.fromEntries(await Promise.all(entries)) as object;
}

describe('Bringing in the dossiers of the demo', () => {
  it('goes on where it was cut off, and comes to the same', async () => {
    const cut = await office('cut');
    await expect(seedDemo(BUILT_IN_WORKFLOWS, breakingAfter(60, cut))).rejects.toThrow('power');
    expect(await stands(cut)).not.toEqual(await stands(whole));
    await seedDemo(BUILT_IN_WORKFLOWS, cut);
    expect(await stands(cut)).toEqual(await stands(whole));
  });

  it('leaves each dossier where its scene says', async () => {
    expect(await stands(whole)).toMatchObject({
      'school-draft': { status: 'draft' },
      'toy-factory-pre-review': { status: 'draft', 'energy-review': 'planned' },
      'pump-factory-corrections': {
        'energy-review': 'correcting',
        'land-planning-permit': 'correcting',
      },
      'hospital-opinions': { 'scheme-review': 'soliciting', 'gov-prelim-design': 'waiting-ready' },
      'warehouse-rejection': { 'soil-water': 'refused', eia: 'approving' },
      'workshop-awaiting-land': {
        'land-supply': 'awaited',
        'land-planning-permit': 'waiting-ready',
        'construction-permit': 'waiting-ready',
      },
      'supply-chain-concluded': { status: 'concluded' },
    });
  });
});
