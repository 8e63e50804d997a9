import type { Position } from '../../eventstore/port.ts';
import { ReadModelFault } from '../faults.ts';

interface Waiter {
  readonly position: Position;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

/** Those who wait for the tables to show what they have just written. */
export class Waiters {
  readonly #waiting = new Set<Waiter>();
  readonly #onAwaited: () => void;
  #reached: Position | undefined;
  #failed: { readonly reason: unknown } | undefined;

  /** @param onAwaited called whenever somebody begins to wait */
  constructor(onAwaited: () => void) {
    this.#onAwaited = onAwaited;
  }

  /** Whether somebody waits for what is not there yet. */
  get isAwaited(): boolean {
    return this.#waiting.size > 0;
  }

  /** Tells how far the tables are now. */
  reached(position: Position | undefined): void {
    this.#reached = position;
    for (const waiter of this.#waiting) {
      if (!this.#isReached(waiter.position)) continue;
      this.#waiting.delete(waiter);
      waiter.resolve();
    }
  }

  /** Nothing more will come, for those who wait now or later. */
  fail(reason: unknown): void {
    this.#failed ??= { reason };
    for (const waiter of this.#waiting) waiter.reject(reason);
  }

  /**
   * @param timeoutMs for ever when absent
   * @throws ReadModelFault `read-models-behind` when the time is over
   */
  async wait(position: Position, timeoutMs?: number): Promise<void> {
    if (this.#isReached(position)) return;
    if (this.#failed) throw this.#failed.reason;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter = { position, resolve, reject };
    const timer =
      timeoutMs === undefined
        ? undefined
        : setTimeout(() => reject(this.#behind(position)), timeoutMs);
    this.#waiting.add(waiter);
    this.#onAwaited();
    try {
      await promise;
    } finally {
      this.#waiting.delete(waiter);
      clearTimeout(timer);
    }
  }

  /** Waits for what may move on meanwhile; there at once where there is nothing to wait for. */
  async waitForMoving(goal: () => Position | undefined): Promise<void> {
    for (;;) {
      const position = goal();
      if (position === undefined || this.#isReached(position)) return;
      await this.wait(position);
    }
  }

  #isReached(position: Position): boolean {
    return this.#reached !== undefined && this.#reached >= position;
  }

  #behind(asked: Position): ReadModelFault {
    const facts = { code: 'read-models-behind', asked } as const;
    return new ReadModelFault(
      this.#reached === undefined ? facts : { ...facts, reached: this.#reached },
    );
  }
}
