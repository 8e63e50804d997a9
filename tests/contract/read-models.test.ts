import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach } from 'vitest';
import { describeReadModels } from './read-models.suite.ts';

describeReadModels('in memory', { url: () => ':memory:', keeps: false });

const folder = mkdtempSync(join(tmpdir(), 'countersign-read-models-'));
let test = 0;
beforeEach(() => {
  test += 1;
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

describeReadModels('in SQLite files', {
  url: () => `sqlite:${join(folder, `${test}`, 'read-models.db')}`,
  keeps: true,
});
