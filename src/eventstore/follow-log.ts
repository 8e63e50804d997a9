import type { Position, StoredRecord, SubscribeOptions } from './port.ts';

const BATCH_MOST_DEFAULT = 1_000;

/** A log that can be read in pages without waiting and says when there is more. */
export interface FollowedLog {
  isClosed(): boolean;
  /** At most `most` records strictly after `after`, at once. */
  pageAfter(after: Position | undefined, most: number): readonly StoredRecord[];
  /** Resolves when the log may have grown, was closed, or `signal` is aborted. */
  grown(signal: AbortSignal): Promise<void>;
}

/**
 * Catches up and goes live. There is no hole between the two, because nothing can be written between
 * an empty page and the start of waiting: both happen in the same turn of the event loop.
 */
export async function* followLog(
  log: FollowedLog,
  options: SubscribeOptions,
): AsyncGenerator<readonly StoredRecord[], void, undefined> {
  const { signal, batchMost = BATCH_MOST_DEFAULT } = options;
  let after = options.after;
  while (!signal.aborted && !log.isClosed()) {
    const page = log.pageAfter(after, batchMost);
    const last = page.at(-1);
    if (last === undefined) {
      await log.grown(signal);
    } else {
      after = last.position;
      yield page;
    }
  }
}
