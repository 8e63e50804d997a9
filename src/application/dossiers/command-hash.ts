import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { invariant } from '../../kernel/invariant.ts';
import type { Sha256 } from '../../kernel/ids.ts';

/**
 * SHA-256 over the canonical JSON of everything that makes a command what it is: who, when (if said)
 * and what. The same request id with another hash is another command, and refused.
 */
export function commandHash(content: object): Sha256 {
  const text = canonicalize(content);
  invariant(text !== undefined, 'a command is plain data');
  return hash('sha256', text, 'hex') as Sha256;
}
