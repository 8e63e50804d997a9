import { WrongExpectedVersionError } from '@eventstore/db-client';

import { invariant } from '../../kernel/invariant.ts';
import { firstRevisionAfter, judgeAppend } from '../append-rule.ts';
import type { AppendRequest, LogFacts, Place } from '../append-rule.ts';
import { StoreFault } from '../faults.ts';
import type { Appended, EventId, ReadStreamOptions, Revision } from '../port.ts';
import type { Connection } from './connection.ts';
import { KeyedQueue } from './keyed-queue.ts';
import type { LogReader } from './log-reader.ts';
import { positionTextOf } from './log-position.ts';
import { eventOf } from './recorded.ts';

type Exact = Revision | 'none';

/** What is known of a stream: how far it goes, and where the events in question stand in it. */
interface Seen {
  last: Exact;
  readonly places: Map<EventId, Place>;
}

/**
 * Appends by the rule of `append-rule.ts`. The server itself recognises a repetition at an exact
 * revision, as long as it stands at that place. With `any` it remembers recent ids only, so there the
 * stream is looked through and the append made at the exact revision that was found.
 */
export class Appender {
  readonly #connection: Connection;
  readonly #reader: LogReader;
  readonly #queue = new KeyedQueue();

  constructor(connection: Connection, reader: LogReader) {
    this.#connection = connection;
    this.#reader = reader;
  }

  append(request: AppendRequest): Promise<Appended> {
    const { expected, stream, records } = request;
    const [first] = records;
    invariant(first !== undefined, 'an append carries at least one record');
    const key = expected === 'any' ? `stream ${stream}` : `event ${first.id}`;
    return this.#queue.run(key, async () => {
      assertDifferentIds(request);
      return expected === 'any' ? this.#appendAnywhere(request) : this.#appendAt(request, expected);
    });
  }

  /** Resolves when every append that was accepted has ended. */
  idle(): Promise<void> {
    return this.#queue.idle();
  }

  async #appendAt(request: AppendRequest, expected: Exact): Promise<Appended> {
    for (;;) {
      const outcome = await this.#write(request, expected);
      if ('revision' in outcome) return outcome;
      const seen: Seen = { last: outcome.actual, places: new Map() };
      const from = firstRevisionAfter(expected);
      await this.#look(request, seen, { from, most: request.records.length });
      const already = judgeAppend(factsOf(seen), request);
      if (already !== undefined) return already;
    }
  }

  async #appendAnywhere(request: AppendRequest): Promise<Appended> {
    const seen: Seen = { last: 'none', places: new Map() };
    for (;;) {
      const last = await this.#look(request, seen, { from: firstRevisionAfter(seen.last) });
      seen.last = last ?? seen.last;
      const already = judgeAppend(factsOf(seen), request);
      if (already !== undefined) return already;
      const outcome = await this.#write(request, seen.last);
      if ('revision' in outcome) return outcome;
    }
  }

  /** Notes where events of the request stand in this part of the stream; returns where it ends. */
  async #look(
    { stream, records }: AppendRequest,
    { places }: Seen,
    part: ReadStreamOptions,
  ): Promise<Revision | undefined> {
    const ids = new Set(records.map((record) => record.id));
    let last: Revision | undefined;
    for await (const page of this.#reader.pagesOf(stream, part)) {
      for (const { id, revision, position } of page) {
        if (ids.has(id)) places.set(id, { stream, revision, position });
        last = revision;
      }
    }
    return last;
  }

  async #write(
    { stream, records }: AppendRequest,
    expected: Exact,
  ): Promise<Appended | { readonly actual: Exact }> {
    const { client, perCall, newest } = this.#connection;
    const known = await newest.at(() => this.#reader.end());
    const events = records.map(eventOf);
    const expectedRevision = expected === 'none' ? 'no_stream' : BigInt(expected);
    const options = { ...perCall, expectedRevision } as const;
    return this.#connection.call(async () => {
      try {
        const result = await client.appendToStream(stream, events, options);
        invariant(
          result.success && result.position !== undefined,
          'the server tells where it wrote',
        );
        const position = positionTextOf(result.position, stream);
        newest.saw(position);
        const revision = (firstRevisionAfter(expected) + records.length - 1) as Revision;
        return { position, revision, duplicate: position <= known };
      } catch (error) {
        if (!(error instanceof WrongExpectedVersionError)) throw error;
        const { actualVersion } = error;
        return {
          actual: typeof actualVersion === 'bigint' ? (Number(actualVersion) as Revision) : 'none',
        };
      }
    });
  }
}

function factsOf({ last, places }: Seen): LogFacts {
  return { lastRevisionOf: () => last, placeOf: (id) => places.get(id) };
}

function assertDifferentIds({ stream, records }: AppendRequest): void {
  const seen = new Set<EventId>();
  for (const { id } of records) {
    if (seen.has(id)) throw new StoreFault({ code: 'event-id-reused', id, stream });
    seen.add(id);
  }
}
