import { isDossierNumber } from '../application/dossiers/dossier-number.ts';
import type { DossierNumber } from '../kernel/ids.ts';

/** A thing's name in the whole API (Relay): its type and its id within the type, opaque. */
export function globalId(type: string, id: string): string {
  return Buffer.from(`${type}:${id}`).toString('base64');
}

/** What a global id names; a text that is none names nothing. */
export function fromGlobalId(text: string): { readonly typename: string; readonly id: string } {
  const [typename = '', ...id] = Buffer.from(text, 'base64').toString('utf8').split(':');
  return { typename, id: id.join(':') };
}

/** A dossier named by its number as people write it, or by its global id. */
export function dossierNumberOf(text: string): DossierNumber | undefined {
  if (isDossierNumber(text)) return text;
  const { typename, id } = fromGlobalId(text);
  return typename === 'Dossier' && isDossierNumber(id) ? id : undefined;
}
