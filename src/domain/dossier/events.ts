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
import type { Day } from '../../kernel/instant.ts';
import type {
  Attachment,
  Correction,
  Grounds,
  Investor,
  MatchedItem,
  OpinionAnswer,
  PreReviewAdvice,
  Service,
  StageLead,
} from './parts.ts';
import type { Personal } from '../personal.ts';
import type { Answers, ProcedureRef } from './procedure.ts';

/** Everything that can have happened to a dossier. */
export type DossierEvent =
  | Fact<
      'DossierOpened',
      {
        readonly dossier: DossierNumber;
        readonly projectName: string;
        readonly region: RegionCode;
        readonly investor: Investor;
        readonly agent?: PersonId;
        readonly procedure: ProcedureRef;
      }
    >
  | Fact<'ProjectCodeAssigned', { readonly projectCode: string }>
  | Fact<
      'FormFilled',
      {
        readonly answers: Answers;
        /** Answers to questions that the definition marks personal; sealed in the log. */
        readonly personalAnswers?: Personal<Answers>;
      }
    >
  | Fact<
      'ItemsMatched',
      /** The whole match: planned items that are not in it no longer apply. */
      { readonly items: readonly MatchedItem[]; readonly leads: readonly StageLead[] }
    >
  | Fact<'MaterialAttached', { readonly material: MaterialSlug; readonly attachment: Attachment }>
  | Fact<'MaterialRemoved', { readonly material: MaterialSlug; readonly hash: Sha256 }>
  | Fact<'PreReviewRequested', { readonly stage: StageSlug }>
  | Fact<'PreReviewAdvised', OnItem & { readonly advice: PreReviewAdvice; readonly note: string }>
  | Fact<
      'ApplicationSubmitted',
      {
        readonly intake: number;
        readonly stage: StageSlug;
        readonly items: readonly ItemSlug[];
        /** What lay on the table at that moment, by hash. */
        readonly materials: readonly Sha256[];
        readonly collectCorrectionsUntil: Day;
      }
    >
  | Fact<
      'CorrectionsNoted',
      OnItem & { readonly intake: number; readonly corrections: readonly Correction[] }
    >
  | Fact<
      'CorrectionsTold',
      {
        readonly intake: number;
        readonly notice: string;
        readonly corrections: readonly (Correction & { readonly item: ItemSlug })[];
      }
    >
  | Fact<'CorrectionsSupplied', { readonly intake: number }>
  | Fact<
      'ApplicationAccepted',
      {
        readonly intake: number;
        readonly notice: string;
        readonly items: readonly ItemSlug[];
        /** Examined and in order, but accepted only when their prerequisites arrive. */
        readonly waiting: readonly ItemSlug[];
        /** From here on the dossier is pinned to this version. */
        readonly procedure: ProcedureRef;
      }
    >
  | Fact<
      'ApplicationNotAccepted',
      {
        readonly intake: number;
        readonly notice: string;
        readonly items: readonly ItemSlug[];
        readonly grounds: Grounds;
      }
    >
  | Fact<
      'PrerequisitesArrived',
      /** The item is accepted with this, under the notice number of its own. */
      OnItem & {
        /** The item whose change completed them; absent where an answer or a new version did. */
        readonly arrived?: ItemSlug;
        readonly notice: string;
      }
    >
  | Fact<
      'OpinionsSolicited',
      OnItem & {
        readonly departments: readonly DepartmentId[];
        readonly question: string;
        readonly answerBy: Day;
      }
    >
  | Fact<
      'OpinionGiven',
      OnItem & {
        readonly department: DepartmentId;
        readonly answer: OpinionAnswer;
        readonly reason?: string;
      }
    >
  | Fact<'OpinionsGathered', OnItem>
  | Fact<'ItemHandled', OnItem & Proposed>
  | Fact<'ItemReviewed', OnItem & Proposed>
  | Fact<'ItemSentBack', OnItem & { readonly reason: string }>
  | Fact<'ApprovalPrepared', OnItem & Approval>
  | Fact<
      'ItemApproved',
      OnItem &
        Approval & {
          /** True where a prepared approval took effect with the arrival of the prerequisites. */
          readonly onArrival: boolean;
          /** Then: who had prepared it and so decided; the actor is who brought the last one. */
          readonly preparedBy?: PersonId;
        }
    >
  | Fact<'ItemRejected', OnItem & { readonly grounds: Grounds }>
  | Fact<'ItemReportedUp', OnItem & { readonly superior: string; readonly reference: string }>
  | Fact<
      'SuperiorAnswered',
      OnItem & {
        readonly answer: 'approved' | 'rejected';
        readonly reference: string;
        readonly grounds?: Grounds;
      }
    >
  | Fact<
      'MilestoneReached',
      OnItem & { readonly reachedOn: Day; readonly reference: string; readonly note?: string }
    >
  | Fact<'MilestoneFailed', OnItem & { readonly reason: string }>
  | Fact<'ItemReturned', OnItem & { readonly grounds: Grounds }>
  | Fact<'ItemWithdrawn', OnItem & { readonly reason: string }>
  | Fact<'ItemAdded', MatchedItem & { readonly reason: string }>
  | Fact<'ItemDropped', OnItem & { readonly reason: string }>
  | Fact<
      'ResultIssued',
      OnItem & {
        readonly paper: string;
        readonly outcome: 'approved' | 'rejected';
        readonly title: string;
        readonly validUntil?: Day;
      }
    >
  | Fact<'ResultServed', OnItem & { readonly paper: string } & Service>
  | Fact<'AgentAssigned', { readonly agent: PersonId }>
  | Fact<'InvestorRenamed', { readonly name: string; readonly reason: string }>
  | Fact<
      'InvestorReplaced',
      { readonly investor: Investor; readonly reason: string; readonly basis: string }
    >
  | Fact<
      'ProcedureMoved',
      {
        readonly from: ProcedureRef;
        readonly to: ProcedureRef;
        readonly reason: string;
        readonly authority: string;
      }
    >
  | Fact<'StageConcluded', { readonly stage: StageSlug; readonly outcome: 'approved' | 'rejected' }>
  | Fact<'DossierConcluded', { readonly outcome: 'approved' | 'rejected'; readonly note?: string }>
  | Fact<'DossierAbandoned', { readonly reason: string }>;

export type DossierEventType = DossierEvent['type'];
export type DossierEventOf<Type extends DossierEventType> = Extract<
  DossierEvent,
  { readonly type: Type }
>;

interface Fact<Type extends string, Data> {
  readonly type: Type;
  readonly data: Data;
}

interface OnItem {
  readonly item: ItemSlug;
}

interface Proposed {
  readonly proposal: 'approve' | 'reject';
  readonly opinion: string;
}

interface Approval {
  readonly note?: string;
  readonly overridingReason?: string;
}
