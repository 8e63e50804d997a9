import type { SearchWord } from '../storage/port.ts';

/** Whatever is no letter and no digit of any script: punctuation, spaces, marks. */
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;
const SPACES = /\s+/u;

/**
 * A text cut into pairs of neighbouring characters, `新城医院` → `新城 城医 医院 院`, so that a word of
 * any length, also of one or two characters, is found anywhere in it through an index. Upper and
 * lower case, wide and narrow forms are one; punctuation is passed over.
 */
export function gramsOf(text: string): string {
  return grams(plain(text)).join(' ');
}

/** The words of a query; one that holds nothing to search for is left out. */
export function queryWords(query: string): readonly SearchWord[] {
  return query.split(SPACES).map(plain).flatMap(wordOf);
}

function wordOf(characters: readonly string[]): readonly SearchWord[] {
  const [character, ...others] = characters;
  if (character === undefined) return [];
  if (others.length === 0) return [{ kind: 'character', character }];
  // The last character alone says nothing that the last pair does not say.
  return [{ kind: 'pairs', pairs: grams(characters).slice(0, -1) }];
}

function plain(text: string): readonly string[] {
  return Array.from(text.normalize('NFKC').toLowerCase().replace(BETWEEN_WORDS, ''));
}

/** Every character begins exactly one gram; the last stands alone. */
function grams(characters: readonly string[]): readonly string[] {
  return characters.map((character, index) => character + (characters[index + 1] ?? ''));
}
