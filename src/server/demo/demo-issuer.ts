import { exportJWK, generateKeyPair, SignJWT, type JSONWebKeySet } from 'jose';
import type { PersonId } from '../../kernel/ids.ts';

export const DEMO_ISSUER = 'https://demo.countersign.invalid';
export const DEMO_AUDIENCE = 'countersign-demo';
const DEMO_KEY_ID = 'demo';
const LIFETIME = '8h';

export interface DemoIssuer {
  readonly jwks: JSONWebKeySet;
  /** A token for a demo person. The subject of a demo person is the person's own id. */
  tokenFor(person: PersonId): Promise<string>;
}

/** A sign-in provider of one process: its key is made at the start and never leaves it. */
export async function createDemoIssuer(): Promise<DemoIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('EdDSA');
  const jwk = { ...(await exportJWK(publicKey)), kid: DEMO_KEY_ID, alg: 'EdDSA', use: 'sig' };
  return {
    jwks: { keys: [jwk] },
    tokenFor: (person) =>
      new SignJWT()
        .setProtectedHeader({ alg: 'EdDSA', kid: DEMO_KEY_ID })
        .setSubject(person)
        .setIssuer(DEMO_ISSUER)
        .setAudience(DEMO_AUDIENCE)
        .setIssuedAt()
        .setExpirationTime(LIFETIME)
        .sign(privateKey),
  };
}
