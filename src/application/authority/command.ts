import type { PublishProcedure } from '../../domain/catalogue/catalogue.ts';
import type { DossierCommand } from '../../domain/dossier/commands.ts';
import type { OrganisationCommand } from '../../domain/organisation/commands.ts';

/** Every command there is. */
export type Command = DossierCommand | OrganisationCommand | PublishProcedure;
export type CommandType = Command['type'];
