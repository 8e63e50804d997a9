/** Which tokens open the door: those of our provider, for us, in time, for somebody we know. */
import { createPublicKey } from 'node:crypto';
import { SignJWT, UnsecuredJWT, generateKeyPair, type JWTPayload } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTokenVerifier } from '../../src/server/sign-in/token-verifier.ts';
import { AGENT } from './scenes.ts';
import { AUDIENCE, closedPort, ISSUER, serveHouse, type ServedHouse } from './served-house.ts';

let served: ServedHouse;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

async function answerTo(authorization: string | undefined) {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: JSON.stringify({ query: '{ viewer { person { person name } posts { post } } }' }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const inTenMinutes = (): number => Math.floor(Date.now() / 1_000) + 600;
const usual: JWTPayload = { sub: AGENT, iss: ISSUER, aud: AUDIENCE };

/** The public key taken for a shared secret: the classical confusion of algorithms. */
async function signedWithThePublicKey(secretFormat: 'jwk' | 'pem'): Promise<string> {
  const { alg: _alg, use: _use, ...jwk } = served.jwk;
  const key = createPublicKey({ key: jwk, format: 'jwk' });
  const text =
    secretFormat === 'jwk'
      ? JSON.stringify(served.jwk)
      : key.export({ type: 'spki', format: 'pem' });
  return new SignJWT(usual)
    .setProtectedHeader({ alg: 'HS256', kid: 'test' })
    .setExpirationTime(inTenMinutes())
    .sign(new TextEncoder().encode(text));
}

async function signedByAnother(): Promise<string> {
  const { privateKey } = await generateKeyPair('EdDSA');
  return new SignJWT(usual)
    .setProtectedHeader({ alg: 'EdDSA', kid: 'test' })
    .setExpirationTime(inTenMinutes())
    .sign(privateKey);
}

function altered(token: string): string {
  const [head, , signature] = token.split('.');
  const claims = { ...usual, sub: 'administrator', exp: inTenMinutes() };
  return [head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

describe('a token', () => {
  it('of our provider, for us and in time, says who asks', async () => {
    const { status, body } = await answerTo(`Bearer ${await served.tokenFor(AGENT)}`);
    expect(status).toBe(200);
    expect(body).toEqual({
      data: { viewer: { person: { person: AGENT, name: '林晓' }, posts: [{ post: AGENT }] } },
    });
  });

  it('that is not to be trusted opens no door, and the answer says why in two languages', async () => {
    const tokens = {
      'alg: none': new UnsecuredJWT(usual).setExpirationTime(inTenMinutes()).encode(),
      'HS256 with the public key as text': await signedWithThePublicKey('pem'),
      'HS256 with the public key as JWK': await signedWithThePublicKey('jwk'),
      'another issuer': await served.tokenFor(AGENT, { claims: { iss: 'https://other.example' } }),
      'another audience': await served.tokenFor(AGENT, { claims: { aud: 'somebody-else' } }),
      'no subject': await served.tokenFor(AGENT, { claims: { sub: undefined } }),
      'an unknown key': await served.tokenFor(AGENT, { kid: 'unknown' }),
      'another key under our name': await signedByAnother(),
      'altered claims': altered(await served.tokenFor(AGENT)),
      'not yet valid': await served.tokenFor(AGENT, { claims: { nbf: inTenMinutes() } }),
    };
    const answers = await Promise.all(
      Object.entries(tokens).map(async ([name, token]) => {
        const { status, body } = await answerTo(`Bearer ${token}`);
        return [name, status, body['code'], typeof body['zh'], typeof body['en']];
      }),
    );
    expect(answers).toEqual(
      Object.keys(tokens).map((name) => [name, 401, 'not-trusted', 'string', 'string']),
    );
  });

  it('that has run out says so', async () => {
    const token = await served.tokenFor(AGENT, { endsInSeconds: -60 });
    expect(await answerTo(`Bearer ${token}`)).toMatchObject({
      status: 401,
      body: { code: 'expired', zh: '登录已过期，请重新登录。' },
    });
  });

  it('of somebody whom the office does not know opens no door', async () => {
    expect(await answerTo(`Bearer ${await served.tokenFor('stranger')}`)).toMatchObject({
      status: 401,
      body: { code: 'person-unknown' },
    });
  });

  it('in another form is malformed', async () => {
    for (const header of ['Basic YTpi', 'Bearer', 'Bearer not-a-token', 'Bearer a b']) {
      expect(await answerTo(header)).toMatchObject({
        status: 401,
        body: { code: 'malformed-header' },
      });
    }
  });

  it('that is missing lets nobody ask', async () => {
    const { status, body } = await answerTo(undefined);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });

  it('cannot be checked while the provider is out of reach, which may pass', async () => {
    const verify = createTokenVerifier({
      jwks: new URL(`http://127.0.0.1:${await closedPort()}/jwks`),
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: ['EdDSA'],
    });
    expect(await verify(await served.tokenFor(AGENT))).toEqual({
      ok: false,
      problem: 'keys-out-of-reach',
    });
  });
});
