import type { desk } from './desk/tables.ts';
import type * as dossier from './dossier/tables.ts';
import type { inbox } from './inbox/tables.ts';
import type { searchTexts } from './search/tables.ts';
import type { RowOf } from './storage/table.ts';

/** All read tables, as the query builder sees them. */
export interface ReadDatabase {
  readonly dossiers: RowOf<typeof dossier.dossiers>;
  readonly dossier_events: RowOf<typeof dossier.dossierEvents>;
  readonly dossier_items: RowOf<typeof dossier.dossierItems>;
  readonly dossier_stages: RowOf<typeof dossier.dossierStages>;
  readonly dossier_intakes: RowOf<typeof dossier.dossierIntakes>;
  readonly dossier_papers: RowOf<typeof dossier.dossierPapers>;
  readonly dossier_materials: RowOf<typeof dossier.dossierMaterials>;
  readonly desk: RowOf<typeof desk>;
  readonly inbox: RowOf<typeof inbox>;
  readonly search_texts: RowOf<typeof searchTexts>;
}
