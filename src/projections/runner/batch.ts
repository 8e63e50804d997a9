import { setImmediate } from 'node:timers/promises';
import type { Codec } from '../../codec/codec.ts';
import { dossierOfStream } from '../../codec/dossier-stream.ts';
import type { Recorded } from '../../codec/envelope.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import { nextActions } from '../../domain/dossier/next-actions.ts';
import type { StoredRecord, StreamName } from '../../eventstore/port.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { LastEvent, ReadModel } from '../read-model.ts';
import type { Checkpoint, TableChanges } from '../storage/port.ts';
import type { DossierFold } from './dossier-fold.ts';
import type { DossierFolds } from './dossier-folds.ts';
import { RowChanges } from './row-changes.ts';

/** How many events or dossiers are worked through before anything else gets its turn. */
const BREATH = 256;

export interface BatchParts {
  readonly codec: Codec;
  readonly models: readonly ReadModel[];
}

interface Touched {
  readonly fold: DossierFold;
  last: LastEvent;
}

/**
 * What comes into the tables in one transaction. Events are decoded and folded once for all models
 * and let go of at once; whose turn it is, is asked once a dossier, at the end.
 */
export class Batch {
  readonly #parts: BatchParts;
  readonly #folds: DossierFolds;
  readonly #before: Checkpoint | undefined;
  readonly #touched = new Map<StreamName, Touched>();
  readonly #changes = new RowChanges();
  #last: StoredRecord | undefined;
  #previous: StoredRecord['position'] | undefined;
  #events = 0;

  /** @param before where the tables stand */
  constructor(before: Checkpoint | undefined, folds: DossierFolds, parts: BatchParts) {
    this.#before = before;
    this.#previous = before?.position;
    this.#folds = folds;
    this.#parts = parts;
  }

  get events(): number {
    return this.#events;
  }

  get before(): Checkpoint | undefined {
    return this.#before;
  }

  /** Up to where the log is in it. */
  checkpoint(): Checkpoint {
    invariant(this.#last, 'a batch that is applied has events');
    const { id, position, recordedAt } = this.#last;
    const checkpoint = { id, position, recordedAt };
    return this.#previous === undefined ? checkpoint : { ...checkpoint, previous: this.#previous };
  }

  async take(records: readonly StoredRecord[]): Promise<void> {
    for (const record of records) {
      if (this.#last !== undefined) this.#previous = this.#last.position;
      this.#last = record;
      this.#events += 1;
      if (this.#events % BREATH === 0) await setImmediate();
      if (dossierOfStream(record.stream) === undefined) continue;
      // A dossier's stream holds nothing else.
      const recorded = this.#parts.codec.decode(record) as Recorded<DossierEvent>;
      const fold = this.#foldOf(recorded) ?? (await this.#folds.load(recorded));
      const procedure = this.#folds.procedure(fold.state, recorded.event);
      const stage = fold.take(recorded, procedure instanceof Promise ? await procedure : procedure);
      this.#touch(fold, recorded);
      for (const { ofEvent } of this.#parts.models) {
        if (ofEvent) this.#changes.add(ofEvent.table, ofEvent.rowOf({ recorded, stage }));
      }
    }
  }

  #foldOf(recorded: Recorded): DossierFold | undefined {
    return this.#touched.get(recorded.stream)?.fold ?? this.#folds.kept(recorded);
  }

  #touch(fold: DossierFold, { stream, revision, position, metadata }: Recorded): void {
    const { occurredAt, recordedAt } = metadata;
    const last = { revision, position, occurredAt, recordedAt };
    const touched = this.#touched.get(stream);
    if (touched) touched.last = last;
    else this.#touched.set(stream, { fold, last });
  }

  /** Everything that it changes in the tables. To be called once, when all events are taken. */
  async changes(): Promise<readonly TableChanges[]> {
    let count = 0;
    for (const { fold, last } of this.#touched.values()) {
      count += 1;
      if (count % BREATH === 0) await setImmediate();
      const dossier = fold.dossier();
      const next = nextActions(dossier, fold.procedure());
      for (const model of this.#parts.models) {
        const tables = model.project({ dossier, trail: fold.trail, next, last });
        for (const rows of tables) this.#changes.replace(fold, rows);
      }
    }
    return this.#changes.all();
  }

  /** It is in the tables: its dossiers are what the tables say. */
  keep(): void {
    for (const [stream, { fold }] of this.#touched) this.#folds.keep(stream, fold);
  }

  /** It is not in the tables: its dossiers were folded too far. */
  forget(): void {
    this.#folds.forget(this.#touched.keys());
  }
}
