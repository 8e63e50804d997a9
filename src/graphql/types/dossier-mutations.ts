import {
  dossierCommandInput,
  type DossierCommandInput,
} from '../../application/commands/dossier-inputs.ts';
import { dossierNumber } from '../../application/dossiers/dossier-number.ts';
import type { DossierOutcome, DossierRequest } from '../../application/dossiers/dossier-request.ts';
import type { Refusal } from '../../application/refusals.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { Result } from '../../kernel/result.ts';
import type { ApiContext } from '../context.ts';
import { dossierNumberOf } from '../global-id.ts';
import {
  addCommandMutation,
  commandTypeOf,
  shapesOf,
  type CommandAsked,
  type MutationMeans,
} from './command-mutation.ts';
import type { CommandResult } from './command-result.ts';

/** One mutation for each command on a dossier. */
export function addDossierMutations(means: MutationMeans): void {
  for (const shape of shapesOf(dossierCommandInput)) {
    const of = commandTypeOf(shape) === 'OpenDossier' ? 'a new dossier' : 'a dossier';
    addCommandMutation(means, { shape, reader: dossierCommandInput, of, handle });
  }
}

async function handle(
  { dossier, ...request }: CommandAsked<DossierCommandInput>,
  context: ApiContext,
): Promise<CommandResult> {
  const outcome = await outcomeOf(dossier, request, context);
  if (!outcome.ok) return outcome.error;
  const { position, repeated, dossier: number } = outcome.value;
  return { position, repeated, dossier: number };
}

async function outcomeOf(
  dossier: string | undefined,
  request: DossierRequest,
  { dossiers }: ApiContext,
): Promise<Result<DossierOutcome, Refusal>> {
  const { input } = request;
  if (input.type === 'OpenDossier') {
    return dossiers.handle(dossierNumber(input.region, request.requestId), request);
  }
  invariant(dossier !== undefined, 'GraphQL requires the argument');
  const number = dossierNumberOf(dossier);
  if (number === undefined) {
    const facts = { thing: 'dossier', id: dossier } as const;
    return { ok: false, error: { code: 'not-found', facts } };
  }
  return dossiers.handle(number, request);
}
