import type { Codec } from '../../codec/codec.ts';
import type { Recorded } from '../../codec/envelope.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import { NO_DOSSIER, type DossierState } from '../../domain/dossier/state.ts';
import type { EventReader, Position, Revision } from '../../eventstore/port.ts';
import type { DossierNumber } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { dossierEvents } from '../dossiers/load-dossier.ts';
import { evolveRecorded, type ProcedureFinder } from '../dossiers/loaded-dossier.ts';

/**
 * Up to where the log is read. An instant means what was *recorded* by then: what an officer could
 * have seen, whatever the office later said had happened earlier.
 */
export type AsOf = { readonly position: Position } | { readonly instant: Instant } | 'now';

/** One step of a dossier's history. */
export interface ReplayStep {
  readonly recorded: Recorded<DossierEvent>;
  /** The dossier after the event. */
  readonly state: DossierState;
}

export interface ReplayParts {
  readonly store: EventReader;
  readonly codec: Codec;
  readonly procedureOf: ProcedureFinder;
}

/**
 * Folds a dossier from the log alone, event by event, as it stood then. Read tables play no part,
 * so that what is shown here can be held against them.
 */
export async function* replayDossier(
  dossier: DossierNumber,
  asOf: AsOf,
  parts: ReplayParts,
): AsyncIterable<ReplayStep> {
  let state: DossierState = NO_DOSSIER;
  for await (const page of dossierEvents(dossier, parts, 0 as Revision)) {
    for (const recorded of page) {
      if (isAfter(recorded, asOf)) return;
      state = evolveRecorded(state, recorded, parts.procedureOf);
      yield { recorded, state };
    }
  }
}

function isAfter({ position, metadata }: Recorded, asOf: AsOf): boolean {
  if (asOf === 'now') return false;
  return 'position' in asOf ? position > asOf.position : metadata.recordedAt > asOf.instant;
}
