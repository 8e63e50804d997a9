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

/** Everything that can have happened to the organisation: one stream, `organisation-main`. */
export type OrganisationEvent =
  | Fact<
      'DepartmentFounded',
      {
        readonly department: DepartmentId;
        readonly kind: DepartmentKind;
        readonly region: RegionCode;
        readonly nameZh: string;
        readonly nameEn: string;
        /** Only these items; every item of its kind when absent. */
        readonly items?: readonly ItemSlug[];
      }
    >
  | Fact<'DepartmentClosed', { readonly department: DepartmentId; readonly reason: string }>
  | Fact<
      'CompetenceSet',
      {
        readonly department: DepartmentId;
        /** `null`: every item of its kind. */
        readonly items: readonly ItemSlug[] | null;
      }
    >
  | Fact<
      'PersonRegistered',
      {
        readonly person: PersonId;
        readonly name: Personal<string>;
        /** The `sub` that the sign-in provider knows the person by. */
        readonly subject: string;
      }
    >
  | Fact<
      'PersonAppointed',
      {
        readonly post: PostId;
        readonly kind: PostKind;
        readonly person: PersonId;
        readonly department?: DepartmentId;
        readonly from: Instant;
        /** The first instant at which the post is no longer held. */
        readonly to?: Instant;
        readonly letter: string;
      }
    >
  | Fact<'PostEnded', { readonly post: PostId; readonly at: Instant; readonly reason: string }>;

type OrganisationEventType = OrganisationEvent['type'];
export type OrganisationEventOf<Type extends OrganisationEventType> = Extract<
  OrganisationEvent,
  { readonly type: Type }
>;

interface Fact<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}
