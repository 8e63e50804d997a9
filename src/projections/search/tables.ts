import { table } from '../storage/table.ts';

/** One row a dossier: what it can be found by. `grams` is what the database indexes. */
export const searchTexts = table({
  name: 'search_texts',
  columns: {
    dossier: 'text',
    project_name: 'text',
    project_code: 'text?',
    investor_name: 'text',
    region: 'text',
    status: 'text',
    grams: 'text',
  },
  key: ['dossier'],
  indexes: [],
});
