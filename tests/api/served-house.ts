import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { pino } from 'pino';
import { OFFICE_ITSELF } from '../../src/domain/organisation/decide.ts';
import { foundDemoOffice } from '../../src/server/demo/found-demo-office.ts';
import { openHouse } from '../../src/server/house.ts';
import { publishProcedure } from '../../src/server/publishing/publish-procedure.ts';
import { startServing } from '../../src/server/serving.ts';
import { tickingClock } from '../support/memory-office.ts';
import { apiDefinition } from './api-definition.ts';
import type { Answer, AskOptions } from './memory-api.ts';

export const ISSUER = 'https://sign-in.example';
export const AUDIENCE = 'countersign-test';
export const ATTACHMENT_MOST_BYTES = 300_000;

export type ServedHouse = Awaited<ReturnType<typeof serveHouse>>;

/** What a token says beside the usual. */
export interface TokenWish {
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly kid?: string;
  readonly endsInSeconds?: number;
}

/** A house in a folder of its own, served on a free port, with a sign-in provider of the test. */
export async function serveHouse({ graphiql = false } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'countersign-api-'));
  const house = await openHouse({
    folder,
    now: tickingClock(),
    attachmentMostBytes: ATTACHMENT_MOST_BYTES,
  });
  const definition = apiDefinition();
  await foundDemoOffice(definition.departments, house.reference);
  const office = { person: OFFICE_ITSELF, post: 'administrator' } as const;
  await publishProcedure(definition, office, house.reference);
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwk = { ...(await exportJWK(publicKey)), kid: 'test', alg: 'EdDSA', use: 'sig' };
  const serving = await startServing(house, {
    host: '127.0.0.1',
    port: 0,
    tokens: {
      jwks: { keys: [jwk] },
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: ['EdDSA'],
    },
    logger: pino({ level: 'silent' }),
    graphiql,
  });

  const tokenFor = (person: string, wish: TokenWish = {}): Promise<string> =>
    new SignJWT({ sub: person, iss: ISSUER, aud: AUDIENCE, ...wish.claims })
      .setProtectedHeader({ alg: 'EdDSA', kid: wish.kid ?? 'test' })
      .setExpirationTime(Math.floor(Date.now() / 1_000) + (wish.endsInSeconds ?? 600))
      .sign(privateKey);
  const headersFor = async (as: string | undefined): Promise<Record<string, string>> =>
    as === undefined ? {} : { authorization: `Bearer ${await tokenFor(as)}` };

  return {
    house,
    folder,
    url: serving.url,
    feed: serving.reading.feed,
    jwk,
    tokenFor,
    headersFor,
    async ask(query: string, { as, variables }: AskOptions = {}): Promise<Answer> {
      const response = await fetch(`${serving.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(await headersFor(as)) },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Answer;
    },
    async close(): Promise<void> {
      await serving.stop();
      await house.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a server says on a connection of its own until it closes it. */
export interface Conversation {
  readonly said: string;
  readonly isClosedByServer: boolean;
}

/**
 * Sends a head and then body bytes for as long as the server takes them; resolves when it closes.
 * @param chunk the next part of the body; nothing more to send when `undefined`
 */
export function converse(
  url: string,
  head: readonly string[],
  chunk: () => Buffer | undefined,
): Promise<Conversation> {
  const { hostname, port } = new URL(url);
  return new Promise((resolve) => {
    let said = '';
    let isClosedByServer = false;
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      socket.write(`${head.join('\r\n')}\r\n\r\n`);
      pump();
    });
    const pump = (): void => {
      let next = socket.destroyed || said !== '' ? undefined : chunk();
      while (next !== undefined) {
        if (!socket.write(next)) {
          socket.once('drain', pump);
          return;
        }
        next = said === '' ? chunk() : undefined;
      }
    };
    socket.on('data', (bytes: Buffer) => {
      said += bytes.toString('utf8');
    });
    socket.on('end', () => {
      isClosedByServer = true;
    });
    // A server that gives up on a body may reset the connection after its answer.
    socket.on('error', () => {
      isClosedByServer = true;
    });
    socket.on('close', () => resolve({ said, isClosedByServer }));
  });
}

/** A port at which nobody listens. */
export async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}
