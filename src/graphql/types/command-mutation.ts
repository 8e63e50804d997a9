import type { z } from 'zod';
import type { CommandType } from '../../application/authority/command.ts';
import { mayAttempt } from '../../application/authority/may-attempt.ts';
import { readInput } from '../../application/commands/input-issues.ts';
import { requestId } from '../../application/commands/parts.ts';
import type { Actor } from '../../domain/post.ts';
import type { RequestId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import { COMMAND_LABELS } from '../../wording/command-labels.ts';
import { actingAs } from '../acting.ts';
import type { ApiBuilder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import type { InputTypes } from '../inputs/from-zod.ts';
import { withoutNulls } from '../inputs/without-nulls.ts';
import type { CommandDone, CommandResult, CommandResultRef } from './command-result.ts';

/** What the mutations are made with. */
export interface MutationMeans {
  readonly builder: ApiBuilder;
  readonly inputs: InputTypes;
  readonly result: CommandResultRef;
}

/** A command that was read and may be attempted: who asks, under which id. */
export interface CommandAsked<Input> {
  readonly requestId: RequestId;
  readonly actor: Actor;
  readonly input: Input;
  readonly dossier?: string;
  readonly occurredAt?: Instant;
}

/** One command as a mutation. */
export interface CommandMutation<Input> {
  /** The shape of this command: its `type`, and its fields. */
  readonly shape: z.ZodObject;
  /** What reads the input; the same shape, or the union that the shape is of. */
  readonly reader: z.ZodType<Input>;
  readonly of: 'a dossier' | 'a new dossier' | 'the office';
  /** Which input field takes the place of the input object, for a command of a single field. */
  readonly flat?: string;
  handle(asked: CommandAsked<Input>, context: ApiContext): Promise<CommandResult>;
}

interface MutationArgs extends Readonly<Record<string, unknown>> {
  readonly requestId: string;
  readonly dossier?: string;
  readonly actAs?: string | null;
  readonly occurredAt?: Instant | null;
  readonly input?: Readonly<Record<string, unknown>>;
}

/** Adds a mutation: its name, its input and its authority are those of the command. */
export function addCommandMutation<Input>(
  { builder, inputs, result }: MutationMeans,
  mutation: CommandMutation<Input>,
): void {
  const { shape, of, flat } = mutation;
  const type = commandTypeOf(shape);
  const hasInput = Object.keys(shape.shape).length > 1 && flat === undefined;
  const input = hasInput ? inputs.object(shape, `${type}Input`) : undefined;
  const { zh, en } = COMMAND_LABELS[type];
  builder.mutationField(lowerFirst(type), (t) =>
    t.field({
      type: result,
      description: `${zh} · ${en}`,
      authScopes: { holdsPost: true },
      complexity: 10,
      args: {
        requestId: t.arg.string({
          required: true,
          description: '请求号：同一号只执行一次。 The same id is carried out once only.',
        }),
        actAs: t.arg.id({
          description: '以何岗位。 The post acted in, where one holds several.',
        }),
        ...(of === 'a dossier' && { dossier: t.arg.id({ required: true }) }),
        ...(of !== 'the office' && { occurredAt: t.arg({ type: 'Instant' }) }),
        ...(input && { input: t.arg({ type: input as never, required: true }) }),
        ...(flat && { [flat]: t.arg.string({ required: true }) }),
      },
      // The union's other members, the refusals, are named in the schema and unknown to types.
      resolve: (_root, args, context) =>
        carryOut(mutation, args as unknown as MutationArgs, context) as Promise<CommandDone>,
    }),
  );
}

async function carryOut<Input>(
  mutation: CommandMutation<Input>,
  args: MutationArgs,
  context: ApiContext,
): Promise<CommandResult> {
  const { shape, reader, flat } = mutation;
  const { viewer } = context;
  invariant(viewer, 'the scope holdsPost holds');
  const type = commandTypeOf(shape);
  const actor = actingAs(viewer, args.actAs);
  if (!actor.ok) return { issues: [actor.error] };
  // Who may not do this at all hears that first, whatever else is wrong with the input.
  const attempt = mayAttempt(type, actor.value);
  if (!attempt.ok) return attempt.error;
  const id = readInput(requestId, args.requestId);
  if (!id.ok) return { issues: id.error.map((issue) => ({ ...issue, path: 'requestId' })) };
  const given = flat === undefined ? args.input : { [flat]: args[flat] };
  const input = readInput(reader, { type, ...(withoutNulls(given ?? {}) as object) });
  if (!input.ok) return { issues: input.error };
  return mutation.handle(
    {
      requestId: id.value,
      actor: actor.value,
      input: input.value,
      ...(args.dossier !== undefined && { dossier: args.dossier }),
      ...(args.occurredAt && { occurredAt: args.occurredAt }),
    },
    context,
  );
}

/** The shapes of a union of commands, each an object with its `type`. */
export function shapesOf(union: { readonly options: readonly unknown[] }): readonly z.ZodObject[] {
  return union.options as readonly z.ZodObject[];
}

export function commandTypeOf(shape: z.ZodObject): CommandType {
  const { type } = shape.shape as unknown as { type: z.ZodLiteral<CommandType> };
  return type.value;
}

function lowerFirst(word: string): string {
  return word.charAt(0).toLowerCase() + word.slice(1);
}
