// Serves the house in the folder of the first argument with the sign-in keys in the file of the
// second, as `countersign serve` does, and writes the address as one line once it may be used.
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

import type { JSONWebKeySet } from 'jose';
import { pino } from 'pino';

import { DEMO_AUDIENCE, DEMO_ISSUER } from '../../../src/server/demo/demo-issuer.ts';
import { openHouse } from '../../../src/server/house.ts';
import { startServing } from '../../../src/server/serving.ts';
import { wallClock } from '../../../src/server/wall-clock.ts';

const [, , folder = '', keysFile = ''] = argv;
const jwks = JSON.parse(readFileSync(keysFile, 'utf8')) as JSONWebKeySet;
const house = await openHouse({ folder, now: wallClock });
const serving = await startServing(house, {
  host: '127.0.0.1',
  port: 0,
  tokens: { jwks, issuer: DEMO_ISSUER, audience: DEMO_AUDIENCE, algorithms: ['EdDSA'] },
  logger: pino({ level: 'error' }, pino.destination(2)),
  graphiql: false,
});
console.log(serving.url);
