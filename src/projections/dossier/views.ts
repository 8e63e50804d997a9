import type { Investor, Correction, ServiceManner } from '../../domain/dossier/parts.ts';
import type { ItemAction } from '../../domain/dossier/next/next-action.ts';
import type { ProcedureRef } from '../../domain/dossier/procedure.ts';
import type { DossierEventType } from '../../domain/dossier/events.ts';
import type { DossierStatus } from '../../domain/dossier/signal.ts';
import type { Intake, ItemState, OpinionState } from '../../domain/dossier/state.ts';
import type { Actor } from '../../domain/post.ts';
import type { Position, Revision } from '../../eventstore/port.ts';
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
import type { PaperKind } from '../dossier-trail.ts';

export interface DossierView {
  readonly number: DossierNumber;
  readonly projectName: string;
  readonly projectCode?: string;
  readonly region: RegionCode;
  readonly status: DossierStatus;
  readonly outcome?: 'approved' | 'rejected';
  readonly abandonedBecause?: string;
  readonly procedure: ProcedureRef;
  readonly pinned: boolean;
  /** Of the contact only who it is; name and telephone stand in the log alone. */
  readonly investor: Omit<Investor, 'contact'> & { readonly contact: PersonId };
  readonly agent?: PersonId;
  readonly openedAt: Instant;
  readonly lastOccurredAt: Instant;
  readonly lastRecordedAt: Instant;
  /** Of the last event that the tables show. */
  readonly revision: Revision;
  readonly position: Position;
}

export interface TimelineEntry {
  readonly dossier: DossierNumber;
  readonly revision: Revision;
  readonly position: Position;
  readonly type: DossierEventType;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  /** How long after it happened it was written down. */
  readonly backEntryMs: number;
  readonly item?: ItemSlug;
  readonly stage?: StageSlug;
  /** Number of the paper that it put out or served. */
  readonly paper?: string;
  readonly actor: Actor;
  /** The event's data without anything about natural persons, for wording. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export interface ItemView extends Pick<
  ItemState,
  | 'item'
  | 'stage'
  | 'department'
  | 'step'
  | 'phase'
  | 'granted'
  | 'ending'
  | 'intake'
  | 'attempt'
  | 'acceptedAt'
  | 'decidedAt'
  | 'decision'
  | 'paper'
  | 'advice'
  | 'handledBy'
  | 'reviewedBy'
  | 'proposal'
  | 'answerOpinionsBy'
> {
  readonly dossier: DossierNumber;
  /** Whether an approval stands ready for the arrival of the prerequisites. */
  readonly isPrepared: boolean;
  readonly opinions: readonly (OpinionState & { readonly department: DepartmentId })[];
  readonly turns: ItemAction['turns'];
  readonly exits: ItemAction['exits'];
  readonly waitsFor: ItemAction['waitsFor'];
}

export interface StageView {
  readonly dossier: DossierNumber;
  readonly stage: StageSlug;
  readonly lead?: DepartmentId;
  readonly preReviewRequested: boolean;
  readonly outcome?: 'approved' | 'rejected';
}

export interface IntakeView extends Omit<Intake, 'noted'> {
  readonly dossier: DossierNumber;
  readonly submittedAt: Instant;
  readonly noted: Readonly<Record<ItemSlug, readonly Correction[]>>;
}

export interface PaperView {
  readonly dossier: DossierNumber;
  readonly number: string;
  readonly kind: PaperKind;
  readonly issuedAt: Instant;
  readonly intake?: number;
  readonly item?: ItemSlug;
  readonly title?: string;
  readonly validUntil?: Day;
  readonly servedOn?: Day;
  readonly servedBy?: ServiceManner;
  readonly servedProof?: string;
}

export interface MaterialView {
  readonly dossier: DossierNumber;
  readonly material: MaterialSlug;
  readonly hash: Sha256;
  readonly sizeBytes: number;
  readonly mediaType: string;
  readonly fileName: string;
}
