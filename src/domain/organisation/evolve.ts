import type { DepartmentId } from '../../kernel/ids.ts';
import { invariant, unreachable } from '../../kernel/invariant.ts';
import type { OrganisationEvent, OrganisationEventOf } from './events.ts';
import { type Department, type Organisation, placeOf, type Post } from './state.ts';

/**
 * Folds events into the organisation. A look-up is copied at most once for all of them, so hand
 * over a long history in long pieces.
 */
export function evolveOrganisation(
  organisation: Organisation,
  ...events: readonly OrganisationEvent[]
): Organisation {
  const draft = new Draft(organisation);
  for (const event of events) apply(draft, event);
  return { ...draft.organisation, revision: organisation.revision + events.length };
}

type LookUp = Exclude<keyof Organisation, 'revision'>;
type KeyOf<Name extends LookUp> = Parameters<Organisation[Name]['get']>[0];
type ValueOf<Name extends LookUp> = NonNullable<ReturnType<Organisation[Name]['get']>>;

/** Copies a look-up before it is written to for the first time, never the one it came from. */
class Draft {
  organisation: Organisation;
  readonly #own = new Set<LookUp>();

  constructor(organisation: Organisation) {
    this.organisation = organisation;
  }

  set<Name extends LookUp>(name: Name, key: KeyOf<Name>, value: ValueOf<Name>): void {
    if (!this.#own.has(name)) {
      const copy = new Map(this.organisation[name] as ReadonlyMap<unknown, unknown>);
      this.organisation = { ...this.organisation, [name]: copy };
      this.#own.add(name);
    }
    // The copy above is ours, so it may be written to.
    (this.organisation[name] as unknown as Map<KeyOf<Name>, ValueOf<Name>>).set(key, value);
  }

  department(id: DepartmentId): Department {
    const department = this.organisation.departments.get(id);
    invariant(department, `department ${id} was founded before anything happened to it`);
    return department;
  }
}

function apply(draft: Draft, event: OrganisationEvent): void {
  switch (event.type) {
    case 'DepartmentFounded':
      return found(draft, event);
    case 'DepartmentClosed':
      return close(draft, event);
    case 'CompetenceSet':
      return setCompetence(draft, event);
    case 'PersonRegistered':
      draft.set('persons', event.data.person, event.data);
      return draft.set('personBySubject', event.data.subject, event.data.person);
    case 'PersonAppointed':
      return appoint(draft, event.data);
    case 'PostEnded':
      return end(draft, event);
    default:
      return unreachable(event);
  }
}

function found(draft: Draft, { data }: OrganisationEventOf<'DepartmentFounded'>): void {
  const { items, ...rest } = data;
  draft.set('departments', data.department, {
    ...rest,
    ...(items && { items: new Set(items) }),
    closed: false,
  });
  const place = placeOf(data.kind, data.region);
  const there = draft.organisation.openByPlace.get(place) ?? [];
  draft.set('openByPlace', place, [...there, data.department]);
}

function close(draft: Draft, { data }: OrganisationEventOf<'DepartmentClosed'>): void {
  const department = draft.department(data.department);
  draft.set('departments', data.department, { ...department, closed: true });
  const place = placeOf(department.kind, department.region);
  const there = draft.organisation.openByPlace.get(place) ?? [];
  const others = there.filter((one) => one !== data.department);
  draft.set('openByPlace', place, others);
}

function setCompetence(draft: Draft, { data }: OrganisationEventOf<'CompetenceSet'>): void {
  const { items: _, ...rest } = draft.department(data.department);
  const items = data.items ? { items: new Set(data.items) } : {};
  draft.set('departments', data.department, { ...rest, ...items });
}

function appoint(draft: Draft, appointed: Post): void {
  const { post, person, department } = appointed;
  const { postsByPerson, postsByDepartment } = draft.organisation;
  draft.set('posts', post, appointed);
  draft.set('postsByPerson', person, [...(postsByPerson.get(person) ?? []), post]);
  if (department === undefined) return;
  draft.set('postsByDepartment', department, [...(postsByDepartment.get(department) ?? []), post]);
}

function end(draft: Draft, { data }: OrganisationEventOf<'PostEnded'>): void {
  const post = draft.organisation.posts.get(data.post);
  invariant(post, `post ${data.post} was appointed before it ended`);
  draft.set('posts', data.post, { ...post, to: data.at });
}
