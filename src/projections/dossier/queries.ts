import type { DossierNumber } from '../../kernel/ids.ts';
import { keyBehind, pageOf, rowsToAsk, type Page, type PageOptions } from '../keyset.ts';
import type { Serving } from '../serving.ts';
import { entryOf, fileOf, intakeOf, itemOf, materialOf, paperOf, stageOf } from './from-rows.ts';
import type {
  DossierView,
  IntakeView,
  ItemView,
  MaterialView,
  PaperView,
  StageView,
  TimelineEntry,
} from './views.ts';

/** All may throw ReadModelFault `read-models-rebuilding`. Lists of a dossier that is not there are empty. */
export interface DossierQueries {
  find(dossier: DossierNumber): Promise<DossierView | undefined>;
  /** Those that are there, in no order. */
  findMany(dossiers: readonly DossierNumber[]): Promise<readonly DossierView[]>;
  /** A project may have several. */
  ofProject(projectCode: string): Promise<readonly DossierView[]>;
  /** The first event first. @throws ReadModelFault `cursor-invalid` */
  timeline(dossier: DossierNumber, options: PageOptions): Promise<Page<TimelineEntry>>;
  /** In the order of the procedure. */
  items(dossier: DossierNumber): Promise<readonly ItemView[]>;
  stages(dossier: DossierNumber): Promise<readonly StageView[]>;
  intakes(dossier: DossierNumber): Promise<readonly IntakeView[]>;
  papers(dossier: DossierNumber): Promise<readonly PaperView[]>;
  materials(dossier: DossierNumber): Promise<readonly MaterialView[]>;
}

export function dossierQueries(serving: Serving): DossierQueries {
  return {
    find: (dossier) =>
      serving.read(async ({ tables }) => {
        const row = await tables
          .selectFrom('dossiers')
          .selectAll()
          .where('dossier', '=', dossier)
          .executeTakeFirst();
        return row && fileOf(row);
      }),
    findMany: (dossiers) =>
      serving.read(async ({ tables }) => {
        if (dossiers.length === 0) return [];
        const asked = tables.selectFrom('dossiers').selectAll();
        return (await asked.where('dossier', 'in', [...dossiers]).execute()).map(fileOf);
      }),
    ofProject: (projectCode) =>
      serving.read(async ({ tables }) => {
        const asked = tables.selectFrom('dossiers').selectAll().orderBy('dossier');
        return (await asked.where('project_code', '=', projectCode).execute()).map(fileOf);
      }),
    timeline: (dossier, options) => timeline(serving, dossier, options),
    ...listQueries(serving),
  };
}

function timeline(
  serving: Serving,
  dossier: DossierNumber,
  options: PageOptions,
): Promise<Page<TimelineEntry>> {
  return serving.read(async ({ tables }) => {
    const after = keyBehind(options.after, 'number')?.[0] ?? -1;
    const rows = await tables
      .selectFrom('dossier_events')
      .selectAll()
      .where('dossier', '=', dossier)
      .where('revision', '>', after)
      .orderBy('revision')
      .limit(rowsToAsk(options))
      .execute();
    return pageOf(rows, options, { key: (row) => [row.revision], node: entryOf });
  });
}

type Lists = 'items' | 'stages' | 'intakes' | 'papers' | 'materials';

function listQueries(serving: Serving): Pick<DossierQueries, Lists> {
  return {
    items: (dossier) =>
      serving.read(async ({ tables }) => {
        const all = tables.selectFrom('dossier_items').selectAll().where('dossier', '=', dossier);
        return (await all.orderBy('place').execute()).map(itemOf);
      }),
    stages: (dossier) =>
      serving.read(async ({ tables }) => {
        const all = tables.selectFrom('dossier_stages').selectAll().where('dossier', '=', dossier);
        return (await all.orderBy('place').execute()).map(stageOf);
      }),
    intakes: (dossier) =>
      serving.read(async ({ tables }) => {
        const all = tables.selectFrom('dossier_intakes').selectAll().where('dossier', '=', dossier);
        return (await all.orderBy('intake').execute()).map(intakeOf);
      }),
    papers: (dossier) =>
      serving.read(async ({ tables }) => {
        const all = tables.selectFrom('dossier_papers').selectAll().where('dossier', '=', dossier);
        return (await all.orderBy('paper').execute()).map(paperOf);
      }),
    materials: (dossier) =>
      serving.read(async ({ tables }) => {
        const all = tables
          .selectFrom('dossier_materials')
          .selectAll()
          .where('dossier', '=', dossier);
        return (await all.orderBy('material').orderBy('hash').execute()).map(materialOf);
      }),
  };
}
