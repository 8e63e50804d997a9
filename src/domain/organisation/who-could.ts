import type { DepartmentId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Actor, PostKind } from '../post.ts';
import { isHeldAt, type Organisation, type Post } from './state.ts';

export interface Question {
  readonly kinds: readonly PostKind[];
  /** Posts of this department alone; those of every department, and of none, when absent. */
  readonly department?: DepartmentId;
  readonly at: Instant;
}

/**
 * Who could sign as one of these posts at that instant, each with the letter that appointed. Ended
 * posts stay known, so it answers for any past instant; ask the organisation of an earlier revision
 * what was known then.
 */
export function whoCould(organisation: Organisation, question: Question): readonly Post[] {
  const { kinds, department, at } = question;
  const held: Post[] = [];
  const ids =
    department === undefined
      ? organisation.posts.keys()
      : (organisation.postsByDepartment.get(department) ?? []);
  for (const id of ids) {
    const post = organisation.posts.get(id);
    if (post && kinds.includes(post.kind) && isHeldAt(post, at)) held.push(post);
  }
  return held;
}

/** The post as which the actor acts, if it is held at that instant. */
export function postHeldBy(
  organisation: Organisation,
  actor: Actor,
  at: Instant,
): Post | undefined {
  for (const id of organisation.postsByPerson.get(actor.person) ?? []) {
    const post = organisation.posts.get(id);
    const same = post?.kind === actor.post && post.department === actor.department;
    if (post && same && isHeldAt(post, at)) return post;
  }
  return undefined;
}
