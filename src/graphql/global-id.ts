import { isDossierNumber } from '../application/dossiers/dossier-number.ts';
import type { DossierNumber } from '../kernel/ids.ts';

const DOSSIER_PREFIX = 'Dossier:';

/** A dossier named by its number as people write it, or by its global id (Relay). */
export function dossierNumberOf(text: string): DossierNumber | undefined {
  if (isDossierNumber(text)) return text;
  const decoded = Buffer.from(text, 'base64').toString('utf8');
  if (!decoded.startsWith(DOSSIER_PREFIX)) return undefined;
  const number = decoded.slice(DOSSIER_PREFIX.length);
  return isDossierNumber(number) ? number : undefined;
}
