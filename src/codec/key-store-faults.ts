import type { PersonId } from '../kernel/ids.ts';

/**
 * What can be wrong with the key store. Wording is elsewhere (`src/wording/key-store-faults.ts`).
 */
export type KeyStoreFaultFacts =
  | {
      /** The person's key was destroyed on purpose: nothing more may be kept about this person. */
      readonly code: 'person-erased';
      readonly subject: PersonId;
    }
  | {
      /** Out of reach for now, for example busy with another writer. The same call may succeed. */
      readonly code: 'keys-unavailable';
      readonly reason: string;
    }
  | {
      /** No room left on the disk. No key was made. */
      readonly code: 'keys-full';
      readonly path: string;
    }
  | {
      /** Damaged bytes. Stop, restore from a backup. */
      readonly code: 'keys-corrupt';
      readonly path: string;
      readonly reason: string;
    }
  | {
      /** The file is no key store of ours. */
      readonly code: 'keys-foreign';
      readonly path: string;
    }
  | {
      /** Written by a newer version of this program. */
      readonly code: 'keys-newer';
      readonly path: string;
      readonly found: number;
      readonly known: number;
    }
  | {
      /** The keys are wrapped and no master key was given, or they are not, or it is another one. */
      readonly code: 'keys-master-key';
      readonly path: string;
      readonly problem: 'missing' | 'not-expected' | 'wrong';
    }
  | {
      /** The store was closed before the call. */
      readonly code: 'keys-closed';
    };

export class KeyStoreFault extends Error {
  override readonly name = 'KeyStoreFault';
  readonly facts: KeyStoreFaultFacts;
  /** Whether the very same call may succeed later. */
  readonly retryable: boolean;

  constructor(facts: KeyStoreFaultFacts, options?: ErrorOptions) {
    super(`${facts.code} ${JSON.stringify(facts)}`, options);
    this.facts = facts;
    this.retryable = facts.code === 'keys-unavailable';
  }
}

export function isKeyStoreFault(
  error: unknown,
  code?: KeyStoreFaultFacts['code'],
): error is KeyStoreFault {
  return error instanceof KeyStoreFault && (code === undefined || error.facts.code === code);
}
