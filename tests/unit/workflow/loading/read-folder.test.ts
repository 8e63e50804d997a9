import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadWorkflows } from '../../../../src/workflow/loading/read-folder.ts';
import { placesOf, soundWorkflows } from '../../../support/definitions/sound-workflows.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  for (const { file, text } of soundWorkflows()) write(file, text);
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(file: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true });
  writeFileSync(join(folder, file), content);
}

describe('the workflows folder on disk', () => {
  it('is read whole, with the worked examples and without what is not a definition', async () => {
    write('build/examples/good.yaml', 'title: x');
    write('build/README.md', 'text');
    write('calendars/2026.yaml', 'days: []');
    const loaded = await loadWorkflows(folder);
    expect(loaded.mistakes).toEqual([]);
    expect(loaded.warnings).toEqual([]);
    expect(loaded.procedures.map(({ value }) => value.procedure)).toEqual(['build']);
    expect([...loaded.catalogue.items.keys()]).toEqual([
      'design',
      'eia',
      'filing',
      'land',
      'permit',
    ]);
    expect(loaded.examples.map(({ file }) => file)).toEqual(['build/examples/good.yaml']);
  });

  it('is read under any way of naming it', async () => {
    const roundabout = join(folder, 'build', '..') + '/';
    expect((await loadWorkflows(roundabout)).mistakes).toEqual([]);
  });

  it('that is not there is told', async () => {
    const { mistakes } = await loadWorkflows(join(folder, 'nowhere'));
    expect(mistakes.map(({ code }) => code)).toEqual(['folder-missing']);
  });

  it('may hold a file that is too large, or no text, and the others are judged all the same', async () => {
    write('catalogue/materials.yaml', `# ${'x'.repeat(600 * 1024)}`);
    write('catalogue/items/permit.yaml', Uint8Array.of(0xc3, 0x28));
    const { mistakes, catalogue } = await loadWorkflows(folder);
    expect(placesOf(mistakes)).toEqual([
      'catalogue/items/permit.yaml:1:1 file-not-utf8',
      'catalogue/materials.yaml:1:1 file-too-large',
    ]);
    expect(catalogue.departments?.size).toBe(3);
  });
});
