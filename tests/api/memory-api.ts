import { pino } from 'pino';
import { createSchema } from '../../src/graphql/schema.ts';
import type { ApiParts, Viewer } from '../../src/graphql/context.ts';
import { LogFeed } from '../../src/graphql/feed/log-feed.ts';
import { heldPosts } from '../../src/graphql/reading/held-posts.ts';
import type { PersonId } from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import { openReadModels } from '../../src/projections/open-read-models.ts';
import { createProjectionRunner } from '../../src/projections/runner/projection-runner.ts';
import { createGraphqlEndpoint } from '../../src/server/http/graphql-endpoint.ts';
import type { Definition } from '../../src/workflow/definition/definition.ts';
import { openMemoryOffice } from '../support/memory-office.ts';
import { apiDefinition } from './api-definition.ts';

const FAR_AHEAD_MS = 8 * 3_600_000;

/** What GraphQL answers. */
export interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly path?: readonly (string | number)[];
    readonly extensions?: Readonly<Record<string, unknown>>;
  }[];
}

export interface AskOptions {
  /** Absent: nobody is signed in. */
  readonly as?: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly expiresAtMs?: number;
  readonly gone?: AbortSignal;
}

export interface MemoryApiOptions {
  readonly definition?: Definition;
  readonly graphiql?: boolean;
  /** Replaces parts of the API's own, for faults. */
  readonly replace?: (parts: ApiParts) => Partial<ApiParts>;
  readonly now?: () => Instant;
}

export type MemoryApi = Awaited<ReturnType<typeof openMemoryApi>>;

/** The whole API over an office in memory; asked through `yoga.fetch`, without a socket. */
export async function openMemoryApi(options: MemoryApiOptions = {}) {
  const { definition = apiDefinition(), graphiql = false, replace, now } = options;
  const office = await openMemoryOffice(definition, undefined, now);
  const { store, codec, library, organisation } = office;
  const readModels = await openReadModels({ url: ':memory:' });
  const procedureOf = library.published.bind(library);
  const projections = createProjectionRunner({ store, codec, readModels, procedureOf });
  await projections.start();
  const feed = new LogFeed(store);
  const replay = { store, codec, procedureOf };
  const own: ApiParts = { ...office, readModels, projections, feed, replay };
  const parts: ApiParts = { ...own, ...replace?.(own) };
  const yoga = createGraphqlEndpoint({
    schema: createSchema(),
    parts,
    logger: pino({ level: 'silent' }),
    graphiql,
  });

  const viewerOf = (person: string, expiresAtMs: number): Viewer => ({
    person: person as PersonId,
    posts: heldPosts(organisation.current(), person as PersonId, office.now()),
    expiresAtMs,
  });
  const post = (body: object, asked: AskOptions = {}, headers: Record<string, string> = {}) => {
    const endsAtMs = asked.expiresAtMs ?? Date.parse(office.now()) + FAR_AHEAD_MS;
    const viewer = asked.as === undefined ? undefined : viewerOf(asked.as, endsAtMs);
    const request = new Request('http://api/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    const { gone = new AbortController().signal } = asked;
    return Promise.resolve(yoga.fetch(request, { viewer, httpRequestId: 'request-1', gone }));
  };

  return {
    ...office,
    parts,
    yoga,
    feed,
    projections,
    post,
    /** The answer to an operation asked by a person, by the id of a demo person. */
    async ask(query: string, asked: AskOptions = {}): Promise<Answer> {
      const { variables } = asked;
      const response = await post({ query, variables }, asked);
      return (await response.json()) as Answer;
    },
    /** Server-sent events of a subscription, one object each. */
    async subscribe(query: string, asked: AskOptions = {}): Promise<ServerSentEvents> {
      const { variables } = asked;
      const leaving = new AbortController();
      const following = { ...asked, gone: leaving.signal };
      const accept = { accept: 'text/event-stream' };
      const response = await post({ query, variables }, following, accept);
      if (!response.body) throw new Error('a subscription has a body');
      return new ServerSentEvents(response.body, leaving);
    },
    async close(): Promise<void> {
      feed.close();
      await projections.stop();
      await readModels.close();
      await store.close();
    },
  };
}

/** Reads a stream of server-sent events, as the specification of GraphQL over SSE has them. */
export class ServerSentEvents {
  readonly #leaving: AbortController;
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>;
  readonly #decoder = new TextDecoder();
  #text = '';

  constructor(body: ReadableStream<Uint8Array>, leaving: AbortController) {
    this.#leaving = leaving;
    this.#reader = body.getReader();
  }

  /** The next answer; `undefined` when the stream has ended. */
  async next(): Promise<Answer | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n');
      if (end >= 0) {
        const event = this.#text.slice(0, end);
        this.#text = this.#text.slice(end + 2);
        if (/^event: complete$/m.test(event)) return undefined;
        const data = /^data: (.+)$/m.exec(event)?.[1];
        if (data !== undefined) return JSON.parse(data) as Answer;
        continue;
      }
      const { done, value } = await this.#reader.read();
      if (done) return undefined;
      this.#text += this.#decoder.decode(value, { stream: true });
    }
  }

  /** Leaves, as a connection that is closed does. */
  close(): void {
    this.#leaving.abort();
  }
}
