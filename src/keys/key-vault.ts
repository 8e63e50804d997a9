import type { KeyStore } from '../codec/key-store.ts';
import type { PersonId } from '../kernel/ids.ts';

/** Length of a key for AES-256-GCM. */
export const KEY_BYTES = 32;

/** A key store as its owner sees it; the codec sees `KeyStore` alone. */
export interface KeyVault extends KeyStore {
  /**
   * Destroys the person's key for good (crypto-shredding): whatever was sealed with it reads as
   * erased from now on, here and in every backup of the log. Durable when it returns; idempotent.
   * A person without a key is remembered as erased, too.
   */
  erase(subject: PersonId): void;
  close(): void;
}
