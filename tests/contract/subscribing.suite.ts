import { describe, expect, it } from 'vitest';

import type { EventStore, StoredRecord, StreamName } from '../../src/eventstore/port.ts';
import { collect, collectOf } from './collect.ts';
import type { Subject } from './event-store.suite.ts';
import { asWritten, freshStream, newRecord, newRecords } from './new-records.ts';

const never = (): AbortSignal => new AbortController().signal;

async function appendOneByOne(store: EventStore, stream: StreamName, count: number): Promise<void> {
  for (const record of newRecords(count)) await store.append(stream, 'any', [record]);
}

function expectNoHole(read: readonly StoredRecord[], streams: readonly StreamName[]): void {
  for (const stream of streams) {
    const revisions = read.filter((one) => one.stream === stream).map((one) => one.revision);
    expect(revisions).toEqual(revisions.map((_, index) => index));
  }
  const positions = read.map((record) => record.position);
  expect(positions).toEqual([...positions].sort());
}

export function subscribingContract({ store }: Subject): void {
  describe('when the log is followed', () => {
    it('catches up with what is there and goes on with what comes', async () => {
      const stream = freshStream();
      const before = newRecords(5);
      const after = newRecords(5);
      await store().append(stream, 'none', before);
      const seen = collectOf([stream], 10, store().subscribe({ signal: never() }));
      for (const record of after) await store().append(stream, 'any', [record]);
      expect((await seen).map(asWritten)).toEqual([...before, ...after]);
    });

    it('begins strictly after the position it is given', async () => {
      const stream = freshStream();
      const { position } = await store().append(stream, 'none', newRecords(3));
      const later = newRecords(2);
      await store().append(stream, 'any', later);
      const options = { after: position, signal: never() };
      const seen = await collectOf([stream], 2, store().subscribe(options));
      expect(seen.map(asWritten)).toEqual(later);
    });

    it('has no hole between catching up and going live while many write', async () => {
      const streams = Array.from({ length: 8 }, freshStream);
      const start = await store().append(freshStream(), 'none', [newRecord()]);
      const writing = streams.map((stream) => appendOneByOne(store(), stream, 60));
      await writing[0];
      const options = { after: start.position, signal: never(), batchMost: 7 };
      const late = collectOf(streams, 8 * 60, store().subscribe(options));
      await Promise.all(writing);
      const seen = await late;
      expect(seen).toHaveLength(8 * 60);
      expectNoHole(seen, streams);
    });

    it('serves several followers, each with every event once', async () => {
      const streams = Array.from({ length: 4 }, freshStream);
      const followers = [1, 3, 1_000].map((batchMost) =>
        collectOf(streams, 4 * 30, store().subscribe({ signal: never(), batchMost })),
      );
      await Promise.all(streams.map((stream) => appendOneByOne(store(), stream, 30)));
      for (const seen of await Promise.all(followers)) {
        expect(seen).toHaveLength(4 * 30);
        expectNoHole(seen, streams);
      }
    });

    it('yields no empty batch and none larger than asked for', async () => {
      const stream = freshStream();
      await store().append(stream, 'none', newRecords(25));
      const sizes: number[] = [];
      const stop = new AbortController();
      for await (const batch of store().subscribe({ signal: stop.signal, batchMost: 10 })) {
        sizes.push(batch.length);
        if (batch.some((one) => one.stream === stream && one.revision === 24)) stop.abort();
      }
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
      expect(Math.min(...sizes)).toBeGreaterThan(0);
    });

    it('ends when it is told to, also while it waits', async () => {
      const stop = new AbortController();
      const seen = collect(store().subscribe({ signal: stop.signal }));
      await store().append(freshStream(), 'none', [newRecord()]);
      stop.abort();
      expect(Array.isArray(await seen)).toBe(true);
    });

    it('ends when the store is closed', async () => {
      const seen = collect(store().subscribe({ signal: never() }));
      await store().append(freshStream(), 'none', [newRecord()]);
      await store().close();
      expect(Array.isArray(await seen)).toBe(true);
    });
  });
}
