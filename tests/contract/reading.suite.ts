import { describe, expect, it } from 'vitest';

import { isInstant } from '../../src/kernel/instant.ts';
import type { EventStore, NewRecord, Revision, StreamName } from '../../src/eventstore/port.ts';
import { collect, collectOf, untilVisible } from './collect.ts';
import type { Subject } from './event-store.suite.ts';
import { asWritten, freshStream, newRecord, newRecords } from './new-records.ts';

const revision = (value: number): Revision => value as Revision;
const MANY = 3_000;

async function streamOf(store: EventStore, records: readonly NewRecord[]): Promise<StreamName> {
  const stream = freshStream();
  for (let start = 0; start < records.length; start += 500) {
    await store.append(stream, 'any', records.slice(start, start + 500));
  }
  return stream;
}

export function readingContract({ store }: Subject): void {
  describe('when a stream is read', () => {
    it('gives back the very text that was written, with its place and the moment', async () => {
      const written = newRecord();
      const stream = freshStream();
      const appended = await store().append(stream, 'none', [written]);
      const [read] = await collect(store().readStream(stream));
      expect(read).toMatchObject({ ...written, stream, revision: 0, position: appended.position });
      expect(isInstant(read?.recordedAt ?? '')).toBe(true);
    });

    it('yields nothing for a stream that is not there', async () => {
      expect(await collect(store().readStream(freshStream()))).toEqual([]);
      const backwards = store().readStream(freshStream(), { direction: 'backwards' });
      expect(await collect(backwards)).toEqual([]);
    });

    it('yields all of it both ways, however many pages that takes', async () => {
      const records = newRecords(MANY);
      const stream = await streamOf(store(), records);
      const forwards = await collect(store().readStream(stream));
      expect(forwards.map((record) => record.revision)).toEqual(records.map((_, index) => index));
      expect(forwards.map(asWritten)).toEqual(records);
      const backwards = await collect(store().readStream(stream, { direction: 'backwards' }));
      expect(backwards).toEqual([...forwards].reverse());
    });

    it('begins where it is asked to and ends after the most it is asked for', async () => {
      const stream = await streamOf(store(), newRecords(10));
      const revisions = async (options: Parameters<EventStore['readStream']>[1]) =>
        (await collect(store().readStream(stream, options))).map((record) => record.revision);
      expect(await revisions({ from: revision(7) })).toEqual([7, 8, 9]);
      expect(await revisions({ from: revision(3), most: 2 })).toEqual([3, 4]);
      expect(await revisions({ from: revision(10) })).toEqual([]);
      expect(await revisions({ from: revision(2), direction: 'backwards' })).toEqual([2, 1, 0]);
      expect(await revisions({ direction: 'backwards', most: 1 })).toEqual([9]);
      expect(await revisions({ most: 0 })).toEqual([]);
    });

    it('keeps Chinese text and rare characters byte for byte', async () => {
      const text = JSON.stringify({
        opinion: '同意，请按“容缺受理”办理。𠮷野家 㐂 é \u0000 \u2028 🀄',
      });
      const stream = freshStream();
      const written = { ...newRecord(text), metadata: '{"actor":"承办人·李雷"}' };
      await store().append(stream, 'none', [written]);
      expect((await collect(store().readStream(stream))).map(asWritten)).toEqual([written]);
    });

    it('keeps an event of one megabyte byte for byte', async () => {
      const text = JSON.stringify({ drawing: '图'.repeat(350_000) });
      expect(Buffer.byteLength(text)).toBeGreaterThan(1_000_000);
      const stream = freshStream();
      await store().append(stream, 'none', [newRecord(text), newRecord()]);
      const [read] = await collect(store().readStream(stream));
      expect(read?.data === text).toBe(true);
    });

    it('says so when it is closed in the middle of a read', async () => {
      const stream = await streamOf(store(), newRecords(MANY));
      const pages = store().readStream(stream)[Symbol.asyncIterator]();
      const first = await pages.next();
      expect(first.value.length).toBeLessThan(MANY);
      await store().close();
      await expect(pages.next()).rejects.toMatchObject({ facts: { code: 'store-closed' } });
    });
  });

  describe('when the whole log is read', () => {
    it('knows its last position', async () => {
      const stream = freshStream();
      const first = await store().append(stream, 'none', newRecords(1));
      const appended = await store().append(stream, first.revision, newRecords(2));
      await untilVisible(store(), first.position, [stream], 2);
      const head = await store().head();
      expect(head !== undefined && head >= appended.position).toBe(true);
    });

    it('yields what comes strictly after a position, in order', async () => {
      const streams = [freshStream(), freshStream()] as const;
      const start = await store().append(streams[0], 'none', newRecords(2));
      const later = newRecords(MANY);
      for (let index = 0; index < MANY; index += 100) {
        const stream = streams[(index / 100) % 2 === 0 ? 0 : 1];
        await store().append(stream, 'any', later.slice(index, index + 100));
      }
      await untilVisible(store(), start.position, streams, MANY);
      const read = await collectOf(streams, MANY, store().readAll({ after: start.position }));
      expect(read.map(asWritten)).toEqual(later);
      const positions = read.map((record) => record.position);
      expect(positions).toEqual([...positions].sort());
      expect(new Set(positions).size).toBe(MANY);
    });

    it('ends after the most it is asked for', async () => {
      const { position } = await store().append(freshStream(), 'none', newRecords(1));
      const stream = freshStream();
      await store().append(stream, 'none', newRecords(9));
      await untilVisible(store(), position, [stream], 9);
      const read = await collect(store().readAll({ after: position, most: 4 }));
      expect(read).toHaveLength(4);
      expect(await collect(store().readAll({ most: 0 }))).toEqual([]);
    });

    it('says so when it is closed in the middle of a read', async () => {
      await streamOf(store(), newRecords(MANY));
      const pages = store().readAll()[Symbol.asyncIterator]();
      await pages.next();
      await store().close();
      await expect(pages.next()).rejects.toMatchObject({ facts: { code: 'store-closed' } });
    });
  });
}
