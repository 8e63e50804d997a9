import type { Metadata } from '../../codec/envelope.ts';
import {
  decidePublication,
  type CatalogueState,
  type PublishProcedure,
} from '../../domain/catalogue/catalogue.ts';
import type { OrganisationCommand } from '../../domain/organisation/commands.ts';
import { decideOrganisation } from '../../domain/organisation/decide.ts';
import type { Organisation } from '../../domain/organisation/state.ts';
import type { Actor } from '../../domain/post.ts';
import type { RequestId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import { authorise } from '../authority/authorise.ts';
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

/** Takes commands on what all dossiers share: the organisation and the published procedures. */
export class ReferenceOffice {
  readonly #parts: ReferenceParts;

  constructor(parts: ReferenceParts) {
    this.#parts = parts;
  }

  /**
   * Carries a command out once, however often it is asked.
   * @returns where it was written, or the refusal
   * @throws StoreFault, CodecFault: the same request may be retried
   */
  async handle(request: ReferenceRequest): Promise<Result<ReferenceOutcome, Refusal>> {
    const { command, actor, requestId } = request;
    const { organisation, library } = this.#parts;
    await organisation.stream.refresh();
    const recordedAt = this.#parts.now();
    const authority = authorise({
      command,
      actor,
      at: recordedAt,
      recordedAt,
      organisation: organisation.current(),
    });
    if (!authority.ok) return authority;
    const metadata: Metadata = {
      occurredAt: recordedAt,
      recordedAt,
      actor,
      authority: authority.value,
      requestId,
      commandHash: commandHash({ command, actor }),
      correlation: requestId,
    };
    if (command.type === 'PublishProcedure') {
      await library.catalogue.refresh();
      const decide = (state: CatalogueState) => decidePublication(command, state);
      return library.catalogue.apply({ metadata, decide });
    }
    const deed = { by: actor, occurredAt: recordedAt, recordedAt };
    return organisation.stream.apply({
      metadata,
      decide: (state: Organisation) => decideOrganisation(command, state, deed),
    });
  }
}
