import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { createSignIn, SignedIn } from '../sign-in/sign-in.ts';
import { signInSentences } from '../../wording/sign-in.ts';
import { apiProblemSentences } from '../../wording/api-problems.ts';
import { closeAfter } from './close-after.ts';
import { GRAPHQL_PATH, type GraphqlEndpoint } from './graphql-endpoint.ts';
import { sendJson } from './send-json.ts';

/** What a route gets to see; the viewer is there unless nobody signed in. */
export interface Visit {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly signedIn: Extract<SignedIn, { readonly ok: true }>;
  readonly httpRequestId: string;
}

/** One path beside GraphQL. Answers itself; what it throws becomes a masked 500. */
export interface Route {
  readonly method: 'GET' | 'PUT' | 'POST';
  /** Matched against the path; its groups are the route's own. */
  readonly path: RegExp;
  handle(visit: Visit): Promise<void>;
}

export interface HttpParts {
  readonly graphql: GraphqlEndpoint;
  readonly routes: readonly Route[];
  readonly signIn: ReturnType<typeof createSignIn>;
  readonly logger: Logger;
}

const GRAPHQL_BODY_MOST_BYTES = 1_000_000;
const REQUEST_ID_SHAPE = /^[\w-]{8,64}$/;

/** The http server: sign-in first, then GraphQL or one of a handful of plain routes. */
export function createHttpServer(parts: HttpParts): Server {
  return createServer((request, response) => {
    serve(request, response, parts).catch((error: unknown) => {
      parts.logger.error({ err: error }, 'a request failed');
      if (!response.headersSent) sendJson(response, 500, { code: 'UNEXPECTED' });
      else response.destroy();
    });
  });
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  parts: HttpParts,
): Promise<void> {
  const httpRequestId = requestIdOf(request);
  response.setHeader('x-request-id', httpRequestId);
  response.setHeader('x-content-type-options', 'nosniff');
  const signedIn = await parts.signIn(request.headers.authorization);
  if (!signedIn.ok) {
    const status = signedIn.problem === 'keys-out-of-reach' ? 503 : 401;
    closeAfter(response, request);
    if (status === 401) response.setHeader('www-authenticate', 'Bearer');
    return sendJson(response, status, {
      code: signedIn.problem,
      ...signInSentences(signedIn.problem),
    });
  }
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === GRAPHQL_PATH) {
    if (isTooLarge(request)) return refuseBody(request, response);
    const gone = new AbortController();
    response.once('close', () => {
      if (!response.writableFinished) gone.abort();
    });
    const facts = { viewer: signedIn.viewer, httpRequestId, gone: gone.signal };
    await parts.graphql(request, response, facts);
    return;
  }
  const route = parts.routes.find(
    (one) => one.method === request.method && one.path.test(url.pathname),
  );
  if (route === undefined) {
    closeAfter(response, request);
    const code = 'route-not-there';
    return sendJson(response, 404, { code, ...apiProblemSentences(code) });
  }
  await route.handle({ request, response, url, signedIn, httpRequestId });
}

/** A client may name its request, so that its log and ours can be laid side by side. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && REQUEST_ID_SHAPE.test(given) ? given : randomUUID();
}

function isTooLarge(request: IncomingMessage): boolean {
  if (request.headers['transfer-encoding'] !== undefined) return true;
  return Number(request.headers['content-length'] ?? 0) > GRAPHQL_BODY_MOST_BYTES;
}

function refuseBody(request: IncomingMessage, response: ServerResponse): void {
  closeAfter(response, request);
  sendJson(response, 413, {
    code: 'body-too-large',
    facts: { limitBytes: GRAPHQL_BODY_MOST_BYTES },
    ...apiProblemSentences('body-too-large'),
  });
}
