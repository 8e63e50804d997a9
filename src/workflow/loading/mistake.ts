import type { MistakeFacts } from './mistake-facts.ts';

/** Where in a file a definition is wrong. Lines and columns count from 1. */
export interface Where {
  /** Path inside the workflows folder with `/`, e.g. `catalogue/items/eia.yaml`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The keys that lead there: `stages[0].items[2].needs`; empty for the whole file. */
  readonly path: string;
}

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
