import type {
  DepartmentId,
  DepartmentKind,
  ItemSlug,
  PersonId,
  PostId,
  RegionCode,
} from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { Personal } from '../personal.ts';
import type { PostKind } from '../post.ts';

/** What the events of `organisation-main` add up to, with the look-ups that authority needs. */
export interface Organisation {
  /** Revision of the last event that is in it; -1 before the first. */
  readonly revision: number;
  readonly departments: ReadonlyMap<DepartmentId, Department>;
  /** Open departments by `placeOf(kind, region)`, in the order in which they were founded. */
  readonly openByPlace: ReadonlyMap<string, readonly DepartmentId[]>;
  readonly persons: ReadonlyMap<PersonId, Person>;
  readonly personBySubject: ReadonlyMap<string, PersonId>;
  readonly posts: ReadonlyMap<PostId, Post>;
  readonly postsByPerson: ReadonlyMap<PersonId, readonly PostId[]>;
  readonly postsByDepartment: ReadonlyMap<DepartmentId, readonly PostId[]>;
}

export interface Department {
  readonly department: DepartmentId;
  readonly kind: DepartmentKind;
  readonly region: RegionCode;
  readonly nameZh: string;
  readonly nameEn: string;
  /** Only these items; every item of its kind when absent. */
  readonly items?: ReadonlySet<ItemSlug>;
  readonly closed: boolean;
}

export interface Person {
  readonly person: PersonId;
  readonly name: Personal<string>;
  /** The `sub` that the sign-in provider knows the person by. */
  readonly subject: string;
}

export interface Post {
  readonly post: PostId;
  readonly kind: PostKind;
  readonly person: PersonId;
  readonly department?: DepartmentId;
  readonly from: Instant;
  /** The first instant at which it is no longer held; absent while no end is known. */
  readonly to?: Instant;
  /** Number of the letter that appoints. */
  readonly letter: string;
}

export const NO_ORGANISATION: Organisation = {
  revision: -1,
  departments: new Map(),
  openByPlace: new Map(),
  persons: new Map(),
  personBySubject: new Map(),
  posts: new Map(),
  postsByPerson: new Map(),
  postsByDepartment: new Map(),
};

/** Key of `openByPlace`. */
export function placeOf(kind: DepartmentKind, region: RegionCode): string {
  return `${region} ${kind}`;
}

/** Whether the post is held at that instant: from `from` on, up to but not including `to`. */
export function isHeldAt(post: Post, at: Instant): boolean {
  return post.from <= at && (post.to === undefined || at < post.to);
}
