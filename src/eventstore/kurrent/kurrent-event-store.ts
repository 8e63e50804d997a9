import { StoreFault } from '../faults.ts';
import type { EventStore, StoredRecord } from '../port.ts';
import { Appender } from './appender.ts';
import { Connection } from './connection.ts';
import { LogReader } from './log-reader.ts';
import { followServer } from './subscription.ts';

export interface KurrentEventStoreOptions {
  /** `esdb://…` or `kurrentdb://…`, as the client of the log server takes it. */
  readonly connectionString: string;
}

/**
 * The event store on a log server: EventStoreDB 23.10 or KurrentDB, one or a cluster, shared by any
 * number of processes. It connects with the first call, so that a server that is away shows there.
 * @throws StoreFault `store-refused` where the connection string is none
 */
export function openKurrentEventStore(options: KurrentEventStoreOptions): EventStore {
  const connection = new Connection(options.connectionString);
  const closing = new AbortController();
  const drained = new AbortController();
  const reader = new LogReader(connection, drained.signal);
  const appender = new Appender(connection, reader);
  const assertOpen = (): void => {
    if (closing.signal.aborted) throw new StoreFault({ code: 'store-closed' });
  };
  const close = async (): Promise<void> => {
    closing.abort();
    await appender.idle();
    drained.abort();
    await connection.close();
  };
  let closed: Promise<void> | undefined;
  return {
    append: async (stream, expected, records) => {
      assertOpen();
      return appender.append({ stream, expected, records });
    },
    readStream: (stream, read = {}) => whileOpen(reader.pagesOf(stream, read), assertOpen),
    readAll: (read = {}) => whileOpen(reader.readAll(read), assertOpen),
    subscribe: (follow) => followServer(connection, follow, closing.signal),
    head: async () => {
      assertOpen();
      return reader.head();
    },
    close: () => (closed ??= close()),
  };
}

/** The same pages, up to the moment the store is closed. */
async function* whileOpen(
  pages: AsyncIterable<readonly StoredRecord[]>,
  assertOpen: () => void,
): AsyncGenerator<readonly StoredRecord[], void, undefined> {
  assertOpen();
  for await (const page of pages) {
    yield page;
    assertOpen();
  }
}
