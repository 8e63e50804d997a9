import { createCipheriv, createDecipheriv } from 'node:crypto';

import type { KeyMaterial } from './key-store.ts';

/** AES-256-GCM as NIST SP 800-38D recommends it: random nonce of 96 bits, tag of 128. */
const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type RandomBytes = (size: number) => Uint8Array;

/** A place in the log that a sealed text is bound to: it cannot be opened anywhere else. */
type SealedPlace = string;

/** Seals text with a key: base64url of nonce, ciphertext and tag. */
export function seal(
  text: string,
  key: KeyMaterial,
  place: SealedPlace,
  randomBytes: RandomBytes,
): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place));
  const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()];
  return Buffer.concat(sealed).toString('base64url');
}

/** The sealed text; `undefined` where it was altered, moved, or sealed with another key. */
export function unseal(sealed: string, key: KeyMaterial, place: SealedPlace): string | undefined {
  const bytes = Buffer.from(sealed, 'base64url');
  // The decoder skips what is no base64url; such bytes are not the ones that were written.
  if (bytes.length < NONCE_BYTES + TAG_BYTES || bytes.toString('base64url') !== sealed) {
    return undefined;
  }
  const end = bytes.length - TAG_BYTES;
  const nonce = bytes.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(bytes.subarray(end));
  try {
    return (
      decipher.update(bytes.subarray(NONCE_BYTES, end), undefined, 'utf8') + decipher.final('utf8')
    );
  } catch {
    return undefined;
  }
}
