import { describe, expect, it } from 'vitest';

import type { Revision } from '../../src/eventstore/port.ts';
import { collect } from './collect.ts';
import type { Subject } from './event-store.suite.ts';
import { asWritten, freshStream, newRecord, newRecords } from './new-records.ts';

const revision = (value: number): Revision => value as Revision;

export function appendingContract({ store, refusesReusedIds }: Subject): void {
  describe('when events are appended', () => {
    it('begins a stream at revision 0 when the stream is expected not to be there', async () => {
      const stream = freshStream();
      const appended = await store().append(stream, 'none', [newRecord()]);
      expect(appended).toMatchObject({ revision: 0, duplicate: false });
    });

    it('refuses to begin a stream that is there already, and says where it stands', async () => {
      const stream = freshStream();
      await store().append(stream, 'none', newRecords(3));
      await expect(store().append(stream, 'none', [newRecord()])).rejects.toMatchObject({
        facts: { code: 'stream-conflict', stream, expected: 'none', actual: 2 },
        retryable: false,
      });
    });

    it('goes on after the exact revision that was expected', async () => {
      const stream = freshStream();
      const first = await store().append(stream, 'none', newRecords(2));
      const second = await store().append(stream, first.revision, newRecords(2));
      expect(second).toMatchObject({ revision: 3, duplicate: false });
      expect(second.position > first.position).toBe(true);
    });

    it('refuses when somebody appended first, and says where the stream stands', async () => {
      const stream = freshStream();
      await store().append(stream, 'none', newRecords(2));
      await expect(store().append(stream, revision(0), [newRecord()])).rejects.toMatchObject({
        facts: { code: 'stream-conflict', stream, expected: 0, actual: 1 },
      });
      await expect(store().append(stream, revision(7), [newRecord()])).rejects.toMatchObject({
        facts: { code: 'stream-conflict', stream, expected: 7, actual: 1 },
      });
    });

    it('refuses an exact revision of a stream that is not there', async () => {
      const stream = freshStream();
      await expect(store().append(stream, revision(0), [newRecord()])).rejects.toMatchObject({
        facts: { code: 'stream-conflict', stream, expected: 0, actual: 'none' },
      });
    });

    it('takes whatever the stream looks like when any revision will do', async () => {
      const stream = freshStream();
      expect(await store().append(stream, 'any', [newRecord()])).toMatchObject({ revision: 0 });
      expect(await store().append(stream, 'any', newRecords(2))).toMatchObject({ revision: 2 });
    });

    it('keeps nothing of an append that was refused', async () => {
      const stream = freshStream();
      const kept = newRecords(2);
      await store().append(stream, 'none', kept);
      await expect(store().append(stream, revision(0), newRecords(3))).rejects.toThrow(
        'stream-conflict',
      );
      expect((await collect(store().readStream(stream))).map(asWritten)).toEqual(kept);
    });
  });

  describe('when an append is sent again', () => {
    it('acknowledges it with the first outcome and writes nothing', async () => {
      const stream = freshStream();
      const records = newRecords(3);
      const first = await store().append(stream, 'none', records);
      const again = await store().append(stream, 'none', records);
      expect(again).toEqual({ ...first, duplicate: true });
      expect(await collect(store().readStream(stream))).toHaveLength(3);
    });

    it('does so with any revision too', async () => {
      const stream = freshStream();
      const records = newRecords(2);
      const first = await store().append(stream, 'any', records);
      expect(await store().append(stream, 'any', records)).toEqual({ ...first, duplicate: true });
      expect(await collect(store().readStream(stream))).toHaveLength(2);
    });

    it('does so after the stream has moved on', async () => {
      const stream = freshStream();
      await store().append(stream, 'none', newRecords(2));
      const records = newRecords(2);
      const first = await store().append(stream, revision(1), records);
      await store().append(stream, first.revision, newRecords(2));
      const again = await store().append(stream, revision(1), records);
      expect(again).toEqual({ ...first, duplicate: true });
      expect(await collect(store().readStream(stream))).toHaveLength(6);
    });

    it('writes it once when both copies are on their way at the same time', async () => {
      const stream = freshStream();
      const records = newRecords(2);
      const [first, second] = await Promise.all([
        store().append(stream, 'none', records),
        store().append(stream, 'none', records),
      ]);
      expect(second.position).toBe(first.position);
      expect(second.revision).toBe(1);
      expect(await collect(store().readStream(stream))).toHaveLength(2);
    });
  });

  describe.runIf(refusesReusedIds)('when an event id is used for a second thing', () => {
    it('refuses an id that stands in another stream and keeps nothing of the append', async () => {
      const [used, before] = newRecords(2);
      if (used === undefined || before === undefined) throw new Error('two records were made');
      await store().append(freshStream(), 'none', [used]);
      const stream = freshStream();
      await expect(store().append(stream, 'none', [before, used])).rejects.toMatchObject({
        facts: { code: 'event-id-reused', id: used.id, stream },
        retryable: false,
      });
      expect(await collect(store().readStream(stream))).toEqual([]);
      expect(await store().append(stream, 'none', [before])).toMatchObject({ revision: 0 });
    });

    it('refuses an id that stands elsewhere in the same stream', async () => {
      const stream = freshStream();
      const used = newRecord();
      await store().append(stream, 'none', [used]);
      await expect(store().append(stream, revision(0), [used])).rejects.toMatchObject({
        facts: { code: 'event-id-reused', id: used.id },
      });
    });

    it('refuses an append that repeats an earlier one only in part', async () => {
      const stream = freshStream();
      const records = newRecords(2);
      await store().append(stream, 'none', records);
      await expect(store().append(stream, 'any', [...records, newRecord()])).rejects.toMatchObject({
        facts: { code: 'event-id-reused', id: records[0]?.id },
      });
    });

    it('refuses an append that carries the same id twice', async () => {
      const twice = newRecord();
      await expect(store().append(freshStream(), 'none', [twice, twice])).rejects.toMatchObject({
        facts: { code: 'event-id-reused', id: twice.id },
      });
    });
  });

  describe('when the store was closed', () => {
    it('finishes the appends it had accepted and refuses what comes after', async () => {
      const stream = freshStream();
      const accepted = Promise.all(
        newRecords(20).map((one) => store().append(stream, 'any', [one])),
      );
      const closed = store().close();
      expect(await accepted).toHaveLength(20);
      await closed;
      await expect(store().append(stream, 'any', [newRecord()])).rejects.toMatchObject({
        facts: { code: 'store-closed' },
      });
      await expect(store().head()).rejects.toMatchObject({ facts: { code: 'store-closed' } });
      await store().close();
    });
  });
}
