import { z } from 'zod';
import { postKind } from '../../codec/schemas/vocabulary.ts';
import { definition, type Definition } from '../../workflow/definition/definition.ts';
import { definitionHash } from '../../workflow/loading/definition-hash.ts';
import { compileProcedure } from '../../workflow/procedure/compile.ts';
import { instantFrom, type Instant } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { DepartmentKind, PostId, ProcedureId } from '../../kernel/ids.ts';
import type { ReferenceCommand } from '../reference/reference-office.ts';
import {
  departmentId,
  freeText,
  ID,
  itemSlug,
  name,
  named,
  personId,
  region,
  SLUG,
} from './parts.ts';

const departmentKind = named<DepartmentKind>(SLUG);
const postId = named<PostId>(ID);
const instant = z
  .string()
  .max(40)
  .refine((text) => instantFrom(text) !== undefined);
/** Absent: every item of the department's kind. */
const items = z.array(itemSlug).min(1).max(500).exactOptional();

/** What a client may ask of the organisation, one shape a command. */
export const organisationCommandInput = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('FoundDepartment'),
    department: departmentId,
    kind: departmentKind,
    region,
    nameZh: name,
    nameEn: name,
    items,
  }),
  z.strictObject({
    type: z.literal('CloseDepartment'),
    department: departmentId,
    reason: freeText,
  }),
  z.strictObject({ type: z.literal('SetCompetence'), department: departmentId, items }),
  z.strictObject({ type: z.literal('RegisterPerson'), person: personId, name, subject: name }),
  z.strictObject({
    type: z.literal('AppointToPost'),
    post: postId,
    kind: postKind,
    person: personId,
    department: departmentId.exactOptional(),
    from: instant,
    to: instant.exactOptional(),
    letter: name,
  }),
  z.strictObject({ type: z.literal('EndPost'), post: postId, at: instant, reason: freeText }),
]);

export type OrganisationCommandInput = z.infer<typeof organisationCommandInput>;

/** Makes the command of an input: names are sealed with the person's own key, instants are ours. */
export function organisationCommand(input: OrganisationCommandInput): ReferenceCommand {
  switch (input.type) {
    case 'SetCompetence':
      return { ...input, items: input.items ?? null };
    case 'RegisterPerson':
      return { ...input, name: { subject: input.person, value: input.name } };
    case 'AppointToPost': {
      const { to, ...rest } = input;
      const until = to === undefined ? {} : { to: instantOf(to) };
      return { ...rest, from: instantOf(input.from), ...until };
    }
    case 'EndPost':
      return { ...input, at: instantOf(input.at) };
    default:
      return input;
  }
}

/**
 * Whether the definition can be made ready for use: expressions compile, machines are whole. What
 * `countersign procedure check` proves beyond that is proven before a definition is sent.
 */
function isUsable(published: Definition): boolean {
  try {
    const id = published.procedure as ProcedureId;
    compileProcedure(published, {
      id,
      version: published.version,
      hash: definitionHash(published),
    });
    return true;
  } catch {
    // Nothing was changed by trying; why it fails is what the check says with line and column.
    return false;
  }
}

/** What a client sends to publish: a resolved definition as JSON text. */
export const publishProcedureInput = z.strictObject({
  type: z.literal('PublishProcedure'),
  definition: z
    .string()
    .max(900_000)
    .transform((text, issues): unknown => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        issues.addIssue({ code: 'custom' });
        return z.NEVER;
      }
    })
    .pipe(definition.refine(isUsable)),
});

/** The command that publishes a definition, under the hash of its canonical JSON. */
export function publicationCommand({
  definition: published,
}: Pick<z.infer<typeof publishProcedureInput>, 'definition'>): Extract<
  ReferenceCommand,
  { type: 'PublishProcedure' }
> {
  return {
    type: 'PublishProcedure',
    procedure: published.procedure as ProcedureId,
    version: published.version,
    hash: definitionHash(published),
    definition: published,
  };
}

function instantOf(text: string): Instant {
  const instantRead = instantFrom(text);
  invariant(instantRead !== undefined, 'the schema has read the instant');
  return instantRead;
}
