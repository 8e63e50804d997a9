import { expect, it } from 'vitest';

import { followLog } from '../../../src/eventstore/follow-log.ts';
import { createMemoryEventStore } from '../../../src/eventstore/memory/memory-event-store.ts';
import { instantFromMs } from '../../../src/kernel/instant.ts';
import { LogBell } from '../../../src/eventstore/log-bell.ts';

it('A follower that is told to stop is no longer waiting for the bell', async () => {
  const bell = new LogBell();
  const stop = new AbortController();
  const waiting = bell.wait(stop.signal);
  stop.abort();
  expect(await Promise.all([waiting, bell.wait(stop.signal)])).toEqual([undefined, undefined]);
});

it('A follower of a store that was closed before ends at once', async () => {
  const store = createMemoryEventStore({ now: () => instantFromMs(0) });
  await store.close();
  const batches = store.subscribe({ signal: new AbortController().signal });
  expect(await batches[Symbol.asyncIterator]().next()).toEqual({ done: true, value: undefined });
});

it('A follower looks again when the bell rang for nothing', async () => {
  let looked = 0;
  const stop = new AbortController();
  const following = followLog(
    {
      isClosed: () => false,
      pageAfter: () => {
        looked += 1;
        if (looked === 3) stop.abort();
        return [];
      },
      grown: async () => undefined,
    },
    { signal: stop.signal },
  );
  expect(await following.next()).toEqual({ done: true, value: undefined });
  expect(looked).toBe(3);
});
