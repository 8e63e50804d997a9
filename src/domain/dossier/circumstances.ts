import type { DepartmentId, DepartmentKind, ItemSlug, RegionCode } from '../../kernel/ids.ts';
import type { Deed } from '../post.ts';
import type { Procedure } from './procedure.ts';

/** Everything a decision looks at beside the command and the dossier itself. */
export interface Circumstances extends Deed {
  /** The version the dossier runs on (or would open with). */
  readonly procedure: Procedure;
  /** For `MoveProcedure`: the version to move to. */
  readonly nextProcedure?: Procedure;
  readonly competence: Competence;
}

/** Which department is competent, from the organisation as it stands. */
export interface Competence {
  /** The department of this kind that is competent for the region and the item (or as a lead). */
  departmentFor(
    kind: DepartmentKind,
    region: RegionCode,
    item?: ItemSlug,
  ): DepartmentId | undefined;
  kindOf(department: DepartmentId): DepartmentKind | undefined;
}
