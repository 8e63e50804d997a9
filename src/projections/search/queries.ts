import type { DossierStatus } from '../../domain/dossier/signal.ts';
import type { DossierNumber, RegionCode } from '../../kernel/ids.ts';
import { keyBehind, pageOf, rowsToAsk, type Page, type PageOptions } from '../keyset.ts';
import type { Serving } from '../serving.ts';
import type { RowOf } from '../storage/table.ts';
import { withoutNulls } from '../without-nulls.ts';
import { queryWords } from './grams.ts';
import type { searchTexts } from './tables.ts';

export interface SearchHit {
  readonly dossier: DossierNumber;
  readonly projectName: string;
  readonly projectCode?: string;
  readonly investorName: string;
  readonly region: RegionCode;
  readonly status: DossierStatus;
}

export interface SearchQueries {
  /**
   * Dossiers in whose names, codes or numbers all words of the query occur, at whatever place; the
   * dossier opened last comes first. Nothing for a query without a letter or digit.
   * @throws ReadModelFault `cursor-invalid`, `read-models-rebuilding`
   */
  dossiers(query: string, options: PageOptions): Promise<Page<SearchHit>>;
}

/** More words than anybody types; what follows is passed over. */
const WORDS_MOST = 12;

export function searchQueries(serving: Serving): SearchQueries {
  return {
    dossiers: (query, options) =>
      serving.read(async ({ tables, textSearch }) => {
        const words = queryWords(query).slice(0, WORDS_MOST);
        const after = keyBehind(options.after, 'number')?.[0];
        const asked = rowsToAsk(options);
        const hits = words.length === 0 ? [] : await textSearch.find(words, asked, after);
        if (hits.length === 0) return { edges: [], hasMore: false };
        const rows = await tables
          .selectFrom('search_texts')
          .selectAll()
          .where(
            'dossier',
            'in',
            hits.map(({ dossier }) => dossier),
          )
          .execute();
        const byDossier = new Map(rows.map((row) => [row.dossier, row]));
        const found = hits.flatMap(({ dossier, place }) => {
          const row = byDossier.get(dossier);
          return row ? [{ place, row }] : [];
        });
        return pageOf(found, options, {
          key: ({ place }) => [place],
          node: ({ row }) => hitOf(row),
        });
      }),
  };
}

function hitOf(row: RowOf<typeof searchTexts>): SearchHit {
  return {
    dossier: row.dossier as DossierNumber,
    projectName: row.project_name,
    investorName: row.investor_name,
    region: row.region as RegionCode,
    status: row.status as DossierStatus,
    ...withoutNulls({ projectCode: row.project_code }),
  };
}
