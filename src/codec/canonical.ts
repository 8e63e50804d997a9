import canonicalize from 'canonicalize';

/** Why a value has no canonical JSON: `NaN`, infinities, lone surrogates, cycles, `undefined`. */
export class NotCanonical extends Error {
  override readonly name = 'NotCanonical';
}

/**
 * Canonical JSON text (RFC 8785): one value, one sequence of bytes, so that it can be hashed.
 * @throws NotCanonical
 */
export function canonicalText(value: unknown): string {
  const text = canonicalOrThrow(value);
  if (text === undefined) throw new NotCanonical('no JSON stands for this value');
  // No parser of ours would give a member of this name back, so it must not get in.
  if (text.includes('"__proto__":')) throw new NotCanonical('a member named __proto__');
  return text;
}

function canonicalOrThrow(value: unknown): string | undefined {
  try {
    return canonicalize(value);
  } catch (error) {
    throw new NotCanonical(error instanceof Error ? error.message : String(error), {
      cause: error,
    });
  }
}
