import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import type { ApiParts } from '../graphql/context.ts';
import { createSchema } from '../graphql/schema.ts';
import { attachmentRoutes } from './http/attachment-routes.ts';
import { createGraphqlEndpoint } from './http/graphql-endpoint.ts';
import { createHttpServer, type Route } from './http/http-server.ts';
import type { House } from './house.ts';
import { openReadSide, type ReadSide } from './read-side.ts';
import { createSignIn } from './sign-in/sign-in.ts';
import { createTokenVerifier, type TokenRules } from './sign-in/token-verifier.ts';

export interface ServingOptions {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly tokens: TokenRules;
  readonly logger: Logger;
  readonly graphiql: boolean;
  readonly routes?: readonly Route[];
}

export interface Serving {
  readonly url: string;
  /** How far the read tables are, and who is pushed to. */
  readonly reading: Pick<ReadSide, 'projections' | 'feed'>;
  /** Takes no more requests, lets those under way finish, then resolves. */
  stop(): Promise<void>;
}

const DRAIN_MOST_MS = 10_000;
const IDLE_EVERY_MS = 50;

/** Serves the API of an opened house. @throws when the port cannot be had (`EADDRINUSE`) */
export async function startServing(house: House, options: ServingOptions): Promise<Serving> {
  const { logger, graphiql, routes = [] } = options;
  const { organisation, now } = house;
  const reading = await openReadSide(house, (error) => {
    logger.error({ err: error }, 'the read tables stand still');
  });
  const parts: ApiParts = { ...house, ...reading };
  const verify = createTokenVerifier(options.tokens);
  const server = createHttpServer({
    graphql: createGraphqlEndpoint({ schema: createSchema(), parts, logger, graphiql }),
    routes: [...attachmentRoutes(house), ...routes],
    signIn: createSignIn({ verify, organisation, now }),
    logger,
  });
  try {
    await listen(server, options);
  } catch (error) {
    await reading.close();
    throw error;
  }
  const { port } = server.address() as AddressInfo;
  const host = options.host.includes(':') ? `[${options.host}]` : options.host;
  const url = `http://${host}:${port}`;
  return { url, reading, stop: () => stop(server, reading) };
}

function listen(server: Server, { host, port }: ServingOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Subscriptions end at once; requests under way are let finish before the read tables close. */
async function stop(server: Server, reading: ReadSide): Promise<void> {
  reading.feed.close();
  await drain(server);
  await reading.close();
}

function drain(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A connection that is kept alive becomes idle when its request is over: then it can go.
    const idle = setInterval(() => server.closeIdleConnections(), IDLE_EVERY_MS);
    const all = setTimeout(() => server.closeAllConnections(), DRAIN_MOST_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(all);
      resolve();
    });
    server.closeIdleConnections();
  });
}
