import { describe, expect, it } from 'vitest';

import { isStoreFault } from '../../src/eventstore/faults.ts';
import type {
  EventId,
  EventStore,
  ExpectedRevision,
  Revision,
  StreamName,
} from '../../src/eventstore/port.ts';
import { collect, untilVisible } from './collect.ts';
import type { Subject } from './event-store.suite.ts';
import { freshStream, newRecord, newRecords } from './new-records.ts';

interface Acknowledged {
  readonly id: EventId;
  readonly stream: StreamName;
  readonly revision: Revision;
}

const WRITERS = 32;
const APPENDS_EACH = 20;

/** Appends one record after another; a conflict is answered by looking where the stream stands. */
async function write(store: EventStore, streams: readonly StreamName[], writer: number) {
  const acknowledged: Acknowledged[] = [];
  let expected: ExpectedRevision = 'none';
  for (let count = 0; count < APPENDS_EACH;) {
    const stream = streams[writer % streams.length] ?? freshStream();
    const { id, ...rest } = newRecord();
    try {
      const { revision } = await store.append(stream, expected, [{ id, ...rest }]);
      acknowledged.push({ id, stream, revision });
      expected = revision;
      count += 1;
    } catch (error) {
      if (!isStoreFault(error, 'stream-conflict')) throw error;
      expected = error.facts.code === 'stream-conflict' ? error.facts.actual : 'any';
    }
  }
  return acknowledged;
}

export function concurrencyContract({ store }: Subject): void {
  describe('when many write at once', () => {
    it('keeps every acknowledged event exactly once, in the order of its stream', async () => {
      const streams = Array.from({ length: 5 }, freshStream);
      const start = await store().append(freshStream(), 'none', [newRecord()]);
      const writers = Array.from({ length: WRITERS }, (_, writer) => writer);
      const written = await Promise.all(writers.map((one) => write(store(), streams, one)));
      const acknowledged = written.flat();
      const total = WRITERS * APPENDS_EACH;
      await untilVisible(store(), start.position, streams, total);

      const log = await collect(store().readAll({ after: start.position }));
      const ours = log.filter((record) => streams.includes(record.stream));
      expect(ours).toHaveLength(total);
      const places = new Map(ours.map((record) => [record.id, record]));
      for (const { id, stream, revision } of acknowledged) {
        expect(places.get(id)).toMatchObject({ stream, revision });
      }
      for (const stream of streams) {
        const inLog = ours.filter((record) => record.stream === stream);
        expect(inLog.map((record) => record.revision)).toEqual(inLog.map((_, index) => index));
        expect(await collect(store().readStream(stream))).toEqual(inLog);
      }
    });

    it('lets exactly one of many begin a stream, and tells the others', async () => {
      const stream = freshStream();
      const outcomes = await Promise.allSettled(
        newRecords(20).map((one) => store().append(stream, 'none', [one])),
      );
      expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
      for (const outcome of outcomes) {
        if (outcome.status === 'fulfilled') continue;
        expect(outcome.reason).toMatchObject({
          facts: { code: 'stream-conflict', stream, expected: 'none', actual: 0 },
        });
      }
    });

    it('writes the events of one append next to each other in the stream', async () => {
      const stream = freshStream();
      const appends = Array.from({ length: 30 }, () => newRecords(4));
      const outcomes = await Promise.all(
        appends.map((records) => store().append(stream, 'any', records)),
      );
      const ids = (await collect(store().readStream(stream))).map((record) => record.id);
      for (const [index, records] of appends.entries()) {
        const end = (outcomes[index]?.revision ?? -1) + 1;
        expect(ids.slice(end - 4, end)).toEqual(records.map((record) => record.id));
      }
    });
  });
}
