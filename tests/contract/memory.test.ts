import { createMemoryEventStore } from '../../src/eventstore/memory/memory-event-store.ts';
import { instantFromMs } from '../../src/kernel/instant.ts';
import { describeEventStore } from './event-store.suite.ts';

describeEventStore('in memory', {
  open: async () => createMemoryEventStore({ now: () => instantFromMs(Date.now()) }),
  clear: async () => undefined,
  refusesReusedIds: true,
  randomHistories: 200,
});
