import type { PersonId } from '../kernel/ids.ts';

/** A person's key for AES-256-GCM: 32 bytes. Never logged, never sent. */
export type KeyMaterial = Uint8Array;

/**
 * The keys that personal fields are sealed with, one a person. Synchronous, because sealing lies in
 * the middle of an append; adapters (`src/keys`) keep what they know in memory.
 */
export interface KeyStore {
  /**
   * The person's key; `erased` once it was destroyed on purpose; `undefined` where this store has
   * never known the person.
   */
  find(subject: PersonId): KeyMaterial | 'erased' | undefined;
  /**
   * The person's key, made now where there is none. It is on the disk before this returns: nothing
   * may ever be sealed with a key that a power cut can take away.
   * @throws KeyStoreFault, for example `person-erased`: nothing more may be kept about this person
   */
  ensure(subject: PersonId): KeyMaterial;
}
