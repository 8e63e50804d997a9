import type {
  DepartmentId,
  DepartmentKind,
  ItemSlug,
  PersonId,
  PostId,
  RegionCode,
} from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import type { PostKind } from '../post.ts';

/**
 * Every "no" of ours to a command on the organisation, with its facts: text, numbers and lists of
 * text only, so that each can be a type of the API. The sentences are in `src/wording`.
 */
export interface OrganisationRefusalFacts {
  'occurred-in-the-future': { readonly occurredAt: Instant; readonly recordedAt: Instant };
  'department-exists': { readonly department: DepartmentId };
  'department-unknown': { readonly department: DepartmentId };
  'department-closed': { readonly department: DepartmentId };
  'department-name-missing': { readonly department: DepartmentId };
  /** Not six digits (GB/T 2260). */
  'region-malformed': { readonly region: RegionCode };
  'department-posts-open': {
    readonly department: DepartmentId;
    readonly posts: readonly PostId[];
  };
  'closing-reason-missing': { readonly department: DepartmentId };
  'competence-empty': { readonly department: DepartmentId };
  'competence-unchanged': { readonly department: DepartmentId };
  /** Another open department of the same kind and region is competent; an empty list means all. */
  'competence-taken': {
    readonly department: DepartmentId;
    readonly kind: DepartmentKind;
    readonly region: RegionCode;
    readonly by: DepartmentId;
    readonly items: readonly ItemSlug[];
  };
  'person-exists': { readonly person: PersonId };
  'person-unknown': { readonly person: PersonId };
  'person-reserved': { readonly person: PersonId };
  'person-name-missing': { readonly person: PersonId };
  /** The name would be sealed with another person's key. */
  'person-name-of-other': { readonly person: PersonId; readonly subject: PersonId };
  'sign-in-missing': { readonly person: PersonId };
  'sign-in-taken': { readonly subject: string; readonly person: PersonId };
  'post-exists': { readonly post: PostId };
  'post-unknown': { readonly post: PostId };
  'post-needs-department': { readonly kind: PostKind };
  'post-without-department': { readonly kind: PostKind; readonly department: DepartmentId };
  'post-period-empty': { readonly from: Instant; readonly to: Instant };
  'post-overlaps': {
    readonly person: PersonId;
    readonly kind: PostKind;
    readonly post: PostId;
    readonly from: Instant;
    readonly to?: Instant;
  };
  'letter-missing': { readonly post: PostId };
  'post-ended': { readonly post: PostId; readonly to: Instant };
  'post-ends-before-start': {
    readonly post: PostId;
    readonly from: Instant;
    readonly at: Instant;
  };
  'ending-reason-missing': { readonly post: PostId };
}

export type OrganisationRefusalCode = keyof OrganisationRefusalFacts;

export type OrganisationRefusal = {
  readonly [Code in OrganisationRefusalCode]: {
    readonly code: Code;
    readonly facts: OrganisationRefusalFacts[Code];
  };
}[OrganisationRefusalCode];

/** A refusal as the result of a decider. */
export function no<Code extends OrganisationRefusalCode>(
  code: Code,
  facts: OrganisationRefusalFacts[Code],
): Result<never, OrganisationRefusal> {
  return { ok: false, error: { code, facts } as OrganisationRefusal };
}
