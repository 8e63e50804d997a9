import type { EventReader, StoredRecord } from '../../eventstore/port.ts';

type Listener = (records: readonly StoredRecord[]) => void;

interface Run {
  readonly abort: AbortController;
  /** From then on nothing that is committed is missed. */
  readonly begun: Promise<void>;
}

/**
 * What is written to the log from now on, read once for however many listen. It runs only while
 * somebody does.
 */
export class LogFeed {
  readonly #store: Pick<EventReader, 'subscribe' | 'head'>;
  readonly #listeners = new Map<Listener, (error: unknown) => void>();
  readonly #closing = new Set<() => void>();
  #run: Run | undefined;

  constructor(store: Pick<EventReader, 'subscribe' | 'head'>) {
    this.#store = store;
  }

  /** How many listen; none once every subscription has ended. */
  get listeners(): number {
    return this.#listeners.size + this.#closing.size;
  }

  /**
   * Hands over every record that is committed after this call resolves, in order; perhaps some that
   * were committed a little before.
   * @param onFailed called once when nothing more will come
   * @returns how to stop
   */
  async listen(listener: Listener, onFailed: (error: unknown) => void): Promise<() => void> {
    this.#listeners.set(listener, onFailed);
    try {
      this.#run ??= this.#begin();
      await this.#run.begun;
    } catch (error) {
      this.#remove(listener);
      throw error;
    }
    return () => this.#remove(listener);
  }

  /** Calls back when the feed is closed, for those who are pushed to from elsewhere. */
  onClose(closed: () => void): () => void {
    this.#closing.add(closed);
    return () => this.#closing.delete(closed);
  }

  /** Ends all subscriptions, for a shutdown. */
  close(): void {
    this.#fail(undefined);
    for (const closed of this.#closing) closed();
    this.#closing.clear();
  }

  #begin(): Run {
    const abort = new AbortController();
    return { abort, begun: this.#followFromHead(abort.signal) };
  }

  /** Resolves once the end of the log is known, from where on all is followed. */
  async #followFromHead(signal: AbortSignal): Promise<void> {
    const after = await this.#store.head();
    void this.#follow(signal, after);
  }

  #remove(listener: Listener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size === 0) this.#stop();
  }

  #stop(): void {
    this.#run?.abort.abort();
    this.#run = undefined;
  }

  async #follow(signal: AbortSignal, after: StoredRecord['position'] | undefined): Promise<void> {
    try {
      for await (const records of this.#store.subscribe({ signal, ...(after && { after }) })) {
        for (const listener of this.#listeners.keys()) listener(records);
      }
      if (!signal.aborted) this.#fail(undefined);
    } catch (error) {
      if (!signal.aborted) this.#fail(error);
    }
  }

  #fail(error: unknown): void {
    const failed = [...this.#listeners.values()];
    this.#listeners.clear();
    this.#stop();
    for (const onFailed of failed) onFailed(error);
  }
}
