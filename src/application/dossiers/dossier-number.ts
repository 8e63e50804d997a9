import { hash } from 'node:crypto';
import type { DossierNumber, RegionCode, RequestId } from '../../kernel/ids.ts';

/** Crockford's base 32: no letter that is read as a digit. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP_LENGTH = 5;

/**
 * A dossier's number: region and ten characters (50 bits) that follow from the request alone, so
 * that a request repeated on whatever day finds the dossier it opened. Should two requests ever meet
 * in one number, the second is refused (`dossier-exists`) and asked again under another id.
 */
export function dossierNumber(region: RegionCode, requestId: RequestId): DossierNumber {
  const digest = hash('sha256', requestId, 'buffer');
  const letters = Array.from(
    digest.subarray(0, 2 * GROUP_LENGTH),
    (byte) => DIGITS[byte % DIGITS.length],
  ).join('');
  const groups = [letters.slice(0, GROUP_LENGTH), letters.slice(GROUP_LENGTH)];
  return [region, ...groups].join('-') as DossierNumber;
}

const NUMBER_SHAPE = /^\d{6}-[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$/;

export function isDossierNumber(text: string): text is DossierNumber {
  return NUMBER_SHAPE.test(text);
}
