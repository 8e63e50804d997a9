import type { OrganisationCommand } from '../../../../src/domain/organisation/commands.ts';
import { decideOrganisation } from '../../../../src/domain/organisation/decide.ts';
import { evolveOrganisation } from '../../../../src/domain/organisation/evolve.ts';
import { NO_ORGANISATION, type Organisation } from '../../../../src/domain/organisation/state.ts';
import type { Deed, PostKind } from '../../../../src/domain/post.ts';
import type {
  DepartmentId,
  DepartmentKind,
  ItemSlug,
  PersonId,
  PostId,
  RegionCode,
} from '../../../../src/kernel/ids.ts';
import type { Instant } from '../../../../src/kernel/instant.ts';
import { invariant } from '../../../../src/kernel/invariant.ts';

export const LISHUI = '331100' as RegionCode;
export const LIANDU = '331102' as RegionCode;
export const ZHEJIANG = '330000' as RegionCode;
export const PLANNING = 'natural-resources' as DepartmentKind;
export const LISHUI_PLANNING = '331100-natural-resources' as DepartmentId;
export const LIU = 'liu' as PersonId;
export const ZHANG = 'zhang' as PersonId;

/** Noon UTC of a day in 2026, `06-01` for example. */
export function on(day: string): Instant {
  return `2026-${day}T12:00:00.000Z` as Instant;
}

export const TODAY: Deed = {
  by: { person: 'root' as PersonId, post: 'administrator' },
  occurredAt: on('11-22'),
  recordedAt: on('11-22'),
};

export function founding(
  change: Partial<Extract<OrganisationCommand, { type: 'FoundDepartment' }>> = {},
): Extract<OrganisationCommand, { type: 'FoundDepartment' }> {
  return {
    type: 'FoundDepartment',
    department: LISHUI_PLANNING,
    kind: PLANNING,
    region: LISHUI,
    nameZh: '丽水市自然资源和规划局',
    nameEn: 'Lishui Bureau of Natural Resources and Planning',
    ...change,
  };
}

export function registering(person: PersonId, subject = `sub-${person}`): OrganisationCommand {
  const name = { subject: person, value: `name of ${person}` };
  return { type: 'RegisterPerson', person, name, subject };
}

export function appointing(
  change: Partial<Extract<OrganisationCommand, { type: 'AppointToPost' }>> = {},
): Extract<OrganisationCommand, { type: 'AppointToPost' }> {
  return {
    type: 'AppointToPost',
    post: 'p1' as PostId,
    kind: 'handler',
    person: LIU,
    department: LISHUI_PLANNING,
    from: on('06-01'),
    letter: '丽自然资规任〔2026〕3号',
    ...change,
  };
}

/** A post outside every department. */
export function appointingFree(post: string, kind: PostKind, person: PersonId) {
  const { department: _, ...rest } = appointing({ post: post as PostId, kind, person });
  return rest;
}

export function ending(post: string, at: Instant): OrganisationCommand {
  return { type: 'EndPost', post: post as PostId, at, reason: '调离' };
}

export function decided(command: OrganisationCommand, organisation: Organisation, deed = TODAY) {
  return decideOrganisation(command, organisation, deed);
}

/** The organisation after these commands, each of which must succeed. */
export function after(...commands: readonly OrganisationCommand[]): Organisation {
  return continuing(NO_ORGANISATION, ...commands);
}

export function continuing(
  organisation: Organisation,
  ...commands: readonly OrganisationCommand[]
): Organisation {
  return commands.reduce((state, command) => {
    const result = decided(command, state);
    invariant(result.ok, `${command.type}: ${JSON.stringify(result)}`);
    return evolveOrganisation(state, ...result.value);
  }, organisation);
}

/** The department with Liu and Zhang registered and nobody appointed. */
export const STAFFLESS = after(founding(), registering(LIU), registering(ZHANG));

export function items(...slugs: readonly string[]): readonly ItemSlug[] {
  return slugs as readonly ItemSlug[];
}
