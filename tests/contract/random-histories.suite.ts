import * as fc from 'fast-check';
import { expect, it } from 'vitest';

import { isStoreFault } from '../../src/eventstore/faults.ts';
import type {
  EventStore,
  ExpectedRevision,
  NewRecord,
  Revision,
} from '../../src/eventstore/port.ts';
import { collect, collectOf } from './collect.ts';
import type { Subject } from './event-store.suite.ts';
import { asWritten, freshStream, newRecords } from './new-records.ts';

/** One step of a random history. Which earlier append a retry repeats is chosen by `pick`. */
type Step =
  | { readonly kind: 'append'; readonly stream: number; readonly count: number; readonly lag: Lag }
  | { readonly kind: 'retry'; readonly pick: number }
  | {
      readonly kind: 'read';
      readonly stream: number;
      readonly from: number;
      readonly most: number;
    };

/** How the expectation of an append relates to where the stream really is. */
type Lag = 'any' | 'right' | 'behind' | 'ahead' | 'none';

const STREAMS = 3;
const stream = fc.nat({ max: STREAMS - 1 });
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('append' as const),
      stream,
      count: fc.integer({ min: 1, max: 4 }),
      lag: fc.constantFrom<Lag>('any', 'right', 'right', 'behind', 'ahead', 'none'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('retry' as const), pick: fc.nat() }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('read' as const),
      stream,
      from: fc.nat({ max: 12 }),
      most: fc.nat({ max: 5 }),
    }),
  },
);

interface Accepted {
  readonly stream: number;
  readonly expected: ExpectedRevision;
  readonly records: readonly NewRecord[];
  readonly revision: number;
}

/** The model: a list of records for each stream, one list of all, and the appends it accepted. */
class Model {
  readonly names = Array.from({ length: STREAMS }, freshStream);
  readonly streams: NewRecord[][] = this.names.map(() => []);
  readonly all: NewRecord[] = [];
  readonly accepted: Accepted[] = [];

  records(index: number): NewRecord[] {
    return this.streams[index] ?? [];
  }

  expectation(index: number, lag: Lag): ExpectedRevision {
    const last = this.records(index).length - 1;
    if (lag === 'any' || lag === 'none') return lag;
    const wanted = last + { right: 0, behind: -1, ahead: 1 }[lag];
    return wanted < 0 ? 'none' : (wanted as Revision);
  }

  holds(index: number, expected: ExpectedRevision): boolean {
    const last = this.records(index).length - 1;
    return expected === 'any' || (expected === 'none' ? last === -1 : expected === last);
  }
}

async function append(store: EventStore, model: Model, now: Step & { kind: 'append' }) {
  const name = model.names[now.stream] ?? freshStream();
  const records = newRecords(now.count);
  const expected = model.expectation(now.stream, now.lag);
  const own = model.records(now.stream);
  if (!model.holds(now.stream, expected)) {
    const actual = own.length === 0 ? 'none' : own.length - 1;
    const refused = await store.append(name, expected, records).catch((error: unknown) => error);
    expect(isStoreFault(refused, 'stream-conflict')).toBe(true);
    expect(refused).toMatchObject({ facts: { stream: name, expected, actual } });
    return;
  }
  const { revision, duplicate } = await store.append(name, expected, records);
  own.push(...records);
  model.all.push(...records);
  model.accepted.push({ stream: now.stream, expected, records, revision });
  expect({ revision, duplicate }).toEqual({ revision: own.length - 1, duplicate: false });
}

async function retry(store: EventStore, model: Model, { pick }: Step & { kind: 'retry' }) {
  const earlier = model.accepted[pick % Math.max(1, model.accepted.length)];
  const name = model.names[earlier?.stream ?? 0];
  if (earlier === undefined || name === undefined) return;
  const { revision, duplicate } = await store.append(name, earlier.expected, earlier.records);
  expect({ revision, duplicate }).toEqual({ revision: earlier.revision, duplicate: true });
}

async function read(store: EventStore, model: Model, now: Step & { kind: 'read' }) {
  const name = model.names[now.stream] ?? freshStream();
  const own = model.records(now.stream);
  const from = now.from as Revision;
  const forwards = await collect(store.readStream(name, { from, most: now.most }));
  expect(forwards.map(asWritten)).toEqual(own.slice(from, from + now.most));
  const back = { from, most: now.most, direction: 'backwards' } as const;
  const backwards = await collect(store.readStream(name, back));
  const expected = own.slice(0, from + 1).reverse();
  expect(backwards.map(asWritten)).toEqual(expected.slice(0, now.most));
}

async function take(store: EventStore, model: Model, now: Step): Promise<void> {
  if (now.kind === 'append') await append(store, model, now);
  else if (now.kind === 'retry') await retry(store, model, now);
  else await read(store, model, now);
}

export function randomHistoryContract({ store, randomHistories }: Subject): void {
  it('behaves like a plain list under any history of appends, retries and reads', async () => {
    const history = fc.array(step, { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const model = new Model();
        const after = await store().head();
        for (const now of steps) await take(store(), model, now);
        const start = after === undefined ? {} : { after };
        const signal = AbortSignal.timeout(10_000);
        const live = store().subscribe({ ...start, signal });
        const log = await collectOf(model.names, model.all.length, live);
        expect(log.map(asWritten)).toEqual(model.all);
      }),
      { numRuns: randomHistories },
    );
  });
}
