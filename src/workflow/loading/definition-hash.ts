import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Sha256 } from '../../kernel/ids.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { Definition } from '../definition/definition.ts';

/** SHA-256 over the canonical JSON (RFC 8785) of a definition: what a dossier is pinned to. */
export function definitionHash(definition: Definition): Sha256 {
  const json = canonicalize(definition);
  invariant(json !== undefined, 'a definition is an object and has canonical JSON');
  return createHash('sha256').update(json, 'utf8').digest('hex') as Sha256;
}
