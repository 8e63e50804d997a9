import type { Codec } from '../../codec/codec.ts';
import type { Recorded } from '../../codec/envelope.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import { versionAfter } from '../../domain/dossier/fold.ts';
import type { Procedure, ProcedureRef } from '../../domain/dossier/procedure.ts';
import type { DossierState } from '../../domain/dossier/state.ts';
import type { EventReader, StreamName } from '../../eventstore/port.ts';
import { DossierFold } from './dossier-fold.ts';

/** Finds a published version, which may have to be read from the log first. */
export type ProcedureSource = (ref: ProcedureRef) => Procedure | Promise<Procedure>;

export interface FoldParts {
  readonly store: EventReader;
  readonly codec: Codec;
  readonly procedureOf: ProcedureSource;
  /** How many dossiers are kept folded between batches (some 60 KB each with 250 events). */
  readonly dossiersMost: number;
}

/** The dossiers touched last, folded; others are folded again from their streams. */
export class DossierFolds {
  readonly #parts: FoldParts;
  readonly #kept = new Map<StreamName, DossierFold>();
  readonly #procedures = new Map<string, Procedure>();

  constructor(parts: FoldParts) {
    this.#parts = parts;
  }

  /** The dossier right before the event, where it is at hand. */
  kept({ stream, revision }: Recorded): DossierFold | undefined {
    const fold = this.#kept.get(stream);
    return fold?.revision === revision - 1 ? fold : undefined;
  }

  /** The dossier right before the event, from its stream. Its rows in the tables are not known. */
  async load({ stream, revision }: Recorded): Promise<DossierFold> {
    const fold = new DossierFold(revision === 0);
    if (revision === 0) return fold;
    for await (const page of this.#parts.store.readStream(stream, { most: revision })) {
      for (const record of page) {
        // A dossier's stream holds nothing else.
        const recorded = this.#parts.codec.decode(record) as Recorded<DossierEvent>;
        fold.take(recorded, await this.procedure(fold.state, recorded.event));
      }
    }
    return fold;
  }

  /** The version under which the event is to be read; a promise only where it is new here. */
  procedure(state: DossierState, event: DossierEvent): Procedure | Promise<Procedure> {
    const ref = versionAfter(state, event);
    return this.#procedures.get(ref.hash) ?? this.#find(ref);
  }

  async #find(ref: ProcedureRef): Promise<Procedure> {
    const found = await this.#parts.procedureOf(ref);
    this.#procedures.set(ref.hash, found);
    return found;
  }

  keep(stream: StreamName, fold: DossierFold): void {
    this.#kept.delete(stream);
    this.#kept.set(stream, fold);
    if (this.#kept.size <= this.#parts.dossiersMost) return;
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest);
      return;
    }
  }

  /** For dossiers that were folded further than what came into the tables. */
  forget(streams: Iterable<StreamName>): void {
    for (const stream of streams) this.#kept.delete(stream);
  }
}
