/**
 * One department (or the agent) as a process of its own: finds its work at the office, does it by
 * the script, and ends when the dossier does.
 *
 *   node src/cli/demo/department-process.ts --url http://127.0.0.1:4000 --party 331100-water \
 *     --case case.json --pace-ms 300
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Party } from '../../server/demo/playing/moves.ts';
import { officeClient } from './office-client.ts';
import { takePart, type Case } from './take-part.ts';

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: 'http://127.0.0.1:4000' },
    party: { type: 'string', default: 'agency' },
    case: { type: 'string', default: 'case.json' },
    'pace-ms': { type: 'string', default: '300' },
  },
});

// Nobody reads what a participant does whose demo is gone.
process.once('disconnect', () => process.exit(0));
try {
  await takePart({
    party: values.party as Party,
    case: JSON.parse(await readFile(values.case, 'utf8')) as Case,
    client: officeClient(values.url),
    paceMs: Number(values['pace-ms']),
  });
  process.disconnect?.();
} catch (error) {
  console.error(`${values.party}: ${String(error)}`);
  process.exit(1);
}
