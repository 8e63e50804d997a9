import type { Position } from '../../eventstore/port.ts';
import type { DepartmentId } from '../../kernel/ids.ts';
import type { ApiContext } from '../context.ts';
import { mayReadInbox } from '../reading/may-read-inbox.ts';
import { queryRefused } from '../refuse-query.ts';
import type { InboxChange } from '../views/changes.ts';
import type { Pushes } from './pushes.ts';
import { pushesTo } from './subscription.ts';

/**
 * Says when a department's inbox shows something else. Where queries have come further than `after`
 * it says so at once, because what changed in between is not known.
 * @throws GraphQLError FORBIDDEN where it is not the viewer's department
 */
export function inboxChanges(
  department: DepartmentId,
  after: Position | undefined,
  context: ApiContext,
): Pushes<InboxChange> {
  const { projections, feed } = context;
  if (!mayReadInbox(department, context)) throw queryRefused('FORBIDDEN');
  let stop = (): void => undefined;
  const pushes = pushesTo<InboxChange>(context, () => stop());
  const push = (position: Position): void => {
    if (mayReadInbox(department, context)) pushes.push({ department, position });
    else pushes.end({ error: queryRefused('FORBIDDEN') });
  };
  const unprojected = projections.onProjected(({ position, departments }) => {
    if (departments.includes(department)) push(position);
  });
  const unclosed = feed.onClose(() => pushes.end());
  stop = () => {
    unprojected();
    unclosed();
  };
  const shown = projections.position();
  if (after !== undefined && shown !== undefined && shown > after) push(shown);
  if (pushes.isEnded) stop();
  return pushes;
}
