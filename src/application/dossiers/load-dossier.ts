import type { Codec } from '../../codec/codec.ts';
import type { Recorded } from '../../codec/envelope.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import type { EventReader, Revision } from '../../eventstore/port.ts';
import type { DossierNumber } from '../../kernel/ids.ts';
import { dossierStream } from '../../codec/dossier-stream.ts';
import {
  unloaded,
  withEvents,
  type LoadedDossier,
  type ProcedureFinder,
} from './loaded-dossier.ts';

export interface LoadingParts {
  readonly store: EventReader;
  readonly codec: Codec;
  readonly procedureOf: ProcedureFinder;
}

/**
 * Folds what the log has beyond `known` (everything when absent).
 * @throws StoreFault as the reader does; CodecFault for events that cannot be read
 */
export async function loadDossier(
  dossier: DossierNumber,
  parts: LoadingParts,
  known: LoadedDossier = unloaded(),
): Promise<LoadedDossier> {
  let loaded = known;
  for await (const page of dossierEvents(dossier, parts, nextRevision(known))) {
    loaded = withEvents(loaded, page, parts.procedureOf);
  }
  return loaded;
}

/** The events of one dossier in order, page by page, decoded. */
export async function* dossierEvents(
  dossier: DossierNumber,
  parts: Pick<LoadingParts, 'store' | 'codec'>,
  from: Revision,
): AsyncIterable<readonly Recorded<DossierEvent>[]> {
  for await (const page of parts.store.readStream(dossierStream(dossier), { from })) {
    // A dossier's stream holds nothing else: only this room writes to it.
    yield page.map((record) => parts.codec.decode(record) as Recorded<DossierEvent>);
  }
}

function nextRevision(loaded: LoadedDossier): Revision {
  return (loaded.revision === 'none' ? 0 : loaded.revision + 1) as Revision;
}
