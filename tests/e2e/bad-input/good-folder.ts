import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll } from 'vitest';

import { createDemoIssuer, type DemoIssuer } from '../../../src/server/demo/demo-issuer.ts';
import { openHouse } from '../../../src/server/house.ts';
import { wallClock } from '../../../src/server/wall-clock.ts';
import { cityProcedure } from '../../support/city-procedure.ts';
import { AGENT, carryOut, openedBy, opening, request } from '../../support/commands.ts';
import { foundOffice } from '../../support/offices.ts';

/** The dossier in it. */
export const DOSSIER = openedBy('opening-1');

type File = (name: string) => string;

export interface GoodFolder {
  /** A data folder with an office, a procedure and a dossier. */
  good(): string;
  path(name: string): string;
  /** A copy of the good folder, spoilt. */
  readonly spoilt: (name: string, spoil?: (file: File) => void) => string;
  issuer(): DemoIssuer;
  /** The file of the issuer's public keys. */
  signInKeys(): string;
}

/** A data folder for all tests of the file that calls this. */
export function useGoodFolder(): GoodFolder {
  let root = '';
  let issuer: DemoIssuer | undefined;
  const path = (name: string): string => join(root, name);
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'countersign-bad-input-'));
    issuer = await createDemoIssuer();
    writeFileSync(path('sign-in-keys.json'), JSON.stringify(issuer.jwks));
    await fill(path('good'));
  });
  afterAll(() => rmSync(root, { recursive: true }));
  return {
    path,
    good: () => path('good'),
    spoilt: (name, spoil) => {
      cpSync(path('good'), path(name), { recursive: true });
      spoil?.((file) => join(path(name), file));
      return path(name);
    },
    issuer: () => {
      if (!issuer) throw new Error('only within a test');
      return issuer;
    },
    signInKeys: () => path('sign-in-keys.json'),
  };
}

async function fill(folder: string): Promise<void> {
  const house = await openHouse({ folder, now: wallClock });
  await foundOffice(house, cityProcedure());
  await carryOut(house.dossiers, DOSSIER, [
    opening('opening-1', 'city'),
    request('filling-1', AGENT, {
      type: 'FillForm',
      answers: { floorArea: 900, auction: false, forest: false },
    }),
  ]);
  await house.close();
}
