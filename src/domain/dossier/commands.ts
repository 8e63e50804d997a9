import type {
  DepartmentId,
  DossierNumber,
  ItemSlug,
  MaterialSlug,
  PersonId,
  ProcedureId,
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
  OpinionAnswer,
  PreReviewAdvice,
  ServiceManner,
} from './parts.ts';
import type { Answers, ProcedureRef } from './procedure.ts';

/** What may be asked of a dossier. Each has an `Item`, stage or intake where it concerns one. */
export type DossierCommand =
  | OpenDossier
  | Of<'AssignProjectCode', { readonly projectCode: string }>
  | Of<'FillForm', { readonly answers: Answers }>
  | Of<'AttachMaterial', { readonly material: MaterialSlug; readonly attachment: Attachment }>
  | Of<'RemoveMaterial', { readonly material: MaterialSlug; readonly hash: Sha256 }>
  | Of<'RequestPreReview', { readonly stage: StageSlug }>
  | Of<'AdvisePreReview', ItemOnly & { readonly advice: PreReviewAdvice; readonly note: string }>
  | Of<
      'SubmitApplication',
      {
        readonly stage: StageSlug;
        /** Only these items of the stage; all that can be applied for when absent. */
        readonly items?: readonly ItemSlug[];
      }
    >
  | Of<
      'NoteCorrections',
      /** An empty list says that the department has nothing to correct. */
      ItemOnly & { readonly corrections: readonly Correction[] }
    >
  | Of<'TellCorrections', { readonly intake: number }>
  | Of<'SupplyCorrections', { readonly intake: number }>
  | Of<'AcceptApplication', { readonly intake: number; readonly items?: readonly ItemSlug[] }>
  | Of<
      'RefuseAcceptance',
      { readonly intake: number; readonly items?: readonly ItemSlug[]; readonly grounds: Grounds }
    >
  | Of<
      'SolicitOpinions',
      ItemOnly & {
        readonly departments: readonly DepartmentId[];
        readonly question: string;
        readonly answerBy: Day;
      }
    >
  | Of<'GiveOpinion', ItemOnly & { readonly answer: OpinionAnswer; readonly reason?: string }>
  | Of<'HandleItem', ItemOnly & Proposal>
  | Of<'ReviewItem', ItemOnly & Proposal>
  | Of<'SendBackItem', ItemOnly & { readonly reason: string }>
  | Of<
      'ApproveItem',
      ItemOnly & {
        readonly note?: string;
        /** Needed where an opinion disagreed: why it is overridden. */
        readonly overridingReason?: string;
      }
    >
  | Of<'RejectItem', ItemOnly & { readonly grounds: Grounds }>
  | Of<'ReportUp', ItemOnly & { readonly superior: string; readonly reference: string }>
  | Of<
      'RecordSuperiorAnswer',
      ItemOnly & {
        readonly answer: 'approved' | 'rejected';
        readonly reference: string;
        /** Needed with `rejected`. */
        readonly grounds?: Grounds;
      }
    >
  | Of<
      'RecordMilestone',
      ItemOnly & { readonly reachedOn: Day; readonly reference: string; readonly note?: string }
    >
  | Of<'RecordMilestoneFailure', ItemOnly & { readonly reason: string }>
  | Of<'ReturnItem', ItemOnly & { readonly grounds: Grounds }>
  | Of<'WithdrawItem', ItemOnly & { readonly reason: string }>
  | Of<'AddItem', ItemOnly & { readonly reason: string }>
  | Of<'DropItem', ItemOnly & { readonly reason: string }>
  | Of<'IssueResult', ItemOnly & { readonly title: string; readonly validUntil?: Day }>
  | Of<
      'ServeResult',
      ItemOnly & { readonly manner: ServiceManner; readonly proof: string; readonly servedOn: Day }
    >
  | Of<'AssignAgent', { readonly agent: PersonId }>
  | Of<'RenameInvestor', { readonly name: string; readonly reason: string }>
  | Of<
      'ReplaceInvestor',
      { readonly investor: Investor; readonly reason: string; readonly basis: string }
    >
  | Of<
      'MoveProcedure',
      { readonly to: ProcedureRef; readonly reason: string; readonly authority: string }
    >
  | Of<'ConcludeStage', { readonly stage: StageSlug }>
  | Of<'ConcludeDossier', { readonly note?: string }>
  | Of<'AbandonDossier', { readonly reason: string }>;

export type DossierCommandType = DossierCommand['type'];
export type DossierCommandOf<Type extends DossierCommandType> = Extract<
  DossierCommand,
  { readonly type: Type }
>;

export interface OpenDossier {
  readonly type: 'OpenDossier';
  readonly dossier: DossierNumber;
  /** The kind of joint approval; it opens with the newest published version. */
  readonly procedure: ProcedureId;
  readonly projectName: string;
  readonly region: RegionCode;
  readonly investor: Investor;
  readonly agent?: PersonId;
  /** State-secret projects never enter this system (Order 673 art 4): true is refused. */
  readonly secret: boolean;
}

type Of<Type extends string, Payload> = {
  readonly type: Type;
  readonly dossier: DossierNumber;
} & Payload;

interface ItemOnly {
  readonly item: ItemSlug;
}

interface Proposal {
  readonly proposal: 'approve' | 'reject';
  readonly opinion: string;
}
