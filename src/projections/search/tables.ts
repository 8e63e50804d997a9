import { table } from '../storage/table.ts';

/** One row a dossier: what it can be found by, cut as the database indexes it (`grams.ts`). */
export const searchTexts = table({
  name: 'search_texts',
  columns: { dossier: 'text', grams: 'text' },
  key: ['dossier'],
  indexes: [],
});
