/** How many pushes may wait for a slow reader before it is told to begin anew. */
const WAITING_MOST = 1_000;

type Ending = { readonly error?: unknown };

/**
 * Values handed over to one reader as they come. Unlike an async generator it ends at once when the
 * reader leaves in the middle of waiting, so that nothing is left behind.
 */
export class Pushes<Value> implements AsyncIterableIterator<Value> {
  readonly #waiting: Value[] = [];
  readonly #onEnd: () => void;
  readonly #tooSlow: () => unknown;
  #reader: PromiseWithResolvers<IteratorResult<Value>> | undefined;
  #ending: Ending | undefined;

  /**
   * @param onEnd called once, however it ends
   * @param tooSlow what to throw at a reader that lets too much wait
   */
  constructor(onEnd: () => void, tooSlow: () => unknown) {
    this.#onEnd = onEnd;
    this.#tooSlow = tooSlow;
  }

  get isEnded(): boolean {
    return this.#ending !== undefined;
  }

  push(value: Value): void {
    if (this.#ending) return;
    if (this.#reader) {
      this.#reader.resolve({ done: false, value });
      this.#reader = undefined;
      return;
    }
    this.#waiting.push(value);
    if (this.#waiting.length > WAITING_MOST) this.end({ error: this.#tooSlow() });
  }

  /** Ends it for the reader: after what waits, with the error where there is one. */
  end(ending: Ending = {}): void {
    if (this.#ending) return;
    this.#ending = ending;
    this.#onEnd();
    const reader = this.#reader;
    this.#reader = undefined;
    if (!reader) return;
    if ('error' in ending) reader.reject(ending.error);
    else reader.resolve({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<Value>> {
    const value = this.#waiting.shift();
    if (value !== undefined) return Promise.resolve({ done: false, value });
    if (this.#ending) return this.#last(this.#ending);
    this.#reader ??= Promise.withResolvers();
    return this.#reader.promise;
  }

  /** The reader leaves. */
  return(): Promise<IteratorResult<Value>> {
    this.#waiting.length = 0;
    this.end();
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #last(ending: Ending): Promise<IteratorResult<Value>> {
    if (!('error' in ending)) return Promise.resolve({ done: true, value: undefined });
    this.#ending = {};
    return Promise.reject(ending.error);
  }
}
