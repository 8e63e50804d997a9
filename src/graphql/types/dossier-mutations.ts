import type { z } from 'zod';
import {
  dossierCommandInput,
  type DossierCommandInput,
} from '../../application/commands/dossier-inputs.ts';
import { readInput } from '../../application/commands/input-issues.ts';
import { requestId } from '../../application/commands/parts.ts';
import { dossierNumber } from '../../application/dossiers/dossier-number.ts';
import type { DossierOutcome, DossierRequest } from '../../application/dossiers/dossier-request.ts';
import type { Refusal } from '../../application/refusals.ts';
import { mayAttempt } from '../../application/authority/may-attempt.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import { invariant } from '../../kernel/invariant.ts';
import { actingAs } from '../acting.ts';
import type { ApiBuilder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { dossierNumberOf } from '../global-id.ts';
import type { InputTypes } from '../inputs/from-zod.ts';
import type { CommandDone, CommandResult, CommandResultRef } from './command-result.ts';

interface MutationArgs {
  readonly requestId: string;
  readonly dossier?: string;
  readonly actAs?: string | null;
  readonly occurredAt?: Instant | null;
  readonly input?: Readonly<Record<string, unknown>>;
}

/** One mutation a command: its name, its input and its authority are those of the application. */
export function addDossierMutations(
  builder: ApiBuilder,
  inputs: InputTypes,
  result: CommandResultRef,
): void {
  for (const schema of dossierCommandInput.options as readonly z.ZodObject[]) {
    const type = commandTypeOf(schema);
    const hasInput = Object.keys(schema.shape).length > 1;
    const input = hasInput ? inputs.object(schema, `${type}Input`) : undefined;
    builder.mutationField(lowerFirst(type), (t) =>
      t.field({
        type: result,
        authScopes: { signedIn: true },
        complexity: 10,
        args: {
          requestId: t.arg.string({
            required: true,
            description: '请求号：同一号只执行一次。 The same id is carried out once only.',
          }),
          ...(type !== 'OpenDossier' && { dossier: t.arg.id({ required: true }) }),
          actAs: t.arg.id({
            description: '以何岗位。 The post acted in, where one holds several.',
          }),
          occurredAt: t.arg({ type: 'Instant' }),
          ...(input && { input: t.arg({ type: input as never, required: true }) }),
        },
        // The union's other members, the refusals, are named in the schema and unknown to types.
        resolve: (_root, args, context) =>
          carryOut(type, args as unknown as MutationArgs, context) as Promise<CommandDone>,
      }),
    );
  }
}

async function carryOut(
  type: DossierCommandInput['type'],
  args: MutationArgs,
  context: ApiContext,
): Promise<CommandResult> {
  const { viewer } = context;
  invariant(viewer, 'the scope signedIn holds');
  const actor = actingAs(viewer, args.actAs);
  if (!actor.ok) return { issues: [actor.error] };
  // Who may not do this at all hears that first, whatever else is wrong with the input.
  const attempt = mayAttempt(type, actor.value);
  if (!attempt.ok) return attempt.error;
  const id = readInput(requestId, args.requestId);
  if (!id.ok) return { issues: id.error.map((issue) => ({ ...issue, path: 'requestId' })) };
  const input = readInput(dossierCommandInput, { type, ...args.input });
  if (!input.ok) return { issues: input.error };
  const request: DossierRequest = {
    requestId: id.value,
    input: input.value,
    actor: actor.value,
    ...(args.occurredAt && { occurredAt: args.occurredAt }),
  };
  return answer(await handle(args.dossier, request, context));
}

async function handle(
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

function answer(outcome: Result<DossierOutcome, Refusal>): CommandResult {
  if (!outcome.ok) return outcome.error;
  const { position, repeated, dossier } = outcome.value;
  return { position, repeated, dossier };
}

function commandTypeOf(schema: z.ZodObject): DossierCommandInput['type'] {
  const { type } = schema.shape as unknown as { type: z.ZodLiteral<DossierCommandInput['type']> };
  return type.value;
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
