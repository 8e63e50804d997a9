// Goal: nothing is ever sealed with a key that a power cut can take away. The kernel is the witness.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { durabilityOf } from './system-calls.ts';

const MAKER = join(import.meta.dirname, 'processes', 'make-keys-and-acknowledge.ts');
const STRACE = ['-f', '-y', '-s', '40000', '-e', 'trace=fsync,fdatasync,write,pwrite64', '-o'];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const canTrace = spawnSync('strace', ['-f', '-o', '/dev/null', 'true']).status === 0;

describe('The key of a new person', () => {
  beforeEach(({ skip }) => skip(!canTrace, 'strace is not installed, or may not trace here'));

  it('is synced to the disk before anybody gets it', () => {
    const trace = join(folder, 'trace');
    const maker = [process.execPath, MAKER, join(folder, 'keys.db')];
    execFileSync('strace', [...STRACE, trace, ...maker], { stdio: ['ignore', 'pipe', 'inherit'] });
    expect(durabilityOf(readFileSync(trace, 'utf8'))).toEqual(Array(5).fill('synced'));
  });
});
