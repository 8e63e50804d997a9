import type { PersonId } from '../../kernel/ids.ts';
import { ok, type Result } from '../../kernel/result.ts';
import type { Deed } from '../post.ts';
import type {
  OrganisationCommand,
  OrganisationCommandOf,
  OrganisationCommandType,
} from './commands.ts';
import { competenceFlaw } from './competence-flaw.ts';
import { decideAppointment, decideEndOfPost } from './decide-posts.ts';
import type { OrganisationEvent } from './events.ts';
import { openDepartment } from './open-department.ts';
import { no, type OrganisationRefusal } from './refusals.ts';
import { type Department, isHeldAt, type Organisation } from './state.ts';

/** Whom the office itself acts as where nobody does: never a person, never signed in. */
export const OFFICE_ITSELF = 'office' as PersonId;

const REGION_SHAPE = /^\d{6}$/;

type Decision = Result<readonly OrganisationEvent[], OrganisationRefusal>;

type Deciders = {
  readonly [Type in OrganisationCommandType]: (
    command: OrganisationCommandOf<Type>,
    organisation: Organisation,
    deed: Deed,
  ) => Decision;
};

const DECIDERS: Deciders = {
  FoundDepartment: foundDepartment,
  CloseDepartment: closeDepartment,
  SetCompetence: setCompetence,
  RegisterPerson: registerPerson,
  AppointToPost: decideAppointment,
  EndPost: decideEndOfPost,
};

/**
 * What follows from a command on the organisation. Posts may be given and ended for the past and
 * for the future; when something happened (`deed.occurredAt`) is never later than when it is written.
 */
export function decideOrganisation(
  command: OrganisationCommand,
  organisation: Organisation,
  deed: Deed,
): Decision {
  const { occurredAt, recordedAt } = deed;
  if (occurredAt > recordedAt) return no('occurred-in-the-future', { occurredAt, recordedAt });
  const decider = DECIDERS[command.type] as (
    command: OrganisationCommand,
    organisation: Organisation,
    deed: Deed,
  ) => Decision;
  return decider(command, organisation, deed);
}

function foundDepartment(
  command: OrganisationCommandOf<'FoundDepartment'>,
  organisation: Organisation,
): Decision {
  const { type: _, ...data } = command;
  const { department, region, items } = data;
  if (organisation.departments.has(department)) return no('department-exists', { department });
  if (!REGION_SHAPE.test(region)) return no('region-malformed', { region });
  if (isBlank(data.nameZh) || isBlank(data.nameEn)) {
    return no('department-name-missing', { department });
  }
  const flaw = competenceFlaw(organisation, data, items && new Set(items));
  return flaw ?? ok([{ type: 'DepartmentFounded', data }]);
}

function closeDepartment(
  command: OrganisationCommandOf<'CloseDepartment'>,
  organisation: Organisation,
  deed: Deed,
): Decision {
  const { department, reason } = command;
  const known = openDepartment(organisation, department);
  if (!known.ok) return known;
  if (isBlank(reason)) return no('closing-reason-missing', { department });
  const posts = (organisation.postsByDepartment.get(department) ?? []).filter((id) => {
    const post = organisation.posts.get(id);
    return post && (isHeldAt(post, deed.occurredAt) || post.from > deed.occurredAt);
  });
  if (posts.length > 0) return no('department-posts-open', { department, posts });
  return ok([{ type: 'DepartmentClosed', data: { department, reason } }]);
}

function setCompetence(
  command: OrganisationCommandOf<'SetCompetence'>,
  organisation: Organisation,
): Decision {
  const { department, items } = command;
  const known = openDepartment(organisation, department);
  if (!known.ok) return known;
  const wanted = items === null ? undefined : new Set(items);
  if (sameItems(known.value.items, wanted)) return no('competence-unchanged', { department });
  const flaw = competenceFlaw(organisation, known.value, wanted);
  return flaw ?? ok([{ type: 'CompetenceSet', data: { department, items } }]);
}

function registerPerson(
  command: OrganisationCommandOf<'RegisterPerson'>,
  organisation: Organisation,
): Decision {
  const { person, name, subject } = command;
  if (person === OFFICE_ITSELF) return no('person-reserved', { person });
  if (organisation.persons.has(person)) return no('person-exists', { person });
  if (name.subject !== person) return no('person-name-of-other', { person, subject: name.subject });
  if ('erased' in name || isBlank(name.value)) return no('person-name-missing', { person });
  if (isBlank(subject)) return no('sign-in-missing', { person });
  const holder = organisation.personBySubject.get(subject);
  if (holder !== undefined) return no('sign-in-taken', { subject, person: holder });
  return ok([{ type: 'PersonRegistered', data: { person, name, subject } }]);
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function sameItems(before: Department['items'], after: ReadonlySet<unknown> | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return before.size === after.size && before.isSubsetOf(after);
}
