import type { Position } from '../../eventstore/port.ts';
import type { Instant } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import { isReadModelFault, ReadModelFault } from '../faults.ts';
import { READ_MODELS } from '../read-models.ts';
import type { Serving } from '../serving.ts';
import type { Generation, ReadStorage, TableChanges } from '../storage/port.ts';
import type { FoldParts } from './dossier-folds.ts';
import { GenerationFiller, type FillerParts } from './generation-filler.ts';
import { GenerationStock } from './generation-stock.ts';
import { projectedOf, type Projected } from './projected.ts';
import { assertSameLog } from './same-log.ts';
import { Waiters } from './waiters.ts';

const BATCH_MOST_DEFAULT = 10_000;
const DOSSIERS_MOST_DEFAULT = 3_000;

type Optional = 'dossiersMost' | 'batchMost' | 'models';
export interface ProjectionRunnerParts extends Omit<FoldParts & FillerParts, Optional> {
  readonly readModels: { readonly storage: ReadStorage; readonly serving: Serving };
  /** What is filled; tests bring their own versions. */
  readonly models?: FillerParts['models'];
  /** The most events in one transaction (default 10,000). */
  readonly batchMost?: number;
  /** How many dossiers are kept folded (default 3,000). */
  readonly dossiersMost?: number;
  /** Told once when the runner can go on no more: the tables stay as they are. */
  readonly onFailure?: (error: unknown) => void;
}

/** How far the tables are. Positions cannot be counted with; the instant says how old the news is. */
export interface Lag {
  /** Of the last event in the tables that serve. */
  readonly position?: Position;
  readonly recordedAt?: Instant;
  /** Where the log ends. */
  readonly head?: Position;
  readonly isCaughtUp: boolean;
}

export interface ProjectionRunner {
  /**
   * Goes on from where the tables stand. Where a model's version has changed, the tables are rebuilt
   * beside those that serve. Resolves when the work has begun, not when it is done.
   * @throws ReadModelFault `read-models-ahead`, `read-models-of-other-log`
   */
  start(): Promise<void>;
  /** Up to where the log is in the tables that serve. */
  position(): Position | undefined;
  lag(): Promise<Lag>;
  /**
   * Resolves when the tables that serve show the log up to here: read your own writes.
   * @throws ReadModelFault `read-models-behind` after `timeoutMs`; what made the runner fail
   */
  waitFor(position: Position, timeoutMs: number): Promise<void>;
  /** Fills new tables from the beginning while the old ones serve; resolves when they serve. */
  rebuild(): Promise<void>;
  /** Calls `listener` after each batch in the tables that serve; returns how to stop that. */
  onProjected(listener: (projected: Projected) => void): () => void;
  /** Why nothing is projected any more, where it is so. */
  failure(): unknown;
  /** What is not in the tables yet comes into them at the next start. */
  stop(): Promise<void>;
}

export function createProjectionRunner(parts: ProjectionRunnerParts): ProjectionRunner {
  return new Runner(parts);
}

/** A generation being filled. */
interface Job {
  readonly filler: GenerationFiller;
  readonly abort: AbortController;
  readonly progress: Waiters;
  ended: Promise<void>;
}

class Runner implements ProjectionRunner {
  readonly #parts: ProjectionRunnerParts;
  readonly #fillerParts: FillerParts;
  readonly #stock: GenerationStock;
  readonly #waiters = new Waiters(() => this.#live?.filler.hurry());
  readonly #listeners = new Set<(projected: Projected) => void>();
  readonly #jobs = new Set<Job>();
  /** Fills the tables that serve. */
  #live: Job | undefined;
  #replacing: Promise<void> | undefined;
  #failure: unknown;

  constructor(parts: ProjectionRunnerParts) {
    const { models = READ_MODELS, batchMost = BATCH_MOST_DEFAULT } = parts;
    const { dossiersMost = DOSSIERS_MOST_DEFAULT } = parts;
    this.#parts = parts;
    this.#fillerParts = { ...parts, models, batchMost, dossiersMost };
    this.#stock = new GenerationStock(parts.readModels.storage, models);
  }

