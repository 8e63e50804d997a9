import type { Post } from '../domain/organisation/state.ts';
import type { Actor } from '../domain/post.ts';
import { ok, refuse, type Result } from '../kernel/result.ts';
import type { Viewer } from './context.ts';

/** Why nobody can be said to act: no such post, or several to choose from. */
export type ActingProblem = { readonly path: 'actAs'; readonly problem: 'not-an-option' };

/**
 * As what the viewer acts: the post named by `actAs`, or the only one held. Authority itself is
 * decided by the application.
 */
export function actingAs(
  viewer: Viewer,
  actAs: string | null | undefined,
): Result<Actor, ActingProblem> {
  const post = actAs ? viewer.posts.find((one) => one.post === actAs) : onlyOne(viewer.posts);
  if (post === undefined) return refuse({ path: 'actAs', problem: 'not-an-option' });
  const { kind, department } = post;
  return ok({ person: viewer.person, post: kind, ...(department && { department }) });
}

function onlyOne(posts: readonly Post[]): Post | undefined {
  return posts.length === 1 ? posts[0] : undefined;
}
