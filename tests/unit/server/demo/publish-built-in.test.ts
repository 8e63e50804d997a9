import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { publishBuiltIn } from '../../../../src/server/demo/publish-built-in.ts';
import { openHouse, type House } from '../../../../src/server/house.ts';
import { BUILT_IN_WORKFLOWS } from '../../../../src/server/publishing/built-in.ts';
import { wallClock } from '../../../../src/server/wall-clock.ts';

let folder = '';
let workflows = '';
let house: House;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-publishing-'));
  workflows = join(folder, 'workflows');
  cpSync(BUILT_IN_WORKFLOWS, workflows, { recursive: true });
  house = await openHouse({ folder: join(folder, 'data'), now: wallClock });
});
afterEach(async () => {
  await house.close();
  rmSync(folder, { recursive: true });
});

function change(file: string, from: string | RegExp, to: string): void {
  const path = join(workflows, file);
  const text = readFileSync(path, 'utf8');
  const changed = text.replace(from, to);
  expect(changed).not.toBe(text);
  writeFileSync(path, changed);
}

describe('Publishing the built-in procedures', () => {
  it('publishes all of them once, and nothing the next time', async () => {
    const first = await publishBuiltIn(workflows, house);
    expect(first.ok && first.value.map(({ procedure }) => procedure)).toEqual([
      'biz-register',
      'ent-commitment',
      'ent-general',
      'ent-simple',
      'gov-building',
    ]);
    const { revision } = house.library.catalogue;
    expect(await publishBuiltIn(workflows, house)).toEqual(first);
    expect(house.library.catalogue.revision).toBe(revision);
  });

  it('says which file was changed under a version that is published', async () => {
    await publishBuiltIn(workflows, house);
    change(
      'ent-simple/procedure.yaml',
      /collectCorrectionsWithinDays: \d/,
      'collectCorrectionsWithinDays: 3',
    );
    const again = await publishBuiltIn(workflows, house);
    expect(again.ok).toBe(false);
    const said = again.ok ? '' : again.error.map(({ zh, en }) => `${zh} ${en}`).join();
    expect(said).toContain('ent-simple');
    expect(said).toMatch(/已发布|published/);
  });

  it('publishes a changed file under its next version', async () => {
    await publishBuiltIn(workflows, house);
    change('ent-simple/procedure.yaml', 'version: 1', 'version: 2');
    expect((await publishBuiltIn(workflows, house)).ok).toBe(true);
    expect(house.library.version('ent-simple' as never, 2)).toBeDefined();
  });

  it('publishes nothing while a file has a mistake, and says where it is', async () => {
    change('ent-simple/procedure.yaml', 'projectCode: required', 'projectCode: perhaps');
    const refused = await publishBuiltIn(workflows, house);
    expect(refused.ok ? [] : refused.error).toContainEqual(
      expect.objectContaining({
        zh: expect.stringMatching(/^ent-simple\/procedure\.yaml:\d+:\d+ /),
      }),
    );
    expect(house.library.catalogue.revision).toBe('none');
  });
});
