import type { PersonId } from '../kernel/ids.ts';

/**
 * Data about a natural person. The codec seals `value` with the key of `subject`; once that key is
 * erased the value is gone for good and reads as `erased`, while the event and its bytes stay.
 */
export type Personal<Value> =
  | { readonly subject: PersonId; readonly value: Value }
  | { readonly subject: PersonId; readonly erased: true };
