import { fileOf } from '../dossier/from-rows.ts';
import type { DossierView } from '../dossier/views.ts';
import { keyBehind, pageOf, rowsToAsk, type Page, type PageOptions } from '../keyset.ts';
import type { Serving } from '../serving.ts';
import { queryWords } from './grams.ts';

export interface SearchQueries {
  /**
   * Dossiers in whose names, codes or numbers all words of the query occur, at whatever place; the
   * dossier opened last comes first. Nothing for a query without a letter or digit.
   * @throws ReadModelFault `cursor-invalid`, `read-models-rebuilding`
   */
  dossiers(query: string, options: PageOptions): Promise<Page<DossierView>>;
}

/** More words than anybody types; what follows is passed over. */
const WORDS_MOST = 12;

export function searchQueries(serving: Serving): SearchQueries {
  return {
    dossiers: (query, options) =>
      serving.read(async ({ tables, textSearch }) => {
        const words = queryWords(query).slice(0, WORDS_MOST);
        const after = keyBehind(options.after, 'number')?.[0];
        const most = rowsToAsk(options);
        const hits = words.length === 0 ? [] : await textSearch.find(words, most, after);
        if (hits.length === 0) return { edges: [], hasMore: false };
        const numbers = hits.map(({ dossier }) => dossier);
        const asked = tables.selectFrom('dossiers').selectAll();
        const rows = await asked.where('dossier', 'in', numbers).execute();
        const byNumber = new Map(rows.map((row) => [row.dossier, row]));
        const found = hits.flatMap(({ dossier, place }) => {
          const row = byNumber.get(dossier);
          return row ? [{ place, row }] : [];
        });
        return pageOf(found, options, {
          key: ({ place }) => [place],
          node: ({ row }) => fileOf(row),
        });
      }),
  };
}
