import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { isStoreFault } from '../../src/eventstore/faults.ts';
import { openKurrentEventStore } from '../../src/eventstore/kurrent/kurrent-event-store.ts';
import type {
  Appended,
  EventId,
  EventStore,
  ExpectedRevision,
  NewRecord,
  StreamName,
} from '../../src/eventstore/port.ts';
import { collect, collectOf } from './collect.ts';
import { KurrentServer, serverCommand } from './kurrent-server.ts';
import { freshStream, newRecords } from './new-records.ts';

const WRITERS = 8;
const APPENDS_EACH = 150;
const EVENTS_EACH = 2;
const TOTAL = WRITERS * APPENDS_EACH * EVENTS_EACH;

/** What the writers saw. */
class Load {
  readonly streams = Array.from({ length: WRITERS }, freshStream);
  readonly written = new Map<StreamName, EventId[]>(this.streams.map((stream) => [stream, []]));
  acknowledged = 0;
  faults = 0;
  revisionsRight = true;

  async run(store: EventStore): Promise<void> {
    await Promise.all(this.streams.map((stream) => this.#write(store, stream)));
  }

  async untilAcknowledged(count: number): Promise<void> {
    while (this.acknowledged < count) await pause(5);
  }

  async #write(store: EventStore, stream: StreamName): Promise<void> {
    let expected: ExpectedRevision = 'none';
    for (let count = 1; count <= APPENDS_EACH; count += 1) {
      const records = newRecords(EVENTS_EACH);
      const appended: Appended = await this.#until(store, stream, { expected, records });
      this.revisionsRight &&= appended.revision === count * EVENTS_EACH - 1;
      this.written.get(stream)?.push(...records.map((record) => record.id));
      this.acknowledged += 1;
      expected = appended.revision;
    }
  }

  /** Sends the same ids again after a retryable fault, and after nothing else. */
  async #until(
    store: EventStore,
    stream: StreamName,
    append: { readonly expected: ExpectedRevision; readonly records: readonly NewRecord[] },
  ): Promise<Appended> {
    for (;;) {
      try {
        return await store.append(stream, append.expected, append.records);
      } catch (error) {
        if (!isStoreFault(error) || !error.retryable) throw error;
        this.faults += 1;
        await pause(50);
      }
    }
  }
}

describe.skipIf(serverCommand === undefined)('With KURRENTDB_COMMAND, a log server', () => {
  let server: KurrentServer;
  let store: EventStore;
  beforeEach(async () => {
    server = new KurrentServer(serverCommand ?? '');
    await server.start();
    store = openKurrentEventStore({ connectionString: server.connectionString });
  });
  afterEach(async () => {
    await store.close();
    await server.remove();
  });

  it('that is killed under load and started again loses, doubles and reorders nothing', async () => {
    const load = new Load();
    const followed = collectOf(
      load.streams,
      TOTAL,
      store.subscribe({ signal: new AbortController().signal }),
    );
    const done = load.run(store);
    for (const count of [200, 700]) {
      await load.untilAcknowledged(count);
      await server.kill();
      await server.start();
    }
    await done;

    expect(load.faults).toBeGreaterThan(0);
    expect(load.revisionsRight).toBe(true);
    const log = await collect(store.readAll());
    expect(log).toHaveLength(TOTAL);
    for (const [stream, ids] of load.written) {
      expect((await collect(store.readStream(stream))).map((one) => one.id)).toEqual(ids);
      expect(log.filter((one) => one.stream === stream).map((one) => one.id)).toEqual(ids);
    }
    expect(await followed).toEqual(log);
  });

  it('knows a repetition after a restart, at an exact revision and at any', async () => {
    const [exact, any] = [freshStream(), freshStream()];
    const records = newRecords(3);
    const others = newRecords(3);
    const first = await store.append(exact, 'none', records);
    const second = await store.append(any, 'any', others);
    await store.append(any, 'any', newRecords(2));
    await server.kill();
    await server.start();
    await store.close();
    store = openKurrentEventStore({ connectionString: server.connectionString });
    expect(await store.append(exact, 'none', records)).toEqual({ ...first, duplicate: true });
    expect(await store.append(any, 'any', others)).toEqual({ ...second, duplicate: true });
    expect(await collect(store.readAll())).toHaveLength(8);
  });

  it('that is away is a retryable fault for every kind of call', async () => {
    await server.kill();
    const away = { facts: { code: 'store-unavailable' }, retryable: true };
    await expect(store.append(freshStream(), 'any', newRecords(1))).rejects.toMatchObject(away);
    await expect(store.append(freshStream(), 'none', newRecords(1))).rejects.toMatchObject(away);
    await expect(collect(store.readStream(freshStream()))).rejects.toMatchObject(away);
    await expect(collect(store.readAll())).rejects.toMatchObject(away);
    await expect(store.head()).rejects.toMatchObject(away);
  });
});
