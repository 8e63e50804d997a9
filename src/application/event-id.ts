import { hash } from 'node:crypto';
import type { EventId } from '../eventstore/port.ts';
import { invariant } from '../kernel/invariant.ts';
import type { RequestId } from '../kernel/ids.ts';

/** Our own name space for UUIDv5 (RFC 9562 part 5.5), chosen once. */
const NAME_SPACE = '6f2a52c6-5d5f-4f0e-9a53-2f1f3c1f3d11';
const NAME_SPACE_BYTES = Buffer.from(NAME_SPACE.replaceAll('-', ''), 'hex');

/**
 * The id of the `index`-th event of a request: the same request always makes the same ids, so a
 * retry cannot write anything twice.
 */
export function eventId(requestId: RequestId, index: number): EventId {
  return uuidV5(`${requestId}#${index}`) as EventId;
}

/** UUIDv5 of a name in our own name space, lower case. */
export function uuidV5(name: string): string {
  const digest = hash('sha1', Buffer.concat([NAME_SPACE_BYTES, Buffer.from(name)]), 'hex');
  const variant = VARIANT_DIGITS[digest.charCodeAt(16)];
  invariant(variant !== undefined, `a hexadecimal digit in ${digest}`);
  return (
    `${digest.slice(0, 8)}-${digest.slice(8, 12)}-5${digest.slice(13, 16)}-` +
    `${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`
  );
}

/** RFC 9562 variant: the two top bits of the digit become 10, by the digit's character code. */
const VARIANT_DIGITS: Readonly<Record<number, string>> = Object.fromEntries(
  Array.from('0123456789abcdef', (digit) => [
    digit.charCodeAt(0),
    ((Number.parseInt(digit, 16) & 0x3) | 0x8).toString(16),
  ]),
);
