import type { DatabaseSync } from 'node:sqlite';
import type { SearchWord, TextHit, TextSearch } from '../port.ts';

/**
 * Full text over `search_texts.grams`, which holds every name as pairs of neighbouring characters,
 * so that a word of any length is found anywhere in a name (`projections/search/grams.ts`). The
 * `ascii` tokenizer takes every other character for a letter, which keeps rare ones findable.
 * Rows keep their row id for ever: the search table is only ever written by upserts, and a
 * generation is dropped whole, never vacuumed.
 */
export const TEXT_SEARCH_STATEMENTS: readonly string[] = [
  `create virtual table search_index using fts5(
     grams, content='search_texts', content_rowid='rowid', tokenize='ascii', columnsize=0)`,
  `create trigger search_texts_added after insert on search_texts begin
     insert into search_index(rowid, grams) values (new.rowid, new.grams);
   end`,
  `create trigger search_texts_changed after update on search_texts
   when old.grams <> new.grams begin
     insert into search_index(search_index, rowid, grams)
       values ('delete', old.rowid, old.grams);
     insert into search_index(rowid, grams) values (new.rowid, new.grams);
   end`,
  `create trigger search_texts_removed after delete on search_texts begin
     insert into search_index(search_index, rowid, grams)
       values ('delete', old.rowid, old.grams);
   end`,
];

const FIND = `
  select search_texts.dossier as dossier, search_index.rowid as place
  from search_index join search_texts on search_texts.rowid = search_index.rowid
  where search_index match ? and search_index.rowid < ?
  order by search_index.rowid desc limit ?`;

export function sqliteTextSearch(database: DatabaseSync): TextSearch {
  const find = database.prepare(FIND);
  return {
    find: async (words, most, after = Number.MAX_SAFE_INTEGER) => {
      const pattern = words.map(phrase).join(' AND ');
      return find.all(pattern, after, most) as unknown as readonly TextHit[];
    },
  };
}

/**
 * Grams hold letters and digits alone, so nothing in them can end the quotes. Every character begins
 * exactly one gram, so that a single one is found as a beginning.
 */
function phrase(word: SearchWord): string {
  return word.kind === 'pairs' ? `"${word.pairs.join(' ')}"` : `"${word.character}" *`;
}
