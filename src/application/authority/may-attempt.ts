import type { Actor, PostKind } from '../../domain/post.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { AuthorityRefusal } from '../refusals.ts';
import type { CommandType } from './command.ts';
import { AUTHORITY_TABLE } from './table.ts';

/**
 * Whether a post of this kind can ever issue the command, whatever the dossier. Asked before the
 * input is looked at, so that an outsider learns nothing from how it is refused.
 */
export function mayAttempt(
  command: CommandType,
  { person, post }: Actor,
): Result<undefined, AuthorityRefusal> {
  const { allowed, byMachine } = AUTHORITY_TABLE[command];
  const neededPosts: readonly PostKind[] = [...new Set(allowed.flatMap(({ by }) => by))];
  // A definition may give a step to another post of a department; that is seen once it is loaded.
  if (neededPosts.includes(post) || (byMachine && OFFICIAL_POSTS.has(post))) return ok(undefined);
  const facts = { command, person, post, neededPosts, neededDepartments: [] };
  return refuse({ code: 'outside-authority', facts });
}

/** Posts that a definition may name for a step. */
const OFFICIAL_POSTS: ReadonlySet<PostKind> = new Set([
  'window',
  'handler',
  'reviewer',
  'approver',
  'organ-head',
]);
