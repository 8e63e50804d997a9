import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { afterEach, describe, expect, it } from 'vitest';

import { collect } from './collect.ts';
import { useDataFolder } from './data-folder.ts';
import { freshStream, newRecord } from './new-records.ts';

const folder = useDataFolder();
const program = (name: string): string => join(import.meta.dirname, 'processes', `${name}.ts`);
const children: ChildProcess[] = [];

afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  }
});

function start(name: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const child = spawn(process.execPath, [program(name), folder.path()], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

async function nextOf(lines: AsyncIterator<string>): Promise<unknown> {
  return JSON.parse((await lines.next()).value);
}

describe('Two processes on one data folder', () => {
  it('one reads while the other writes, and sees every event once as it comes', async () => {
    const store = folder.open();
    const streams = [freshStream(), freshStream()];
    for (const stream of streams) await store.append(stream, 'none', [newRecord()]);
    const { lines } = start('follow-the-log');
    expect(await nextOf(lines)).toBe('following');
    for (let count = 0; count < 50; count += 1) {
      await Promise.all(streams.map((stream) => store.append(stream, 'any', [newRecord()])));
    }
    const written = await collect(store.readAll());
    for (const { stream, revision, position, id } of written) {
      expect(await nextOf(lines)).toEqual({ stream, revision, position, id });
    }
    const late = await store.append(freshStream(), 'none', [newRecord()]);
    expect(await nextOf(lines)).toMatchObject({ position: late.position });
  });

  it('a second writer is refused, a reader is not', async () => {
    const { lines } = start('hold-the-store');
    const { stream } = (await nextOf(lines)) as { stream: string };
    expect(() => folder.open()).toThrow('store-locked');
    const read = await collect(folder.open({ mode: 'read' }).readAll());
    expect(read.map((record) => record.stream)).toEqual([stream]);
  });

  it('a writer that was killed leaves its events and no lock behind', async () => {
    const { child, lines } = start('hold-the-store');
    const { stream } = (await nextOf(lines)) as { stream: string };
    child.kill('SIGKILL');
    await once(child, 'exit');
    const read = await collect(folder.open().readAll());
    expect(read.map((record) => record.stream)).toEqual([stream]);
  });

  it('the same process cannot open the folder for writing twice either', async () => {
    const store = folder.open();
    expect(() => folder.open()).toThrow('store-locked');
    await store.close();
    await folder.open().append(freshStream(), 'none', [newRecord()]);
  });
});

describe.skipIf(process.platform === 'win32')('A disk that is full', () => {
  it('keeps what was acknowledged, nothing of what was refused, and can still be read', () => {
    const limited = `ulimit -f 20000 && exec "$0" "$1" "$2"`;
    const program1 = program('fill-the-disk');
    const said = execFileSync('sh', ['-c', limited, process.execPath, program1, folder.path()]);
    const { refusedWith, acknowledged, found } = JSON.parse(said.toString());
    expect(refusedWith).toEqual({ code: 'store-full', path: join(folder.path(), 'events.db') });
    expect(acknowledged.length).toBeGreaterThan(10);
    expect(found).toEqual(acknowledged);
  });
});
