import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFICE_ITSELF } from '../../src/domain/organisation/decide.ts';
import { invariant } from '../../src/kernel/invariant.ts';
import { foundDemoOffice } from '../../src/server/demo/found-demo-office.ts';
import { openHouse, type House } from '../../src/server/house.ts';
import { publishProcedure } from '../../src/server/publishing/publish-procedure.ts';
import { wallClock } from '../../src/server/wall-clock.ts';
import { benchDefinition } from './definition.ts';

/** A fresh house on a disk, with the measured procedure published and its people appointed. */
export async function openBenchHouse(folder: string): Promise<House> {
  const house = await openHouse({ folder, now: wallClock });
  const definition = benchDefinition();
  await foundDemoOffice(definition.departments, house.reference);
  const office = { person: OFFICE_ITSELF, post: 'administrator' } as const;
  const published = await publishProcedure(definition, office, house.reference);
  invariant(published.ok, `published: ${JSON.stringify(published)}`);
  return house;
}

/** Runs with an empty folder that is gone afterwards. */
export async function inTemporaryFolder<Value>(
  run: (folder: string) => Promise<Value>,
): Promise<Value> {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-bench-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
