import { StreamNotFoundError } from '@eventstore/db-client';
import type { RecordedEvent } from '@eventstore/db-client';

import { StoreFault } from '../faults.ts';
import type {
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  StoredRecord,
  StreamName,
} from '../port.ts';
import type { Connection } from './connection.ts';
import { logPositionOf, positionTextOf } from './log-position.ts';
import { isOfTheServer, recordOf } from './recorded.ts';

const PAGE_RECORDS_MOST = 500;
/** The client sets no limit of its own to a read; a page that takes this long will not come. */
const PAGE_MS_MOST = 30_000;
const BEFORE_ALL = positionTextOf({ commit: 0n, prepare: 0n }, '');

type Direction = 'forwards' | 'backwards';

/** A reading of the client: a stream of what the server sends, that can be called off. */
interface Reading extends AsyncIterable<{ readonly event?: RecordedEvent | undefined }> {
  on(event: 'error', listener: () => void): unknown;
  destroy(error?: Error): unknown;
  cancel(): Promise<void>;
}

/** Reads pages of a stream and of the whole log. */
export class LogReader {
  readonly #connection: Connection;
  readonly #closed: AbortSignal;

  constructor(connection: Connection, closed: AbortSignal) {
    this.#connection = connection;
    this.#closed = closed;
  }

  /**
   * Pages of one stream. Reads on while the store is being closed, as the appends that are still to be
   * finished may need it.
   */
  async *pagesOf(
    stream: StreamName,
    { from, direction = 'forwards', most = Number.MAX_SAFE_INTEGER }: ReadStreamOptions,
  ): AsyncGenerator<readonly StoredRecord[], void, undefined> {
    let next: number | undefined = from;
    let left = most;
    for (;;) {
      const count = Math.min(left, PAGE_RECORDS_MOST);
      if (count === 0) return;
      const page = await this.#streamPage(stream, { next, direction, count });
      this.#connection.newest.saw(page.at(-1)?.position);
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      left -= page.length;
      next = direction === 'forwards' ? last.revision + 1 : last.revision - 1;
      if (next < 0) return;
    }
  }

  async #streamPage(
    stream: StreamName,
    page: { readonly next: number | undefined; direction: Direction; readonly count: number },
  ): Promise<readonly StoredRecord[]> {
    const events = await this.#page(() =>
      this.#connection.client.readStream(stream, {
        ...this.#connection.perCall,
        direction: page.direction,
        maxCount: page.count,
        fromRevision: page.next === undefined ? startOf(page.direction) : BigInt(page.next),
      }),
    );
    return events.map(recordOf);
  }

  async *readAll({
    after,
    most = Number.MAX_SAFE_INTEGER,
  }: ReadAllOptions): AsyncGenerator<readonly StoredRecord[], void, undefined> {
    let last = after;
    let left = most;
    while (left > 0) {
      const { records, reached } = await this.#pageAfter(last, Math.min(left, PAGE_RECORDS_MOST));
      if (reached === undefined) return;
      this.#connection.newest.saw(reached);
      if (records.length > 0) yield records;
      left -= records.length;
      last = reached;
    }
  }

  /** The server begins a read of the log at a position, not after it. It is asked for one more. */
  async #pageAfter(
    after: Position | undefined,
    most: number,
  ): Promise<{ readonly records: readonly StoredRecord[]; readonly reached?: Position }> {
    const events = await this.#allPage(
      after === undefined ? 'start' : logPositionOf(after),
      'forwards',
      most + 1,
    );
    const places = events.map((event) => positionOf(event));
    const fresh = events.filter((_, index) => isAfter(places[index], after)).slice(0, most);
    const last = fresh.at(-1);
    const records = fresh.filter((event) => !isOfTheServer(event)).map(recordOf);
    return last === undefined ? { records } : { records, reached: positionOf(last) };
  }

  /** The last place of the log, whosever record stands there. */
  async end(): Promise<Position> {
    const [last] = await this.#allPage('end', 'backwards', 1);
    return last === undefined ? BEFORE_ALL : positionOf(last);
  }

  /** Position of the last record that is not the server's own. */
  async head(): Promise<Position | undefined> {
    let from: 'end' | ReturnType<typeof logPositionOf> = 'end';
    for (let count = 1; ; count = PAGE_RECORDS_MOST) {
      const events = await this.#allPage(from, 'backwards', count);
      const ours = events.find((event) => !isOfTheServer(event));
      if (ours !== undefined) return positionOf(ours);
      const last = events.at(-1);
      if (last === undefined) return undefined;
      from = logPositionOf(positionOf(last));
    }
  }

  #allPage(
    fromPosition: 'start' | 'end' | ReturnType<typeof logPositionOf>,
    direction: Direction,
    maxCount: number,
  ): Promise<readonly RecordedEvent[]> {
    const { client, perCall } = this.#connection;
    return this.#page(() => client.readAll({ ...perCall, fromPosition, direction, maxCount }));
  }

  async #page(open: () => Reading): Promise<readonly RecordedEvent[]> {
    return this.#connection.call(async () => {
      const late = AbortSignal.timeout(PAGE_MS_MOST);
      try {
        return await eventsOf(open(), AbortSignal.any([this.#closed, late]));
      } catch (error) {
        if (this.#closed.aborted) throw new StoreFault({ code: 'store-closed' });
        if (!late.aborted) throw error;
        const reason = `no answer to a read within ${PAGE_MS_MOST} ms`;
        throw new StoreFault({ code: 'store-unavailable', reason }, { cause: error });
      }
    });
  }
}

async function eventsOf(reading: Reading, stop: AbortSignal): Promise<readonly RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  const end = (): void => void reading.destroy(new Error('called off'));
  stop.addEventListener('abort', end);
  // The client may report an error once more after it has ended; nobody would be there to hear it.
  reading.on('error', () => undefined);
  try {
    for await (const { event } of reading) if (event !== undefined) events.push(event);
    return events;
  } catch (error) {
    reading.cancel().catch(() => undefined);
    if (error instanceof StreamNotFoundError) return [];
    throw error;
  } finally {
    stop.removeEventListener('abort', end);
  }
}

function positionOf(event: RecordedEvent): Position {
  return positionTextOf(event.position ?? { commit: 0n, prepare: 0n }, event.streamId);
}

function isAfter(place: Position | undefined, after: Position | undefined): boolean {
  return place !== undefined && (after === undefined || place > after);
}

function startOf(direction: Direction): 'start' | 'end' {
  return direction === 'forwards' ? 'start' : 'end';
}
