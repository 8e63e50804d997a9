import type { Dossier } from '../../domain/dossier/state.ts';
import { rowsIn, type ReadModel } from '../read-model.ts';
import type { RowOf } from '../storage/table.ts';
import { gramsOf } from './grams.ts';
import { searchTexts } from './tables.ts';

/** Finds dossiers by project name, investor, project code or number. */
export const searchModel: ReadModel = {
  name: 'search',
  version: 1,
  tables: [searchTexts],
  project: ({ dossier }) => [rowsIn(searchTexts, [rowOf(dossier)])],
};

function rowOf({
  number,
  projectName,
  projectCode = '',
  investor,
}: Dossier): RowOf<typeof searchTexts> {
  const names = [projectName, investor.name, number, projectCode];
  return { dossier: number, grams: names.map(gramsOf).join(' ') };
}
