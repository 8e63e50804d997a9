import type { NextActions } from '../../domain/dossier/next-actions.ts';
import type { Attachment, Correction, Investor } from '../../domain/dossier/parts.ts';
import type { Dossier, Intake, ItemState, StageState } from '../../domain/dossier/state.ts';
import type { Contact } from '../../domain/dossier/parts.ts';
import type { Personal } from '../../domain/personal.ts';
import type { Revision, Position } from '../../eventstore/port.ts';
import type { ItemSlug, MaterialSlug, StageSlug } from '../../kernel/ids.ts';
import type { DossierTrail } from '../../projections/dossier-trail.ts';
import type { CompiledProcedure } from '../../workflow/procedure/compile.ts';

/** A dossier that the viewer may read, folded from the log: as it stands, or as it stood. */
export interface DossierView {
  readonly state: Dossier;
  readonly procedure: CompiledProcedure;
  readonly next: NextActions;
  /** Of the last event that is in it. */
  readonly revision: Revision;
  readonly position: Position;
  /** Whether the viewer may see whom to call, and answers that the form marks personal. */
  readonly knowsContact: boolean;
  /** Papers and times of submission: read from the log when asked for. */
  trail(): Promise<DossierTrail>;
}

/** A part of a dossier, which names itself by the words of the dossier's procedure. */
interface PartOfDossier {
  readonly view: DossierView;
}

export interface ItemView extends PartOfDossier {
  readonly item: ItemState;
}

export interface StageView extends PartOfDossier {
  readonly stage: StageSlug;
  readonly stands: StageState | undefined;
}

export interface IntakeView extends PartOfDossier {
  readonly intake: Intake;
}

export interface NotedView extends PartOfDossier {
  readonly item: ItemSlug;
  readonly corrections: readonly Correction[];
}

export interface CorrectionView extends PartOfDossier {
  readonly correction: Correction;
}

export interface MaterialView extends PartOfDossier {
  readonly material: MaterialSlug;
  /** The items that ask for it now. */
  readonly askedBy: readonly ItemSlug[];
  readonly required: boolean;
  readonly attachments: readonly Attachment[];
}

export interface InvestorView extends PartOfDossier {
  readonly investor: Investor;
}

export type ContactView = Personal<Contact>;
