import type { Value } from './storage/table.ts';

/** Columns that may be null, as fields that may be absent. */
export function withoutNulls<Fields extends Readonly<Record<string, Value>>>(
  fields: Fields,
): { readonly [Name in keyof Fields]?: NonNullable<Fields[Name]> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null)) as never;
}
