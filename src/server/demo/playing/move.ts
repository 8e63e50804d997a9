import type { DossierCommandInput } from '../../../application/commands/dossier-inputs.ts';
import type { DepartmentId, MaterialSlug } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/instant.ts';
import type { PostKind } from '../../../domain/post.ts';

/** One thing somebody can do now. */
export interface Move {
  /** Names the move within its dossier: the same move has the same key whenever it is looked for. */
  readonly key: string;
  readonly by: Mover;
  readonly deed: Deed;
}

export interface Mover {
  readonly post: PostKind;
  /** None: the agent. */
  readonly department?: DepartmentId;
}

/** A command as it is sent; or a file first, and then the command that attaches it. */
export type Deed = Exclude<DossierCommandInput, { readonly type: 'AttachMaterial' }> | Attaching;

export interface Attaching {
  readonly type: 'AttachMaterial';
  readonly material: MaterialSlug;
  readonly fileName: string;
}

/** The office's day on which the move would be made. */
export interface Occasion {
  readonly today: Day;
}
