import { deskModel } from './desk/project.ts';
import { dossierModel } from './dossier/project.ts';
import { inboxModel } from './inbox/project.ts';
import type { ReadModel } from './read-model.ts';
import { searchModel } from './search/project.ts';
import type { Table } from './storage/table.ts';

/** Everything that is filled from the log. */
export const READ_MODELS: readonly ReadModel[] = [dossierModel, deskModel, inboxModel, searchModel];

export const READ_TABLES: readonly Table[] = READ_MODELS.flatMap(({ tables }) => tables);
