import { hash } from 'node:crypto';
import type { Verified } from './token-verifier.ts';

type Believed = Extract<Verified, { readonly ok: true }>;

/** How many tokens are remembered, some 300 bytes each; the one used longest ago goes first. */
const TOKENS_MOST_DEFAULT = 10_000;
/** A key that the provider withdraws opens the door no longer than this through a remembered token. */
const BELIEVED_MOST_MS = 5 * 60_000;

interface Remembered {
  readonly believed: Believed;
  readonly untilMs: number;
}

/**
 * Spares checking a token again that was believed a moment ago: a signature costs as much as a
 * command. It is remembered by its hash until it expires, five minutes at most; one that was not
 * believed is checked anew each time.
 */
export function rememberingTokens(
  verify: (token: string) => Promise<Verified>,
  tokensMost = TOKENS_MOST_DEFAULT,
): (token: string) => Promise<Verified> {
  const kept = new Map<string, Remembered>();
  const keep = (key: string, one: Remembered): void => {
    kept.set(key, one);
    if (kept.size <= tokensMost) return;
    for (const oldest of kept.keys()) {
      kept.delete(oldest);
      return;
    }
  };
  return async (token) => {
    const key = hash('sha256', token, 'base64');
    const known = kept.get(key);
    kept.delete(key);
    if (known && Date.now() < known.untilMs) {
      keep(key, known);
      return known.believed;
    }
    const verified = await verify(token);
    if (!verified.ok) return verified;
    const untilMs = Math.min(verified.expiresAtMs, Date.now() + BELIEVED_MOST_MS);
    if (Date.now() < untilMs) keep(key, { believed: verified, untilMs });
    return verified;
  };
}
