import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import type { ApiParts } from '../graphql/context.ts';
import { createSchema } from '../graphql/schema.ts';
import { attachmentRoutes } from './http/attachment-routes.ts';
import { createGraphqlEndpoint } from './http/graphql-endpoint.ts';
import { createHttpServer, type Route } from './http/http-server.ts';
import type { House } from './house.ts';
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
  /** Takes no more requests, lets those under way finish, then resolves. */
  stop(): Promise<void>;
}

const DRAIN_MOST_MS = 10_000;

/** Serves the API of an opened house. @throws when the port cannot be had (`EADDRINUSE`) */
export async function startServing(house: House, options: ServingOptions): Promise<Serving> {
  const { logger, graphiql, routes = [] } = options;
  const { organisation, now } = house;
  const parts: ApiParts = house;
  const verify = createTokenVerifier(options.tokens);
  const server = createHttpServer({
    graphql: createGraphqlEndpoint({ schema: createSchema(), parts, logger, graphiql }),
    routes: [...attachmentRoutes(house.attachments), ...routes],
    signIn: createSignIn({ verify, organisation, now }),
    logger,
  });
  await listen(server, options);
  const { port } = server.address() as AddressInfo;
  return { url: `http://${options.host}:${port}`, stop: () => stop(server) };
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

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeIdleConnections();
    setTimeout(() => {
      server.closeAllConnections();
    }, DRAIN_MOST_MS).unref();
  });
}
