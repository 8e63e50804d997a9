import { StoreFault } from '../../src/eventstore/faults.ts';
import type { EventStore } from '../../src/eventstore/port.ts';
import type { Random } from '../support/seeded-random.ts';

const PAUSES_MOST = 12;
const LOST_PERCENT = 4;
const UNHEARD_PERCENT = 12;

/**
 * A store far away: every call takes its own time, so that processes overtake one another; now and
 * then an append is lost, or done while its answer is lost.
 */
export function troubledStore(store: EventStore, random: Random): EventStore {
  return {
    ...store,
    append: async (...append) => {
      await pauses(random);
      if (random.percent(LOST_PERCENT)) throw brokenLine();
      const appended = await store.append(...append);
      if (random.percent(UNHEARD_PERCENT)) throw brokenLine();
      await pauses(random);
      return appended;
    },
    readStream: async function* readStream(...read) {
      await pauses(random);
      for await (const page of store.readStream(...read)) {
        yield page;
        await pauses(random);
      }
    },
  };
}

function brokenLine(): StoreFault {
  return new StoreFault({ code: 'store-unavailable', reason: 'the line is broken' });
}

/** Pauses are counted in turns, not in time, so that a seed repeats them. */
async function pauses(random: Random): Promise<void> {
  for (let left = random.below(PAUSES_MOST); left > 0; left -= 1) await Promise.resolve();
}
