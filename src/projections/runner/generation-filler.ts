import { setImmediate, setTimeout } from 'node:timers/promises';
import { isStoreFault } from '../../eventstore/faults.ts';
import type { StoredRecord } from '../../eventstore/port.ts';
import { isReadModelFault } from '../faults.ts';
import type { Checkpoint, Generation, TableChanges } from '../storage/port.ts';
import { Batch, type BatchParts } from './batch.ts';
import { DossierFolds, type FoldParts } from './dossier-folds.ts';
import { Rest } from './rest.ts';

const RETRY_AFTER_MS = 500;
/** Events are fetched in pages smaller than a transaction, so that they can be let go of early. */
const PAGE_MOST = 500;
/** How long what people see may be behind the log while nobody waits for it. */
const REST_LEAST_MS = 50;
/** The same under load: the more came last time, the more is gained by taking it together. */
const REST_MOST_MS = 200;
const REST_FOR_EVENT_MS = 1;

export interface FillerParts extends FoldParts, BatchParts {
  /** The most events in one transaction. */
  readonly batchMost: number;
}

/** Those for whom a generation is filled. */
export interface Audience {
  /** Called in the same turn in which a batch has come into the tables. */
  onApplied(changes: readonly TableChanges[]): void;
  /** Whether somebody waits right now for the tables to get further. */
  isWaiting(): boolean;
}

/** Brings one generation up to the log and keeps it there. */
export class GenerationFiller {
  readonly generation: Generation;
  readonly #parts: FillerParts;
  readonly #folds: DossierFolds;
  readonly #rest = new Rest();
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
   * @throws StoreFault, CodecFault, ReadModelFault: nothing that waiting would mend
   */
  async run(signal: AbortSignal, audience: Audience): Promise<void> {
    while (!signal.aborted) {
      const batch = new Batch(this.#checkpoint, this.#folds, this.#parts);
      try {
        if ((await this.#follow(batch, signal, audience)) === 'ended') return;
      } catch (error) {
        if (!mayPass(error)) throw error;
        await setTimeout(RETRY_AFTER_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  /** Somebody has begun to wait: no rest until the tables are where they should be. */
  hurry(): void {
    this.#rest.breakOff();
  }

  async #follow(
    first: Batch,
    signal: AbortSignal,
    audience: Audience,
  ): Promise<'ended' | 'overtaken'> {
    const { store, batchMost } = this.#parts;
    const after = this.#checkpoint?.position;
    const pageMost = Math.min(PAGE_MOST, batchMost);
    const options = { signal, batchMost: pageMost, ...(after !== undefined && { after }) };
    let batch = first;
    try {
      for await (const page of store.subscribe(options)) {
        await batch.take(page);
        if (batch.events < batchMost && (await this.#hasMore(page, pageMost))) continue;
        const changes = await this.#apply(batch);
        if (changes === undefined) return 'overtaken';
        const { events } = batch;
        batch = new Batch(this.#checkpoint, this.#folds, this.#parts);
        audience.onApplied(changes);
        await this.#pause(events, signal, audience);
      }
      return 'ended';
    } finally {
      batch.forget();
    }
  }

  async #pause(events: number, signal: AbortSignal, audience: Audience): Promise<void> {
    const isFull = events >= this.#parts.batchMost;
    const restMs = Math.min(REST_LEAST_MS + events * REST_FOR_EVENT_MS, REST_MOST_MS);
    // A store with the next page at hand would otherwise never let anybody else have a turn.
    await (isFull || audience.isWaiting() ? setImmediate() : this.#rest.take(restMs, signal));
  }

  /** Whether the log goes on behind a page right now. */
  async #hasMore(page: readonly StoredRecord[], pageMost: number): Promise<boolean> {
    if (page.length < pageMost) return false;
    const last = page.at(-1)?.position;
    const head = await this.#parts.store.head();
    return last !== undefined && head !== undefined && last < head;
  }

  /** @returns `undefined` where somebody else has brought the tables further meanwhile */
  async #apply(batch: Batch): Promise<readonly TableChanges[] | undefined> {
    const changes = await batch.changes();
    const checkpoint = batch.checkpoint();
    const after = batch.before?.position;
    if (!(await this.generation.apply({ after, checkpoint, changes }))) {
      this.#checkpoint = await this.generation.checkpoint();
      return undefined;
    }
    this.#checkpoint = checkpoint;
    batch.keep();
    return changes;
  }
}

/** Out of reach or out of room for now: the same is tried again. */
function mayPass(error: unknown): boolean {
  return (isStoreFault(error) || isReadModelFault(error)) && error.retryable;
}
