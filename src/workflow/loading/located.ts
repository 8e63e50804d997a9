import type { z } from 'zod';
import type { DefinitionMistake, Where } from './mistake.ts';
import { schemaMistakes } from './schema-mistakes.ts';
import { parseSource, type Path, type SourceDocument, type SourceText } from './source-document.ts';

/** A value that knows where it was written. */
export interface Located<Value> {
  readonly value: Value;
  readonly document: SourceDocument;
  readonly path: Path;
}

/** Parses a file and checks its shape; all mistakes of the file at once. */
export function readLocated<Schema extends z.ZodType>(
  source: SourceText,
  schema: Schema,
): {
  readonly located?: Located<z.output<Schema>>;
  readonly mistakes: readonly DefinitionMistake[];
} {
  const { document, mistakes } = parseSource(source);
  if (!document) return { mistakes };
  const parsed = schema.safeParse(document.content);
  if (!parsed.success) return { mistakes: schemaMistakes(document, parsed.error.issues) };
  return { located: { value: parsed.data, document, path: [] }, mistakes: [] };
}

/** The place of something inside a located value. */
export function whereIn(located: Located<unknown>, ...keys: Path): Where {
  return located.document.where([...located.path, ...keys]);
}

/** The members of a list, each with its own place. */
export function members<Member>(
  located: Located<unknown>,
  list: readonly Member[],
  ...keys: Path
): Located<Member>[] {
  return list.map((value, index) => ({
    value,
    document: located.document,
    path: [...located.path, ...keys, index],
  }));
}
