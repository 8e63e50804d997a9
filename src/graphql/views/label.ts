import type { Sentence } from '../../wording/sentence.ts';

/** A code of ours with what it is called in both languages. */
export interface Label extends Sentence {
  readonly code: string;
}

/** The label of a code from a table of words; a code that the table lacks is shown as it is. */
export function labelled(code: string, words: Readonly<Record<string, Sentence>>): Label {
  const word = Object.hasOwn(words, code) ? words[code] : undefined;
  return { code, zh: word?.zh ?? code, en: word?.en ?? code };
}

/** The label of a code whose name was looked up. */
export function named(code: string, name: Sentence | undefined): Label {
  return { code, zh: name?.zh ?? code, en: name?.en ?? code };
}
