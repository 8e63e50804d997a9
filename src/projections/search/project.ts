import type { Dossier } from '../../domain/dossier/state.ts';
import { replaced, type ReadModel } from '../read-model.ts';
import type { RowOf } from '../storage/table.ts';
import { gramsOf } from './grams.ts';
import { searchTexts } from './tables.ts';

/** Finds dossiers by project name, investor, project code or number. */
export const searchModel: ReadModel = {
  name: 'search',
  version: 1,
  tables: [searchTexts],
  project: ({ dossier }) => [replaced(searchTexts, [rowOf(dossier)])],
};

function rowOf(dossier: Dossier): RowOf<typeof searchTexts> {
  const { number, projectName, projectCode = null, investor, region, status } = dossier;
  const names = [
    projectName,
    investor.name,
    number,
    ...(projectCode === null ? [] : [projectCode]),
  ];
  return {
    dossier: number,
    project_name: projectName,
    project_code: projectCode,
    investor_name: investor.name,
    region,
    status,
    grams: names.map(gramsOf).join(' '),
  };
}
