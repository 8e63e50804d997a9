// A server of its own process for the HTTP bench: opens a bench house, serves it, says where, and
// answers how much CPU it has used.
import { pino } from 'pino';
import type { PersonId } from '../../src/kernel/ids.ts';
import { createDemoIssuer, DEMO_AUDIENCE, DEMO_ISSUER } from '../../src/server/demo/demo-issuer.ts';
import { startServing } from '../../src/server/serving.ts';
import { openBenchHouse } from '../joint-approval/bench-house.ts';
import { openDossiers } from '../joint-approval/measure.ts';
import { JOINT_APPROVAL } from '../joint-approval/play.ts';

const [folder = '', dossiers = '0'] = process.argv.slice(2);

const house = await openBenchHouse(folder);
await openDossiers(house, Number(dossiers));
const issuer = await createDemoIssuer();
const serving = await startServing(house, {
  host: '127.0.0.1',
  port: 0,
  tokens: {
    jwks: issuer.jwks,
    issuer: DEMO_ISSUER,
    audience: DEMO_AUDIENCE,
    algorithms: ['EdDSA'],
  },
  logger: pino({ level: 'silent' }),
  graphiql: false,
});
const people: ReadonlySet<PersonId> = new Set(JOINT_APPROVAL.map(({ actor }) => actor.person));
const tokens = await Promise.all(
  [...people].map(async (person) => [person, await issuer.tokenFor(person)] as const),
);
process.on('message', (message) => {
  if (message === 'cpu') process.send?.({ cpu: process.cpuUsage() });
  else
    void serving
      .stop()
      .then(() => house.close())
      .then(() => process.exit(0));
});
process.send?.({ url: serving.url, tokens: Object.fromEntries(tokens) });
