import { hash } from 'node:crypto';
import type { StreamName } from '../../eventstore/port.ts';
import type { DossierNumber, RegionCode, RequestId } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/instant.ts';

/** Crockford's base 32: no letter that is read as a digit. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SUFFIX_LENGTH = 6;

/**
 * A dossier's number: region, day of opening, six characters from the request's id. It follows from
 * the request alone, so that a repeated request finds the dossier it opened. Where the number is
 * taken by somebody else (one in a billion a day), `salt` 1, 2, … gives the next.
 */
export function dossierNumber(
  region: RegionCode,
  day: Day,
  requestId: RequestId,
  salt: number,
): DossierNumber {
  const digest = hash('sha256', `${requestId}#${salt}`, 'buffer');
  const suffix = Array.from(
    digest.subarray(0, SUFFIX_LENGTH),
    (byte) => DIGITS[byte % DIGITS.length],
  ).join('');
  return `${region}-${day.replaceAll('-', '')}-${suffix}` as DossierNumber;
}

const NUMBER_SHAPE = /^\d{6}-\d{8}-[0-9A-HJKMNP-TV-Z]{6}$/;

export function isDossierNumber(text: string): text is DossierNumber {
  return NUMBER_SHAPE.test(text);
}

const DOSSIER_CATEGORY = 'dossier-';

export function dossierStream(dossier: DossierNumber): StreamName {
  return `${DOSSIER_CATEGORY}${dossier}` as StreamName;
}

/** The dossier whose stream it is, `undefined` for every other stream. */
export function dossierOfStream(stream: StreamName): DossierNumber | undefined {
  return stream.startsWith(DOSSIER_CATEGORY)
    ? (stream.slice(DOSSIER_CATEGORY.length) as DossierNumber)
    : undefined;
}
