import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { rememberingTokens } from '../../../../src/server/sign-in/remembered-tokens.ts';
import {
  createTokenVerifier,
  type Verified,
} from '../../../../src/server/sign-in/token-verifier.ts';

const ISSUER = 'https://sign-in.example';
const AUDIENCE = 'countersign';
const NOW_MS = Date.UTC(2026, 10, 22, 9);
const MINUTE_MS = 60_000;
/** More than the clocks of two machines may differ. */
const A_MINUTE_LATER_MS = MINUTE_MS;

const { publicKey, privateKey } = await generateKeyPair('EdDSA');
const strangers = await generateKeyPair('EdDSA');

function tokenFor(person: string, expiresAtMs: number, key = privateKey): Promise<string> {
  return new SignJWT()
    .setProtectedHeader({ alg: 'EdDSA', kid: 'ours' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(person)
    .setExpirationTime(new Date(expiresAtMs))
    .sign(key);
}

/** The real check behind the memory, and how often it was asked. */
async function remembering(tokensMost?: number) {
  const verify = createTokenVerifier({
    jwks: { keys: [{ ...(await exportJWK(publicKey)), kid: 'ours', alg: 'EdDSA' }] },
    issuer: ISSUER,
    audience: AUDIENCE,
    algorithms: ['EdDSA'],
  });
  const checked: string[] = [];
  const counted = (token: string): Promise<Verified> => {
    checked.push(token);
    return verify(token);
  };
  return { ask: rememberingTokens(counted, tokensMost), checked };
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW_MS });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a token that was believed', () => {
  it('is not checked again while it is good', async () => {
    const { ask, checked } = await remembering();
    const expiresAtMs = NOW_MS + 10 * MINUTE_MS;
    const token = await tokenFor('officer-wang', expiresAtMs);
    const first = await ask(token);
    expect(first).toEqual({ ok: true, subject: 'officer-wang', expiresAtMs });
    expect(await ask(token)).toEqual(first);
    expect(checked).toHaveLength(1);
  });

  it('opens no door once it has expired', async () => {
    const { ask } = await remembering();
    const expiresAtMs = NOW_MS + MINUTE_MS;
    const token = await tokenFor('officer-wang', expiresAtMs);
    expect(await ask(token)).toMatchObject({ ok: true });
    expect(await ask(token)).toMatchObject({ ok: true });
    vi.setSystemTime(expiresAtMs + A_MINUTE_LATER_MS);
    expect(await ask(token)).toEqual({ ok: false, problem: 'expired' });
  });

  it('is checked again after five minutes, because its key may have been withdrawn', async () => {
    const { ask, checked } = await remembering();
    const token = await tokenFor('officer-wang', NOW_MS + 60 * MINUTE_MS);
    await ask(token);
    vi.setSystemTime(NOW_MS + 5 * MINUTE_MS - 1);
    await ask(token);
    expect(checked).toHaveLength(1);
    vi.setSystemTime(NOW_MS + 5 * MINUTE_MS);
    await ask(token);
    expect(checked).toHaveLength(2);
  });

  it('is not taken for that of somebody else', async () => {
    const { ask } = await remembering();
    for (const person of ['officer-wang', 'officer-li', 'officer-wang', 'officer-li']) {
      const token = await tokenFor(person, NOW_MS + MINUTE_MS);
      expect(await ask(token)).toMatchObject({ ok: true, subject: person });
    }
  });

  it('is forgotten for one that was used later, where there are too many', async () => {
    const { ask, checked } = await remembering(2);
    const [wang, li, zhao] = await Promise.all(
      ['wang', 'li', 'zhao'].map((person) => tokenFor(person, NOW_MS + MINUTE_MS)),
    );
    for (const token of [wang, li, wang, zhao]) await ask(token ?? '');
    expect(checked).toEqual([wang, li, zhao]);
    await ask(wang ?? '');
    expect(checked).toHaveLength(3);
    await ask(li ?? '');
    expect(checked).toHaveLength(4);
  });
});

describe('a token that was not believed', () => {
  it('is refused each time, though signed for somebody who is signed in', async () => {
    const { ask, checked } = await remembering();
    await ask(await tokenFor('officer-wang', NOW_MS + MINUTE_MS));
    const forged = await tokenFor('officer-wang', NOW_MS + MINUTE_MS, strangers.privateKey);
    for (let time = 0; time < 2; time += 1) {
      expect(await ask(forged)).toEqual({ ok: false, problem: 'not-trusted' });
    }
    expect(checked).toHaveLength(3);
  });
});
