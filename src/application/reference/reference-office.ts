import type { Metadata } from '../../codec/envelope.ts';
import { decidePublication, type PublishProcedure } from '../../domain/catalogue/catalogue.ts';
import type { OrganisationCommand } from '../../domain/organisation/commands.ts';
import { decideOrganisation } from '../../domain/organisation/decide.ts';
import type { Actor } from '../../domain/post.ts';
import type { RequestId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import { authoriseReference } from '../authority/authorise.ts';
import { commandHash } from '../dossiers/command-hash.ts';
import type { Refusal } from '../refusals.ts';
import type { ReferenceOutcome } from './folded-stream.ts';
import type { OrganisationDirectory } from './organisation-directory.ts';
import type { ProcedureLibrary } from './procedure-library.ts';

export type ReferenceCommand = OrganisationCommand | PublishProcedure;

export interface ReferenceRequest {
  readonly requestId: RequestId;
  readonly command: ReferenceCommand;
  readonly actor: Actor;
}

export interface ReferenceParts {
  readonly organisation: OrganisationDirectory;
  readonly library: ProcedureLibrary;
  readonly now: () => Instant;
}
