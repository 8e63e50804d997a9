import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet } from 'jose';

export interface TokenRules {
  /** Where the provider publishes its keys, or the keys themselves. */
  readonly jwks: URL | JSONWebKeySet;
  readonly issuer: string;
  readonly audience: string;
  /** Only these; `none` and shared-secret algorithms can never be among them. */
  readonly algorithms: readonly SigningAlgorithm[];
}

export const SIGNING_ALGORITHMS = ['EdDSA', 'ES256', 'ES384', 'PS256', 'RS256'] as const;
export type SigningAlgorithm = (typeof SIGNING_ALGORITHMS)[number];

const CLOCK_TOLERANCE_SECONDS = 30;
const MS_A_SECOND = 1_000;

/** Who the token speaks for, or why it is not believed. */
export type Verified =
  | { readonly ok: true; readonly subject: string; readonly expiresAtMs: number }
  | { readonly ok: false; readonly problem: TokenProblem };

export type TokenProblem = 'expired' | 'not-trusted' | 'keys-out-of-reach';

/** Checks bearer tokens: signature, algorithm, issuer, audience, expiry, subject. */
export function createTokenVerifier(rules: TokenRules): (token: string) => Promise<Verified> {
  const keys =
    rules.jwks instanceof URL ? createRemoteJWKSet(rules.jwks) : createLocalJWKSet(rules.jwks);
  const { issuer, audience, algorithms } = rules;
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer,
        audience,
        algorithms: [...algorithms],
        clockTolerance: CLOCK_TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'sub'],
      });
      const { sub: subject, exp } = payload;
      if (!subject || exp === undefined) return no('not-trusted');
      return { ok: true, subject, expiresAtMs: exp * MS_A_SECOND };
    } catch (error) {
      return no(problemOf(error));
    }
  };
}

function problemOf(error: unknown): TokenProblem {
  if (error instanceof errors.JWTExpired) return 'expired';
  // Whatever else jose objects to lies in the token; all other errors come from fetching the keys.
  const inReach = error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout);
  return inReach ? 'not-trusted' : 'keys-out-of-reach';
}

function no(problem: TokenProblem): Verified {
  return { ok: false, problem };
}
