import type { EventId, ExpectedRevision, Revision, StreamName } from './port.ts';

/**
 * What can be wrong with the store. Each has a literal code, facts, and says whether the same call
 * may be made again. Wording is elsewhere (`src/wording/faults.ts`).
 */
export type StoreFaultFacts =
  | {
      /** Somebody appended first. Read what is new, decide again; never retry blindly. */
      readonly code: 'stream-conflict';
      readonly stream: StreamName;
      readonly expected: ExpectedRevision;
      /** The revision the stream really has; `none` when it is not there. */
      readonly actual: Revision | 'none';
    }
  | {
      /** An event id stands already in the log, but elsewhere: a request id was used for two things. */
      readonly code: 'event-id-reused';
      readonly id: EventId;
      readonly stream: StreamName;
    }
  | {
      /** Out of reach for now: retry the same ids with the same expected revision. */
      readonly code: 'store-unavailable';
      readonly reason: string;
    }
  | {
      /** No room left on the disk or under the configured limit. Nothing of the append was kept. */
      readonly code: 'store-full';
      readonly path: string;
    }
  | {
      /** Damaged bytes. Stop, restore from a backup. */
      readonly code: 'store-corrupt';
      readonly path: string;
      readonly reason: string;
    }
  | {
      /** The file is no store of ours. */
      readonly code: 'store-foreign';
      readonly path: string;
    }
  | {
      /** Written by a newer version of this program. */
      readonly code: 'store-newer';
      readonly path: string;
      readonly found: number;
      readonly known: number;
    }
  | {
      /** Another process writes to this data folder. Readers are welcome, a second writer is not. */
      readonly code: 'store-locked';
      readonly path: string;
    }
  | {
      /** A log server turns us away: wrong user, wrong address, a thing it cannot do. */
      readonly code: 'store-refused';
      readonly reason: string;
    }
  | {
      /** The store was closed before or during the call. */
      readonly code: 'store-closed';
    };

const RETRYABLE: ReadonlySet<StoreFaultFacts['code']> = new Set(['store-unavailable']);

export class StoreFault extends Error {
  override readonly name = 'StoreFault';
  readonly facts: StoreFaultFacts;
  /** Whether the very same call may succeed later. */
  readonly retryable: boolean;

  constructor(facts: StoreFaultFacts, options?: ErrorOptions) {
    super(`${facts.code} ${JSON.stringify(facts)}`, options);
    this.facts = facts;
    this.retryable = RETRYABLE.has(facts.code);
  }
}

export function isStoreFault(error: unknown, code?: StoreFaultFacts['code']): error is StoreFault {
  return error instanceof StoreFault && (code === undefined || error.facts.code === code);
}
