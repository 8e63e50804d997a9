import type {
  DepartmentId,
  DossierNumber,
  ItemSlug,
  MaterialSlug,
  PersonId,
  RegionCode,
  Sha256,
  StageSlug,
} from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/instant.ts';
import type { Attachment, Correction, Investor, OpinionAnswer, PreReviewAdvice } from './parts.ts';
import type { Answers, ProcedureRef } from './procedure.ts';
import type { DossierStatus, ItemEnding, ItemPhase, ItemStep } from './signal.ts';

/** What the events of one stream add up to. */
export type DossierState = NoDossier | Dossier;

export interface NoDossier {
  readonly status: 'none';
}

export const NO_DOSSIER: NoDossier = { status: 'none' };

export type Dossier = OpenDossierState | ConcludedDossier | AbandonedDossier;

export interface DossierFile {
  readonly number: DossierNumber;
  readonly projectName: string;
  readonly region: RegionCode;
  readonly projectCode?: string;
  readonly investor: Investor;
  readonly agent?: PersonId;
  readonly openedAt: Instant;
  readonly procedure: ProcedureRef;
  /** True from the first acceptance on: only `ProcedureMoved` may then change `procedure`. */
  readonly pinned: boolean;
  readonly answers: Answers;
  readonly materials: Readonly<Record<MaterialSlug, readonly Attachment[]>>;
  readonly items: Readonly<Record<ItemSlug, ItemState>>;
  readonly stages: Readonly<Record<StageSlug, StageState>>;
  readonly intakes: readonly Intake[];
  /** How many numbered papers the dossier has put out; the next number is one more. */
  readonly papers: number;
}

export interface OpenDossierState extends DossierFile {
  readonly status: Exclude<DossierStatus, 'concluded' | 'abandoned'>;
}

interface ConcludedDossier extends DossierFile {
  readonly status: 'concluded';
  readonly outcome: 'approved' | 'rejected';
}

interface AbandonedDossier extends DossierFile {
  readonly status: 'abandoned';
  readonly reason: string;
}

export interface StageState {
  readonly lead?: DepartmentId;
  readonly preReviewRequested: boolean;
  readonly outcome?: 'approved' | 'rejected';
}

export interface ItemState {
  readonly item: ItemSlug;
  readonly stage: StageSlug;
  /** Absent for external items. */
  readonly department?: DepartmentId;
  /** The state of the item's own machine. */
  readonly step: ItemStep;
  readonly phase: ItemPhase;
  readonly granted: boolean;
  readonly ending?: ItemEnding;
  /** The intake under which it was last applied for. */
  readonly intake?: number;
  /** 1 for the first application; an item may be applied for again after it ended without grant. */
  readonly attempt: number;
  readonly acceptedAt?: Instant;
  readonly decidedAt?: Instant;
  /** True where `AddItem` brought it in: matching the form again does not take it away. */
  readonly addedByHand?: boolean;
  readonly advice?: PreReviewAdvice;
  readonly handledBy?: PersonId;
  readonly reviewedBy?: PersonId;
  readonly proposal?: 'approve' | 'reject';
  readonly opinions: Readonly<Record<DepartmentId, OpinionState>>;
  readonly answerOpinionsBy?: Day;
  readonly decision?: 'approved' | 'rejected';
  /** Set while an approval stands ready for the arrival of the prerequisites. */
  readonly prepared?: {
    readonly preparedBy: PersonId;
    readonly note?: string;
    readonly overridingReason?: string;
  };
  readonly paper?: string;
}

export interface OpinionState {
  readonly answer?: OpinionAnswer;
  readonly reason?: string;
}

export interface Intake {
  /** 1, 2, 3, … within the dossier. */
  readonly intake: number;
  readonly stage: StageSlug;
  readonly items: readonly ItemSlug[];
  readonly collectCorrectionsUntil: Day;
  readonly materials: readonly Sha256[];
  /** What the departments found so far; a department that is absent has not answered. */
  readonly noted: Readonly<Record<ItemSlug, readonly Correction[]>>;
  readonly status: 'examining' | 'corrections-told' | 'corrected' | 'closed';
}
