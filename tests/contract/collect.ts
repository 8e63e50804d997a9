import type { EventStore, Position, StoredRecord, StreamName } from '../../src/eventstore/port.ts';

type Pages = AsyncIterable<readonly StoredRecord[]>;

/** All records of all pages. */
export async function collect(pages: Pages): Promise<StoredRecord[]> {
  const all: StoredRecord[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

/** Reads on until `count` records of these streams have come by, and returns those in order. */
export async function collectOf(
  streams: readonly StreamName[],
  count: number,
  pages: Pages,
): Promise<StoredRecord[]> {
  const wanted = new Set(streams);
  const found: StoredRecord[] = [];
  if (count === 0) return found;
  for await (const page of pages) {
    found.push(...page.filter((record) => wanted.has(record.stream)));
    if (found.length >= count) break;
  }
  return found;
}

/**
 * Waits until the whole log shows `count` records of these streams after `after`; a log server may
 * acknowledge an event a moment before that.
 */
export async function untilVisible(
  store: EventStore,
  after: Position,
  streams: readonly StreamName[],
  count: number,
): Promise<void> {
  const signal = AbortSignal.timeout(30_000);
  await collectOf(streams, count, store.subscribe({ after, signal }));
}
