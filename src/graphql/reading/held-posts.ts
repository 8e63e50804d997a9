import { isHeldAt, type Organisation, type Post } from '../../domain/organisation/state.ts';
import type { Actor } from '../../domain/post.ts';
import type { PersonId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/** The posts that the person holds at that instant. */
export function heldPosts(
  { posts, postsByPerson }: Organisation,
  person: PersonId,
  at: Instant,
): readonly Post[] {
  return (postsByPerson.get(person) ?? [])
    .flatMap((id) => posts.get(id) ?? [])
    .filter((post) => isHeldAt(post, at));
}

/** Somebody acting in that post. */
export function actorIn({ person, kind, department }: Post): Actor {
  return { person, post: kind, ...(department && { department }) };
}
