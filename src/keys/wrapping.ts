import { type RandomBytes, seal, unseal } from '../codec/sealing.ts';
import type { PersonId } from '../kernel/ids.ts';
import { invariant } from '../kernel/invariant.ts';
import { KEY_BYTES } from './key-vault.ts';

const CHECK_TEXT = 'countersign keys';
const CHECK_PLACE = 'master-key';

/**
 * How a person's key is written down: sealed with the master key and bound to the person or, where
 * no master key is given, plain (then whoever can read the file can read the persons).
 */
export interface Wrapping {
  wrap(key: Uint8Array, subject: PersonId): string;
  /** `undefined` where the text was altered or belongs to somebody else. */
  unwrap(text: string, subject: PersonId): Uint8Array | undefined;
  /** What tells later whether the same master key is at hand; `null` without one. */
  makeCheck(): string | null;
  passesCheck(check: string): boolean;
}

export function createWrapping(
  masterKey: Uint8Array | undefined,
  randomBytes: RandomBytes,
): Wrapping {
  if (masterKey === undefined) {
    return {
      wrap: (key) => Buffer.from(key).toString('base64url'),
      unwrap: (text) => keyFrom(text),
      makeCheck: () => null,
      passesCheck: () => false,
    };
  }
  invariant(masterKey.length === KEY_BYTES, `the master key has ${KEY_BYTES} bytes`);
  return {
    wrap: (key, subject) =>
      seal(Buffer.from(key).toString('base64url'), masterKey, placeOf(subject), randomBytes),
    unwrap: (text, subject) => {
      const plain = unseal(text, masterKey, placeOf(subject));
      return plain === undefined ? undefined : keyFrom(plain);
    },
    makeCheck: () => seal(CHECK_TEXT, masterKey, CHECK_PLACE, randomBytes),
    passesCheck: (check) => unseal(check, masterKey, CHECK_PLACE) === CHECK_TEXT,
  };
}

function placeOf(subject: PersonId): string {
  return `person/${subject}`;
}

function keyFrom(text: string): Uint8Array | undefined {
  const key = Buffer.from(text, 'base64url');
  return key.length === KEY_BYTES ? key : undefined;
}
