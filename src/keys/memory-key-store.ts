import type { KeyMaterial } from '../codec/key-store.ts';
import type { RandomBytes } from '../codec/sealing.ts';
import type { PersonId } from '../kernel/ids.ts';
import { KeyStoreFault } from '../codec/key-store-faults.ts';
import { KEY_BYTES, type KeyVault } from './key-vault.ts';

/** Keys that live as long as the process: for tests, beside the event store in memory. */
export function createMemoryKeyStore(randomBytes: RandomBytes): KeyVault {
  let keys: Map<PersonId, KeyMaterial | 'erased'> | undefined = new Map();
  const open = () => {
    if (!keys) throw new KeyStoreFault({ code: 'keys-closed' });
    return keys;
  };
  return {
    find: (subject) => open().get(subject),
    ensure: (subject) => {
      const known = open().get(subject);
      if (known === 'erased') throw new KeyStoreFault({ code: 'person-erased', subject });
      const key = known ?? randomBytes(KEY_BYTES);
      open().set(subject, key);
      return key;
    },
    erase: (subject) => {
      open().set(subject, 'erased');
    },
    close: () => {
      keys = undefined;
    },
  };
}
