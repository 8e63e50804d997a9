import { publicationCommand } from '../../application/commands/organisation-inputs.ts';
import type { ReferenceOffice } from '../../application/reference/reference-office.ts';
import type { ReferenceOutcome } from '../../application/reference/folded-stream.ts';
import type { Refusal } from '../../application/refusals.ts';
import type { Actor } from '../../domain/post.ts';
import type { RequestId } from '../../kernel/ids.ts';
import type { Result } from '../../kernel/result.ts';
import type { Definition } from '../../workflow/definition/definition.ts';

/**
 * Publishes a checked definition. The request's id follows from its hash, so that publishing the
 * same content again changes nothing.
 */
export function publishProcedure(
  definition: Definition,
  actor: Actor,
  reference: ReferenceOffice,
): Promise<Result<ReferenceOutcome, Refusal>> {
  const command = publicationCommand({ definition });
  const { procedure, version, hash } = command;
  return reference.handle({
    requestId: `publish.${procedure}.${version}.${hash.slice(0, 16)}` as RequestId,
    command,
    actor,
  });
}
