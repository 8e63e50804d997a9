/**
 * An expected outcome as a value. A `Result` carries a *refusal* of ours (a "no" the office
 * expects); a broken world is a thrown fault and a broken rule of ours is an `invariant`.
 */
export type Result<Value, Refused> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: Refused };

export function ok<Value>(value: Value): { readonly ok: true; readonly value: Value } {
  return { ok: true, value };
}

export function refuse<Refused>(error: Refused): { readonly ok: false; readonly error: Refused } {
  return { ok: false, error };
}
