import { z } from 'zod';

import type { Personal } from '../../domain/personal.ts';
import { invariant } from '../../kernel/invariant.ts';
import { personId } from './vocabulary.ts';

const marked = new WeakSet<z.core.$ZodType>();

/** Marks a field as data about a natural person: the codec seals `value` with that person's key. */
export function personal<Value>(value: z.ZodType<Value>): z.ZodType<Personal<Value>> {
  const schema = z.union([
    z.strictObject({ subject: personId, value }),
    z.strictObject({ subject: personId, erased: z.literal(true) }),
  ]);
  marked.add(schema);
  return schema;
}

/** How a personal field stands in the log: base64url of nonce (12 bytes), ciphertext, tag (16). */
export const storedPersonal = z.union([
  z.strictObject({ subject: personId, sealed: z.string().regex(/^[A-Za-z0-9_-]{38,}$/) }),
  z.strictObject({ subject: personId, erased: z.literal(true) }),
]);

export function isPersonal(schema: z.core.$ZodType): boolean {
  return marked.has(schema);
}

/** Way to a field: names of properties, and `EACH` for every element of an array. */
export type FieldPath = readonly (string | typeof EACH)[];
export const EACH = Symbol('each element');

/** The ways to all personal fields of a schema. */
export function personalPaths(schema: z.core.$ZodType): readonly FieldPath[] {
  if (marked.has(schema)) return [[]];
  if (schema instanceof z.ZodObject) {
    return Object.entries(schema.shape).flatMap(([name, field]) => under(name, field));
  }
  if (schema instanceof z.ZodArray) return under(EACH, schema.element);
  if (schema instanceof z.ZodExactOptional) return personalPaths(schema.unwrap());
  if (schema instanceof z.ZodNullable) return personalPaths(schema.unwrap());
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(personalPaths);
  if (schema instanceof z.ZodRecord) {
    invariant(personalPaths(schema.valueType).length === 0, 'no personal field within a record');
  }
  return [];
}

function under(step: string | typeof EACH, schema: z.core.$ZodType): readonly FieldPath[] {
  return personalPaths(schema).map((path) => [step, ...path]);
}
