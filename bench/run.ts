// Every measurement, one after the other, each in a process of its own: `npm run bench`.
// Run it on a quiet machine; the ratios inside one part hold on a noisy one too.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PARTS = ['joint-approval', 'fold', 'rebuild', 'store', 'http'];

const failed = PARTS.filter((part) => {
  console.log(`\n── bench/${part}.ts ──`);
  const program = fileURLToPath(new URL(`${part}.ts`, import.meta.url));
  return spawnSync(process.execPath, [program], { stdio: 'inherit' }).status !== 0;
});
if (failed.length > 0) console.error(`failed: ${failed.join(', ')}`);
process.exit(failed.length);