  async start(): Promise<void> {
    const served = this.#parts.readModels.serving.generation;
    if (served) {
      this.#live = this.#begin(await this.#fillerOf(served));
      this.#waiters.reached(this.position());
      if (await this.#stock.isCurrent(served)) return this.#stock.dropOthers(served);
    }
    // A failure is kept for `failure()`; nobody waits here for what may take an hour.
    this.#replaceWith(await this.#unfinishedOrNew()).catch(() => undefined);
  }

  position(): Position | undefined {
    return this.#live?.filler.checkpoint?.position;
  }

  async lag(): Promise<Lag> {
    const reached = this.#live?.filler.checkpoint;
    const head = await this.#parts.store.head();
    return {
      ...(reached && { position: reached.position, recordedAt: reached.recordedAt }),
      ...(head !== undefined && { head }),
      isCaughtUp: head === undefined || (reached !== undefined && reached.position >= head),
    };
  }

  waitFor(position: Position, timeoutMs: number): Promise<void> {
    return this.#waiters.wait(position, timeoutMs);
  }

  async rebuild(): Promise<void> {
    await this.#replacing;
    await this.#replaceWith(await this.#fillerOf(await this.#stock.create()));
  }

  onProjected(listener: (projected: Projected) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  failure(): unknown {
    return this.#failure;
  }

  async stop(): Promise<void> {
    this.#end(new ReadModelFault({ code: 'read-models-closed' }));
    await Promise.all([...this.#jobs].map((job) => job.ended));
    await this.#replacing?.catch(() => undefined);
  }

  async #fillerOf(generation: Generation): Promise<GenerationFiller> {
    const checkpoint = await generation.checkpoint();
    const { store, readModels } = this.#parts;
    if (checkpoint) await assertSameLog(checkpoint, store, readModels.storage.place);
    return new GenerationFiller(generation, checkpoint, this.#fillerParts);
  }

  async #unfinishedOrNew(): Promise<GenerationFiller> {
    const unfinished = await this.#stock.unfinished();
    if (unfinished) {
      try {
        return await this.#fillerOf(unfinished);
      } catch (error) {
        if (!isReadModelFault(error)) throw error;
        await this.#stock.discard(unfinished);
      }
    }
    return this.#fillerOf(await this.#stock.create());
  }

  #begin(filler: GenerationFiller): Job {
    const abort = new AbortController();
    const progress = new Waiters(() => filler.hurry());
    progress.reached(filler.checkpoint?.position);
    const job: Job = { filler, abort, progress, ended: Promise.resolve() };
    this.#jobs.add(job);
    job.ended = filler
      .run(abort.signal, {
        onApplied: (changes) => this.#onApplied(job, changes),
        isWaiting: () => progress.isAwaited || (job === this.#live && this.#waiters.isAwaited),
      })
      .catch((error: unknown) => this.#fail(error))
      .finally(() => this.#jobs.delete(job));
    return job;
  }

  #onApplied(job: Job, changes: readonly TableChanges[]): void {
    const position = job.filler.checkpoint?.position;
    invariant(position !== undefined, 'a batch that came into the tables moved their checkpoint');
    job.progress.reached(position);
    if (job !== this.#live) return;
    this.#waiters.reached(position);
    if (this.#listeners.size === 0) return;
    const projected = projectedOf(position, changes);
    for (const listener of this.#listeners) listener(projected);
  }

  #replaceWith(filler: GenerationFiller): Promise<void> {
    const replacing = this.#replace(filler);
    this.#replacing = replacing;
    return replacing;
  }

  /** Fills a generation while another serves, and lets it take over without going back in time. */
  async #replace(filler: GenerationFiller): Promise<void> {
    const next = this.#begin(filler);
    const before = this.#parts.readModels.serving.generation;
    try {
      await this.#catchUp(next);
      await this.#stock.serve(filler.generation);
    } catch (error) {
      next.abort.abort();
      await next.ended;
      await filler.generation.close();
      throw error;
    }
    const idle = this.#parts.readModels.serving.switchTo(filler.generation);
    this.#live = next;
    this.#waiters.reached(this.position());
    if (this.#waiters.isAwaited) filler.hurry();
    await idle;
    await before?.close();
    await this.#stock.dropOthers(filler.generation);
  }

  /** Resolves when the generation shows all that people have seen in the one before. */
  async #catchUp(next: Job): Promise<void> {
    const live = this.#live;
    const head = await this.#parts.store.head();
    const goal = (): Position | undefined => (live ? live.filler.checkpoint?.position : head);
    await next.progress.waitForMoving(goal);
    if (!live) return;
    live.abort.abort();
    await live.ended;
    await next.progress.waitForMoving(goal);
  }

  #fail(error: unknown): void {
    if (this.#failure === undefined) {
      this.#failure = error;
      this.#parts.onFailure?.(error);
    }
    this.#end(error);
  }

  #end(reason: unknown): void {
    this.#waiters.fail(reason);
    for (const job of this.#jobs) {
      job.abort.abort();
      job.progress.fail(reason);
    }
  }
}
