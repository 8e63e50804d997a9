/** Where in a file a definition is wrong. Lines and columns count from 1. */
export interface Where {
  /** Path inside the workflows folder with `/`, e.g. `catalogue/items/eia.yaml`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The keys that lead there: `stages[0].items[2].needs`; empty for the whole file. */
  readonly path: string;
}

/** What the loader may find wrong with a file before any rule is asked. */
export interface LoadingFacts {
  'folder-missing': { readonly folder: string };
  'file-missing': { readonly file: string };
  'file-unreadable': { readonly problem: string };
  'file-too-large': { readonly bytes: number; readonly bytesMax: number };
  'file-not-utf8': NoFacts;
  'file-unexpected': NoFacts;
  'file-name-differs': { readonly slug: string; readonly expected: string };
  'yaml-syntax': { readonly problem: string; readonly detail: string };
  'yaml-too-deep': { readonly levelsMax: number };
  'yaml-alias': { readonly alias: string };
  'key-duplicate': { readonly key: string };
  'key-missing': { readonly key: string };
  'key-unknown': { readonly key: string };
  'value-of-wrong-type': { readonly expected: string; readonly found: string };
  'value-not-allowed': { readonly allowed: readonly string[]; readonly found: string };
  'value-malformed': { readonly expected: string; readonly found: string };
  'value-too-small': { readonly minimum: number; readonly what: string };
  'value-too-large': { readonly maximum: number; readonly what: string };
  'no-form-fits': { readonly forms: readonly string[] };
  'instrument-required': { readonly what: string };
}

/** What is wrong with names and references, found while a definition is put together. */
export interface ReferenceFacts {
  'slug-duplicate': { readonly slug: string; readonly firstLine: number };
  'department-unknown': { readonly department: string };
  'instrument-unknown': { readonly instrument: string };
  'material-unknown': { readonly material: string };
  'item-unknown': { readonly item: string };
  'stage-unknown': { readonly stage: string };
  'parameter-unknown': { readonly parameter: string };
}

export interface MistakeFacts extends LoadingFacts, ReferenceFacts {}

export type MistakeCode = keyof MistakeFacts;

/** Something wrong with a definition: a code, its place and its facts; sentences are in `wording`. */
export type DefinitionMistake = {
  readonly [Code in MistakeCode]: Where & {
    readonly code: Code;
    readonly facts: MistakeFacts[Code];
  };
}[MistakeCode];

export function mistake<Code extends MistakeCode>(
  code: Code,
  at: Where,
  facts: MistakeFacts[Code],
): DefinitionMistake {
  const { file, line, column, path } = at;
  return { code, file, line, column, path, facts } as DefinitionMistake;
}

/** In the order in which a reader meets them. */
export function inReadingOrder(mistakes: readonly DefinitionMistake[]): DefinitionMistake[] {
  return mistakes.toSorted(
    (a, b) =>
      compareText(a.file, b.file) ||
      a.line - b.line ||
      a.column - b.column ||
      compareText(a.code, b.code),
  );
}

/** By code units, the same on every machine. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

type NoFacts = Readonly<Record<string, never>>;
