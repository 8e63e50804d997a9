import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isReadModelFault } from '../../../src/projections/faults.ts';
import { openReadModels } from '../../../src/projections/open-read-models.ts';
import { openSqliteStorage } from '../../../src/projections/storage/sqlite/sqlite-storage.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-read-files-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const file = () => join(folder, 'read-models.db');
const openModels = () => openReadModels({ url: `sqlite:${file()}` });
const isUnusable = (error: unknown) => isReadModelFault(error, 'read-models-unusable');

/** Leaves a generation that serves, as a run would. */
async function leaveServing(): Promise<void> {
  const storage = openSqliteStorage(file());
  const generation = await storage.create('dossier@1');
  await storage.serve(generation.number);
  await generation.close();
  await storage.close();
}

describe('files of read tables', () => {
  it('show what an earlier run left, without anybody filling them', async () => {
    await leaveServing();
    const models = await openModels();
    expect(await models.dossiers.find('331100-1' as never)).toBeUndefined();
    await models.close();
  });

  it('ask for patience before the first generation serves', async () => {
    const models = await openModels();
    await expect(models.dossiers.find('331100-1' as never)).rejects.toSatisfy((error) =>
      isReadModelFault(error, 'read-models-rebuilding'),
    );
    await models.close();
  });

  it('are refused when they are no database', async () => {
    writeFileSync(file(), 'this is a letter, not a database. '.repeat(50));
    await expect(openModels()).rejects.toSatisfy(isUnusable);
  });

  it('are refused when the generation that should serve is gone or damaged', async () => {
    await leaveServing();
    writeFileSync(join(folder, 'read-models.g1.db'), 'scribbled over '.repeat(2_000));
    await expect(openModels()).rejects.toSatisfy(isUnusable);
    rmSync(join(folder, 'read-models.g1.db'));
    await expect(openModels()).rejects.toSatisfy(isUnusable);
  });

  it('begin anew when the file that says which one serves is deleted', async () => {
    await leaveServing();
    for (const ending of ['', '-wal', '-shm']) rmSync(`${file()}${ending}`, { force: true });
    const storage = openSqliteStorage(file());
    const generation = await storage.create('dossier@1');
    expect(await generation.checkpoint()).toBeUndefined();
    await generation.close();
    await storage.close();
  });
});
