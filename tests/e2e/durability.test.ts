// Goal: nobody is told that an event is kept before the operating system was told to put it on the
// disk. The kernel is the witness: a child process writes under strace.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { durabilityOf } from './system-calls.ts';

const WRITER = join(import.meta.dirname, 'processes', 'append-and-acknowledge.ts');
const ACKNOWLEDGED = 21;
const CALLS = 'trace=fsync,fdatasync,write,pwrite64';
/** Text of a call is shown whole: a page of the database with every byte escaped. */
const SHOWN = '40000';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-durability-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function traceOf(synchronous: 'FULL' | 'OFF'): string {
  const trace = join(folder, 'trace');
  const strace = ['-f', '-y', '-s', SHOWN, '-e', CALLS, '-o', trace];
  const writer = [process.execPath, WRITER, join(folder, 'data'), synchronous];
  execFileSync('strace', [...strace, ...writer], { stdio: ['ignore', 'pipe', 'inherit'] });
  return readFileSync(trace, 'utf8');
}

const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

describe('An acknowledged event', () => {
  beforeEach(({ skip }) => skip(!canTrace, 'strace is not installed, or may not trace here'));

  it('was synced to the disk between being written and being acknowledged', () => {
    expect(durabilityOf(traceOf('FULL'))).toEqual(Array(ACKNOWLEDGED).fill('synced'));
  });

  it('would be found out if it were acknowledged without a sync', () => {
    expect(durabilityOf(traceOf('OFF'))).toEqual(Array(ACKNOWLEDGED).fill('no fsync'));
  });
});
