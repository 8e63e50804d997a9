import { ok, type Result } from '../../kernel/result.ts';
import type { PostKind } from '../post.ts';
import type { OrganisationCommandOf } from './commands.ts';
import type { OrganisationEvent } from './events.ts';
import { openDepartment } from './open-department.ts';
import { no, type OrganisationRefusal } from './refusals.ts';
import type { Organisation, Post } from './state.ts';

type Decision = Result<readonly OrganisationEvent[], OrganisationRefusal>;
type Appointment = OrganisationCommandOf<'AppointToPost'>;

/** Agents serve investors, not a department; those who watch or run the whole system need none. */
const DEPARTMENT_OF_POST: Readonly<Record<PostKind, 'needed' | 'free' | 'none'>> = {
  window: 'needed',
  handler: 'needed',
  reviewer: 'needed',
  approver: 'needed',
  'organ-head': 'needed',
  'government-head': 'needed',
  agent: 'none',
  supervisor: 'free',
  auditor: 'free',
  administrator: 'free',
};

/** Appoints for any period, past or future, that meets no other of the same post. */
export function decideAppointment(command: Appointment, organisation: Organisation): Decision {
  const { type: _, ...data } = command;
  const { post, person, letter, from, to } = data;
  if (organisation.posts.has(post)) return no('post-exists', { post });
  if (!organisation.persons.has(person)) return no('person-unknown', { person });
  const flaw = departmentFlaw(command, organisation);
  if (flaw) return flaw;
  if (letter.trim() === '') return no('letter-missing', { post });
  if (to !== undefined && to <= from) return no('post-period-empty', { from, to });
  const other = overlapping(command, organisation);
  if (other) return no('post-overlaps', overlapFacts(other));
  return ok([{ type: 'PersonAppointed', data }]);
}

/**
 * Ends a post, for the past or the future. An end once known may be brought forward but never put
 * off: an ended post does not come back to life, a new letter appoints anew.
 */
export function decideEndOfPost(
  command: OrganisationCommandOf<'EndPost'>,
  organisation: Organisation,
): Decision {
  const { post, at, reason } = command;
  const known = organisation.posts.get(post);
  if (!known) return no('post-unknown', { post });
  if (reason.trim() === '') return no('ending-reason-missing', { post });
  const { from, to } = known;
  if (to !== undefined && at >= to) return no('post-ended', { post, to });
  if (at < from) return no('post-ends-before-start', { post, from, at });
  return ok([{ type: 'PostEnded', data: { post, at, reason } }]);
}

function departmentFlaw(
  command: Appointment,
  organisation: Organisation,
): Result<never, OrganisationRefusal> | undefined {
  const { kind, department } = command;
  const rule = DEPARTMENT_OF_POST[kind];
  if (department === undefined) {
    return rule === 'needed' ? no('post-needs-department', { kind }) : undefined;
  }
  if (rule === 'none') return no('post-without-department', { kind, department });
  const known = openDepartment(organisation, department);
  return known.ok ? undefined : known;
}

/** A post of the same person, kind and department whose period shares an instant with the new one. */
function overlapping(command: Appointment, organisation: Organisation): Post | undefined {
  for (const id of organisation.postsByPerson.get(command.person) ?? []) {
    const post = organisation.posts.get(id);
    const same = post?.kind === command.kind && post.department === command.department;
    if (post && same && shareAnInstant(post, command)) return post;
  }
  return undefined;
}

type Period = Pick<Post, 'from' | 'to'>;

function shareAnInstant(one: Period, other: Period): boolean {
  return startsBeforeEnd(one, other) && startsBeforeEnd(other, one) && !isEmpty(one);
}

function startsBeforeEnd(one: Period, other: Period): boolean {
  return other.to === undefined || one.from < other.to;
}

/** A post that was ended as of its first instant was never held. */
function isEmpty({ from, to }: Period): boolean {
  return from === to;
}

function overlapFacts({ post, person, kind, from, to }: Post) {
  return { post, person, kind, from, ...(to === undefined ? {} : { to }) };
}
