import type { StreamName } from '../eventstore/port.ts';
import type { DossierNumber } from '../kernel/ids.ts';

const CATEGORY = 'dossier-';

export function dossierStream(dossier: DossierNumber): StreamName {
  return `${CATEGORY}${dossier}` as StreamName;
}

/** The dossier whose stream it is, `undefined` for every other stream. */
export function dossierOfStream(stream: StreamName): DossierNumber | undefined {
  return stream.startsWith(CATEGORY) ? (stream.slice(CATEGORY.length) as DossierNumber) : undefined;
}
