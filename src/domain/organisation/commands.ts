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

/** What may be asked of the organisation: one stream, `organisation-main`. */
export type OrganisationCommand =
  | {
      readonly type: 'FoundDepartment';
      readonly department: DepartmentId;
      readonly kind: DepartmentKind;
      readonly region: RegionCode;
      readonly nameZh: string;
      readonly nameEn: string;
      /** Only these items; every item of its kind when absent. */
      readonly items?: readonly ItemSlug[];
    }
  | { readonly type: 'CloseDepartment'; readonly department: DepartmentId; readonly reason: string }
  | {
      readonly type: 'SetCompetence';
      readonly department: DepartmentId;
      /** `null`: every item of its kind. */
      readonly items: readonly ItemSlug[] | null;
    }
  | {
      readonly type: 'RegisterPerson';
      readonly person: PersonId;
      readonly name: Personal<string>;
      /** The `sub` that the sign-in provider knows the person by. */
      readonly subject: string;
    }
  | {
      readonly type: 'AppointToPost';
      readonly post: PostId;
      readonly kind: PostKind;
      readonly person: PersonId;
      /** None for agents, and for administrators of the whole system. */
      readonly department?: DepartmentId;
      readonly from: Instant;
      readonly to?: Instant;
      /** Number of the letter that appoints. */
      readonly letter: string;
    }
  | {
      readonly type: 'EndPost';
      readonly post: PostId;
      readonly at: Instant;
      readonly reason: string;
    };

export type OrganisationCommandType = OrganisationCommand['type'];
export type OrganisationCommandOf<Type extends OrganisationCommandType> = Extract<
  OrganisationCommand,
  { readonly type: Type }
>;
