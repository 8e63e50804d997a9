import type { Path } from './source-document.ts';

/** A place that names an instrument as its source. */
export interface Citation {
  readonly instrument: string;
  /** Leads from the value searched to the instrument's slug. */
  readonly path: Path;
}

/**
 * Every instrument that is cited anywhere in a definition or a part of one. Whatever the language
 * lets cite an instrument does so under the key `instrument`.
 */
export function citationsIn(value: unknown, path: Path = []): Citation[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((member, index) => [index, member])
    : Object.entries(value);
  return entries.flatMap(([key, member]) =>
    key === 'instrument' && typeof member === 'string'
      ? [{ instrument: member, path: [...path, key] }]
      : citationsIn(member, [...path, key]),
  );
}
