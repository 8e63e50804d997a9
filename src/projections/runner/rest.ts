/**
 * The rest that is taken between two batches while nobody waits: what is written meanwhile comes into
 * the tables together, which costs hardly more than one event does.
 */
export class Rest {
  #wake: (() => void) | undefined;

  /** Resolves when the time is over, when the rest is broken off, or when `signal` is aborted. */
  async take(forMs: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const wake = (): void => resolve();
    const timer = setTimeout(wake, forMs);
    signal.addEventListener('abort', wake);
    this.#wake = wake;
    await promise;
    this.#wake = undefined;
    signal.removeEventListener('abort', wake);
    clearTimeout(timer);
  }

  /** Somebody waits now. */
  breakOff(): void {
    this.#wake?.();
  }
}
