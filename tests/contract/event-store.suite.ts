import { afterEach, beforeEach, describe } from 'vitest';

import type { EventStore } from '../../src/eventstore/port.ts';
import { appendingContract } from './appending.suite.ts';
import { concurrencyContract } from './concurrency.suite.ts';
import { randomHistoryContract } from './random-histories.suite.ts';
import { readingContract } from './reading.suite.ts';
import { subscribingContract } from './subscribing.suite.ts';

/** One way to get a store that keeps the port's promises. */
export interface StoreUnderTest {
  /** Opens a store; it may be shared with others, whose streams are then in the log too. */
  open(): Promise<EventStore>;
  /** Removes what `open` made, after the store was closed. */
  clear(): Promise<void>;
  /** Whether an id that stands in another stream is refused; a log server may not look there. */
  readonly refusesReusedIds: boolean;
  /** How many random histories to try. */
  readonly randomHistories: number;
}

/** What a suite gets: the store of the test that runs, and what may be expected of it. */
export interface Subject {
  readonly store: () => EventStore;
  readonly refusesReusedIds: boolean;
  readonly randomHistories: number;
}

/** The promises of `src/eventstore/port.ts`, checked on one kind of store. */
export function describeEventStore(name: string, underTest: StoreUnderTest): void {
  describe(`The event store ${name}`, () => {
    let open: EventStore | undefined;
    beforeEach(async () => {
      open = await underTest.open();
    });
    afterEach(async () => {
      await open?.close();
      open = undefined;
      await underTest.clear();
    });
    const subject: Subject = {
      store: () => {
        if (open === undefined) throw new Error('the store is only there while a test runs');
        return open;
      },
      refusesReusedIds: underTest.refusesReusedIds,
      randomHistories: underTest.randomHistories,
    };
    appendingContract(subject);
    readingContract(subject);
    subscribingContract(subject);
    concurrencyContract(subject);
    randomHistoryContract(subject);
  });
}
