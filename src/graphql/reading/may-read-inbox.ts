import { READS_ALL } from '../../application/authority/may-read.ts';
import type { DepartmentId } from '../../kernel/ids.ts';
import type { ApiContext } from '../context.ts';
import { heldPosts } from './held-posts.ts';

/** Whether the viewer sits in the department right now, or watches over all. */
export function mayReadInbox(
  department: DepartmentId,
  { viewer, organisation, now }: ApiContext,
): boolean {
  if (!viewer) return false;
  return heldPosts(organisation.current(), viewer.person, now()).some(
    (post) => READS_ALL.has(post.kind) || post.department === department,
  );
}
