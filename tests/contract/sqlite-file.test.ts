import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { describe, expect, it } from 'vitest';

import type { EventStore, StreamName } from '../../src/eventstore/port.ts';
import { collect } from './collect.ts';
import { useDataFolder } from './data-folder.ts';
import { asWritten, freshStream, newRecord, newRecords } from './new-records.ts';

const folder = useDataFolder();
const file = (): string => join(folder.path(), 'events.db');

const fault = (code: string) => expect.objectContaining({ code }) as unknown;

async function fill(store: EventStore, events: number): Promise<StreamName> {
  const stream = freshStream();
  for (let done = 0; done < events; done += 100) {
    await store.append(stream, 'any', newRecords(Math.min(100, events - done)));
  }
  return stream;
}

async function openAndRead(): Promise<void> {
  const store = folder.open();
  await collect(store.readAll());
}

function tamper(sql: string): void {
  const database = new DatabaseSync(file());
  database.exec(sql);
  database.close();
}

describe('A store that is opened again', () => {
  it('has everything that was acknowledged, and goes on where it stopped', async () => {
    const before = folder.open();
    const stream = freshStream();
    const records = newRecords(3);
    const first = await before.append(stream, 'none', records);
    await before.close();

    const after = folder.open();
    expect((await collect(after.readAll())).map(asWritten)).toEqual(records);
    expect(await after.head()).toBe(first.position);
    expect(await after.append(stream, 'none', records)).toEqual({ ...first, duplicate: true });
    const next = await after.append(stream, first.revision, [newRecord()]);
    expect(next.revision).toBe(3);
    expect(next.position > first.position).toBe(true);
  });
});

describe('A file that cannot be used', () => {
  it('is called damaged when pages of it were overwritten', async () => {
    const store = folder.open();
    await fill(store, 2_000);
    await store.close();
    const size = statSync(file()).size;
    const opened = openSync(file(), 'r+');
    writeSync(opened, Buffer.alloc(size / 2, 0xab), 0, size / 2, Math.floor(size / 4));
    closeSync(opened);
    await expect(openAndRead()).rejects.toMatchObject({ facts: fault('store-corrupt') });
  });

  it('is called damaged when its end is missing', async () => {
    const store = folder.open();
    await fill(store, 2_000);
    await store.close();
    truncateSync(file(), Math.floor(statSync(file()).size / 2));
    await expect(openAndRead()).rejects.toMatchObject({ facts: fault('store-corrupt') });
  });

  it('is called damaged when events are missing from the middle of the log', async () => {
    const store = folder.open();
    await fill(store, 20);
    await store.close();
    tamper('delete from event where position = 7');
    await expect(openAndRead()).rejects.toMatchObject({ facts: fault('store-corrupt') });
  });

  it('is called damaged when a table of ours is gone', async () => {
    await folder.open().close();
    tamper('drop table event');
    await expect(openAndRead()).rejects.toMatchObject({ facts: fault('store-corrupt') });
  });

  it.each([
    ['a text', () => writeFileSync(file(), 'minutes of the meeting\n'.repeat(1_000))],
    ['a database of somebody else', () => tamper('create table account (balance integer)')],
    ['a database marked by another program', () => tamper('pragma application_id = 7')],
  ])('is called foreign when it is %s, and is left as it is', async (_, make) => {
    make();
    const hash = () => createHash('sha256').update(readFileSync(file())).digest('hex');
    const before = hash();
    await expect(openAndRead()).rejects.toMatchObject({ facts: fault('store-foreign') });
    expect(hash()).toBe(before);
  });

  it('is called newer when a later version of the program wrote it', async () => {
    await folder.open().close();
    tamper('pragma user_version = 99');
    await expect(openAndRead()).rejects.toMatchObject({
      facts: { code: 'store-newer', path: file(), found: 99, known: 1 },
      retryable: false,
    });
  });

  it('is called unavailable when its folder is no folder', () => {
    const blocked = join(folder.path(), 'blocked');
    writeFileSync(blocked, '');
    expect(() => folder.open({ folder: blocked })).toThrow('store-unavailable');
  });

  it('is called unavailable to a reader as long as nobody has made it', () => {
    expect(() => folder.open({ mode: 'read' })).toThrow('store-unavailable');
  });
});

describe('A file that is full', () => {
  it('keeps what was acknowledged, nothing of what was refused, and can still be read', async () => {
    const store = folder.open({ maxPageCount: 60 });
    const stream = freshStream();
    const kept = [];
    let refused: unknown;
    while (refused === undefined) {
      const record = newRecord(JSON.stringify({ minutes: '会'.repeat(4_000) }));
      const outcome = await store.append(stream, 'any', [record]).catch((error: unknown) => error);
      if (outcome instanceof Error) refused = outcome;
      else kept.push(record);
    }
    expect(refused).toMatchObject({ facts: { code: 'store-full', path: file() } });
    expect(kept.length).toBeGreaterThan(5);
    expect((await collect(store.readStream(stream))).map(asWritten)).toEqual(kept);
    await store.close();
    const larger = folder.open();
    expect((await collect(larger.readAll())).map(asWritten)).toEqual(kept);
    expect(await larger.append(stream, 'any', [newRecord()])).toMatchObject({
      revision: kept.length,
    });
  });

  it('refuses the one append that is too large, not those that came with it', async () => {
    const store = folder.open({ maxPageCount: 60 });
    const large = newRecord(JSON.stringify({ drawing: '图'.repeat(400_000) }));
    const [before, refused, after] = await Promise.allSettled([
      store.append(freshStream(), 'none', [newRecord()]),
      store.append(freshStream(), 'none', [newRecord(), large]),
      store.append(freshStream(), 'none', [newRecord()]),
    ]);
    expect(before.status).toBe('fulfilled');
    expect(refused).toMatchObject({ reason: { facts: fault('store-full') } });
    expect(after.status).toBe('fulfilled');
    expect(await collect(store.readAll())).toHaveLength(2);
  });
});
