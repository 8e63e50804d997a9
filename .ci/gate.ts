/**
 * The gate: every static check, then every test a plain machine can run, then one line
 * `N passed, N failed, N skipped`. `--static` stops before the tests, `--long` adds the long runs.
 * It only reads; `npm run fix` writes.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const CHECKS = ['format:check', 'lint', 'types', 'rules', 'dead-code', 'schema:check'] as const;

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
  numFailedTestSuites: z.number(),
});

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  const done = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return done.status === 0;
}

function staticChecks(): boolean {
  let clean = true;
  for (const check of CHECKS) {
    const startedMs = performance.now();
    const passed = run('npm', ['run', '--silent', check]);
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    console.log(`${passed ? 'ok  ' : 'FAIL'} ${check} (${seconds} s)`);
    clean &&= passed;
  }
  return clean;
}

function tests(long: boolean): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-gate-'));
  const file = join(folder, 'report.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const passed = run('vitest', ['run', ...reporters], long ? { COUNTERSIGN_LONG_TESTS: '1' } : {});
  const counts = report.parse(JSON.parse(readFileSync(file, 'utf8')));
  rmSync(folder, { recursive: true });
  const failed = counts.numFailedTests + (passed ? 0 : Number(counts.numFailedTests === 0));
  const skipped = counts.numPendingTests + counts.numTodoTests;
  console.log(`${counts.numPassedTests} passed, ${failed} failed, ${skipped} skipped`);
  return passed && failed === 0;
}

const clean = staticChecks();
const only = process.argv.includes('--static');
const green = only || tests(process.argv.includes('--long'));
if (!clean) console.error('a static check failed; see FAIL above');
process.exit(clean && green ? 0 : 1);
