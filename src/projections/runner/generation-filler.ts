import { setImmediate, setTimeout } from 'node:timers/promises';
import { dossierOfStream } from '../../codec/dossier-stream.ts';
import type { Recorded } from '../../codec/envelope.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import { nextActions } from '../../domain/dossier/next-actions.ts';
import { isStoreFault } from '../../eventstore/faults.ts';
import type { StoredRecord, StreamName } from '../../eventstore/port.ts';
import { invariant } from '../../kernel/invariant.ts';
import { isReadModelFault } from '../faults.ts';
import type { ReadModel, TakenEvent } from '../read-model.ts';
import type { Checkpoint, Generation, TableChanges } from '../storage/port.ts';
import type { DossierFold } from './dossier-fold.ts';
import { DossierFolds, type FoldParts } from './dossier-folds.ts';
import { RowChanges } from './row-changes.ts';

const RETRY_AFTER_MS = 500;
/** How many events or dossiers are worked through before anything else gets its turn. */
const BREATH = 256;

export interface FillerParts extends FoldParts {
  readonly models: readonly ReadModel[];
  /** The most events in one transaction. */
  readonly batchMost: number;
}

/** A dossier with its events of a batch. */
interface Touched {
  readonly fold: DossierFold;
  readonly events: TakenEvent[];
}

/** Brings one generation up to the log and keeps it there. */
export class GenerationFiller {
  readonly generation: Generation;
  readonly #parts: FillerParts;
  readonly #folds: DossierFolds;
  #checkpoint: Checkpoint | undefined;

  constructor(generation: Generation, checkpoint: Checkpoint | undefined, parts: FillerParts) {
    this.generation = generation;
    this.#checkpoint = checkpoint;
    this.#parts = parts;
    this.#folds = new DossierFolds(parts);
  }

  get checkpoint(): Checkpoint | undefined {
    return this.#checkpoint;
  }

  /**
   * Follows the log until `signal` is aborted or the store is closed.
   * @param onApplied called in the same turn in which a batch has come into the tables
   * @throws StoreFault, CodecFault, ReadModelFault: nothing that waiting would mend
   */
  async run(signal: AbortSignal, onApplied: (changes: readonly TableChanges[]) => void) {
    while (!signal.aborted) {
      try {
        if ((await this.#follow(signal, onApplied)) === 'ended') return;
      } catch (error) {
        if (!mayPass(error)) throw error;
        await setTimeout(RETRY_AFTER_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #follow(
    signal: AbortSignal,
    onApplied: (changes: readonly TableChanges[]) => void,
  ): Promise<'ended' | 'overtaken'> {
    const { store, batchMost } = this.#parts;
    const after = this.#checkpoint?.position;
    const from = after === undefined ? {} : { after };
    for await (const records of store.subscribe({ ...from, signal, batchMost })) {
      const changes = await this.#project(records);
      if (changes === undefined) {
        this.#checkpoint = await this.generation.checkpoint();
        return 'overtaken';
      }
      onApplied(changes);
      // A store that has the next page at hand would otherwise never let anybody else have a turn.
      await setImmediate();
    }
    return 'ended';
  }

  /** @returns `undefined` where somebody else has brought the tables further meanwhile */
  async #project(records: readonly StoredRecord[]): Promise<readonly TableChanges[] | undefined> {
    const checkpoint = this.#checkpointAfter(records);
    const touched = new Map<StreamName, Touched>();
    let isApplied = false;
    try {
      await this.#fold(records, touched);
      const changes = await this.#changes(touched);
      const after = this.#checkpoint?.position;
      isApplied = await this.generation.apply({ after, checkpoint, changes });
      if (!isApplied) return undefined;
      this.#checkpoint = checkpoint;
      for (const [stream, { fold }] of touched) this.#folds.keep(stream, fold);
      return changes;
    } finally {
      if (!isApplied) this.#folds.forget(touched.keys());
    }
  }

  #checkpointAfter(records: readonly StoredRecord[]): Checkpoint {
    const last = records.at(-1);
    invariant(last, 'a subscription has no empty batches');
    const { id, position, recordedAt } = last;
    const previous = records.at(-2)?.position ?? this.#checkpoint?.position;
    const checkpoint = { id, position, recordedAt };
    return previous === undefined ? checkpoint : { ...checkpoint, previous };
  }

  async #fold(records: readonly StoredRecord[], touched: Map<StreamName, Touched>) {
    for (const [index, record] of records.entries()) {
      if (index % BREATH === BREATH - 1) await setImmediate();
      if (dossierOfStream(record.stream) === undefined) continue;
      // A dossier's stream holds nothing else.
      const recorded = this.#parts.codec.decode(record) as Recorded<DossierEvent>;
      const { fold, events } =
        this.#touchedBy(recorded, touched) ?? (await this.#load(recorded, touched));
      const procedure = this.#folds.procedure(fold.state, recorded.event);
      events.push(fold.take(recorded, procedure instanceof Promise ? await procedure : procedure));
    }
  }

  #touchedBy(recorded: Recorded, touched: Map<StreamName, Touched>): Touched | undefined {
    const known = touched.get(recorded.stream);
    if (known) return known;
    const fold = this.#folds.kept(recorded);
    return fold && touching(recorded, fold, touched);
  }

  async #load(recorded: Recorded, touched: Map<StreamName, Touched>): Promise<Touched> {
    return touching(recorded, await this.#folds.load(recorded), touched);
  }

  async #changes(touched: ReadonlyMap<StreamName, Touched>): Promise<readonly TableChanges[]> {
    const changes = new RowChanges();
    let count = 0;
    for (const { fold, events } of touched.values()) {
      count += 1;
      if (count % BREATH === 0) await setImmediate();
      const dossier = fold.dossier();
      const next = nextActions(dossier, fold.procedure());
      for (const model of this.#parts.models) {
        const rows = model.project({ dossier, trail: fold.trail, next, events });
        for (const part of rows) changes.take(fold, part);
      }
    }
    return changes.all();
  }
}

/** Out of reach or out of room for now: the same is tried again. */
function mayPass(error: unknown): boolean {
  return (isStoreFault(error) || isReadModelFault(error)) && error.retryable;
}

function touching(
  { stream }: Recorded,
  fold: DossierFold,
  touched: Map<StreamName, Touched>,
): Touched {
  const fresh: Touched = { fold, events: [] };
  touched.set(stream, fresh);
  return fresh;
}
