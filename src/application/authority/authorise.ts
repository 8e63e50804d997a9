import type { AuthorityRecord } from '../../codec/envelope.ts';
import type { Procedure } from '../../domain/dossier/procedure.ts';
import type { DossierState } from '../../domain/dossier/state.ts';
import { OFFICE_ITSELF } from '../../domain/organisation/decide.ts';
import type { Organisation, Post } from '../../domain/organisation/state.ts';
import { postHeldBy } from '../../domain/organisation/who-could.ts';
import type { Actor, PostKind } from '../../domain/post.ts';
import type { DepartmentId, ItemSlug, PostId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { AuthorityRefusal } from '../refusals.ts';
import type { Command } from './command.ts';
import { turnsAnywhere, turnsInStep } from './machine-turns.ts';
import { itemsConcerned, type Matter } from './matter.ts';
import { departmentsIn, holds } from './relations.ts';
import { type Allowance, AUTHORITY_TABLE } from './table.ts';

export interface AuthorityQuestion {
  readonly command: Command;
  readonly actor: Actor;
  /** When the office says the act happens: the post must be held then, */
  readonly at: Instant;
  /** and still when it is entered, so that nobody acts after leaving by dating back. */
  readonly recordedAt: Instant;
  readonly organisation: Organisation;
  /** For commands on a dossier: as it stands, and the procedure it runs (or would open) on. */
  readonly dossier?: DossierState;
  readonly procedure?: Procedure;
}

/** One of the alternatives must hold; the item where the machine of one item demands it. */
interface Demand {
  readonly alternatives: readonly Allowance[];
  readonly item?: ItemSlug;
}

/** The office itself needs no letter: all letters come from what it founds. */
const OFFICE_POST = 'office' as PostId;
const OFFICE_LETTER = 'founding';

/**
 * Whether the actor may issue the command, by the authority table and the machines of the items.
 * @returns the post and letter to be recorded with each event, and the revision of the organisation
 *   that was consulted; or `post-not-held`, `outside-authority`
 */
export function authorise(question: AuthorityQuestion): Result<AuthorityRecord, AuthorityRefusal> {
  const { actor, at, recordedAt, organisation } = question;
  if (actor.person === OFFICE_ITSELF) return authoriseOffice(question);
  const post = postHeldBy(organisation, actor, at);
  if (!post) return notHeld(actor, at);
  if (recordedAt !== at && !postHeldBy(organisation, actor, recordedAt)) {
    return notHeld(actor, recordedAt);
  }
  const matter = matterOf(question);
  for (const demand of demandsOf(matter)) {
    if (!isMet(demand, matter, post)) return outside(demand, matter, post);
  }
  return ok({
    post: post.post,
    letter: post.letter,
    organisationRevision: organisation.revision,
  });
}

function matterOf({ command, organisation, dossier, procedure }: AuthorityQuestion): Matter {
  return {
    command,
    organisation,
    ...(dossier && dossier.status !== 'none' && { dossier }),
    ...(procedure && { procedure }),
  };
}

function demandsOf(matter: Matter): readonly Demand[] {
  const { command } = matter;
  const row = AUTHORITY_TABLE[command.type];
  if (!row.byMachine) return [{ alternatives: row.allowed }];
  const offered = machineDemands(matter, (table, step) => turnsInStep(table, step, command.type));
  if (offered.length > 0) return offered;
  const spoken = machineDemands(matter, (table) => turnsAnywhere(table, command.type));
  return spoken.length > 0 ? spoken : [{ alternatives: row.allowed }];
}

type Item = Parameters<typeof turnsInStep>;

function machineDemands(
  matter: Matter,
  turnsOf: (table: Item[0], step: Item[1]) => readonly Allowance[] | undefined,
): readonly Demand[] {
  const demands: Demand[] = [];
  for (const { item, step } of itemsConcerned(matter)) {
    const table = matter.procedure?.items.get(item)?.table;
    const alternatives = table && turnsOf(table, step);
    if (alternatives) demands.push({ alternatives, item });
  }
  return demands;
}

function isMet({ alternatives, item }: Demand, matter: Matter, post: Post): boolean {
  for (const { by, of } of alternatives) {
    if (!by.includes(post.kind)) continue;
    if (holds(of, { matter, post, ...(item && { item }) })) return true;
  }
  return false;
}

function authoriseOffice({
  command,
  organisation,
  actor,
}: AuthorityQuestion): Result<AuthorityRecord, AuthorityRefusal> {
  const { allowed } = AUTHORITY_TABLE[command.type];
  if (allowed.some(({ of }) => of === 'office')) {
    const { revision: organisationRevision } = organisation;
    return ok({ post: OFFICE_POST, letter: OFFICE_LETTER, organisationRevision });
  }
  const neededPosts = postsOf(allowed);
  const facts = { command: command.type, person: actor.person, post: actor.post, neededPosts };
  return refuse({ code: 'outside-authority', facts: { ...facts, neededDepartments: [] } });
}

function notHeld(actor: Actor, at: Instant): Result<never, AuthorityRefusal> {
  const { person, post, department } = actor;
  return refuse({
    code: 'post-not-held',
    facts: { person, post, ...(department && { department }), at },
  });
}

function outside(
  { alternatives, item }: Demand,
  matter: Matter,
  post: Post,
): Result<never, AuthorityRefusal> {
  const standing = { matter, post, ...(item && { item }) };
  const departments = alternatives.flatMap(({ of }) => departmentsIn(of, standing));
  return refuse({
    code: 'outside-authority',
    facts: {
      command: matter.command.type,
      person: post.person,
      post: post.kind,
      neededPosts: postsOf(alternatives),
      neededDepartments: [...new Set<DepartmentId>(departments)],
    },
  });
}

function postsOf(alternatives: readonly Allowance[]): readonly PostKind[] {
  return [...new Set(alternatives.flatMap(({ by }) => by))];
}
