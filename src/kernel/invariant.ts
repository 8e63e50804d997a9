/** Our own rule is broken: the process must not go on with this state. Never caught to continue. */
export class BrokenInvariant extends Error {
  override readonly name = 'BrokenInvariant';
}

/** Asserts what must hold if our code is right. `sentence` says what was expected, with facts. */
export function invariant(condition: unknown, sentence: string): asserts condition {
  if (!condition) throw new BrokenInvariant(sentence);
}

/** Closes an exhaustive `switch`: a case that types exclude has arrived all the same. */
export function unreachable(value: never): never {
  throw new BrokenInvariant(`unexpected case: ${JSON.stringify(value)}`);
}
