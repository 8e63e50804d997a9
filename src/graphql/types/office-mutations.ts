import {
  organisationCommand,
  organisationCommandInput,
  publicationCommand,
  publishProcedureInput,
} from '../../application/commands/organisation-inputs.ts';
import type { ReferenceCommand } from '../../application/reference/reference-office.ts';
import type { ApiContext } from '../context.ts';
import {
  addCommandMutation,
  shapesOf,
  type CommandAsked,
  type MutationMeans,
} from './command-mutation.ts';
import type { CommandResult } from './command-result.ts';

/** Mutations on what all dossiers share: departments, people, posts, procedures. */
export function addOfficeMutations(means: MutationMeans): void {
  for (const shape of shapesOf(organisationCommandInput)) {
    addCommandMutation(means, {
      shape,
      reader: organisationCommandInput,
      of: 'the office',
      handle: (asked, context) => handle(asked, organisationCommand(asked.input), context),
    });
  }
  addCommandMutation(means, {
    shape: publishProcedureInput,
    reader: publishProcedureInput,
    of: 'the office',
    flat: 'definition',
    handle: (asked, context) => handle(asked, publicationCommand(asked.input), context),
  });
}

async function handle(
  { requestId, actor }: Pick<CommandAsked<unknown>, 'requestId' | 'actor'>,
  command: ReferenceCommand,
  { reference }: ApiContext,
): Promise<CommandResult> {
  const outcome = await reference.handle({ requestId, actor, command });
  if (!outcome.ok) return outcome.error;
  const { position, repeated } = outcome.value;
  return position === undefined ? { repeated } : { position, repeated };
}
