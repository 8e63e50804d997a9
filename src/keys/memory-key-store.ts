import type { KeyMaterial } from '../codec/key-store.ts';
import type { RandomBytes } from '../codec/sealing.ts';
import type { PersonId } from '../kernel/ids.ts';
import { KeyStoreFault } from './faults.ts';
import { KEY_BYTES, type KeyVault } from './key-vault.ts';

/** Keys that live as long as the process: for tests, beside the event store in memory. */
export function createMemoryKeyStore(randomBytes: RandomBytes): KeyVault {
  const keys = new Map<PersonId, KeyMaterial | 'erased'>();
  return {
    find: (subject) => keys.get(subject),
    ensure: (subject) => {
      const known = keys.get(subject);
      if (known === 'erased') throw new KeyStoreFault({ code: 'person-erased', subject });
      const key = known ?? randomBytes(KEY_BYTES);
      keys.set(subject, key);
      return key;
    },
    erase: (subject) => {
      keys.set(subject, 'erased');
    },
    close: () => {
      keys.clear();
    },
  };
}
