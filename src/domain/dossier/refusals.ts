import type {
  DepartmentId,
  DepartmentKind,
  DossierNumber,
  ItemSlug,
  MaterialSlug,
  PersonId,
  RegionCode,
  Sha256,
  StageSlug,
} from '../../kernel/ids.ts';
import type { Day, Instant } from '../../kernel/instant.ts';
import type { Result } from '../../kernel/result.ts';
import type { DossierCommandType } from './commands.ts';
import type { DossierStatus, ItemStep } from './signal.ts';

/**
 * Every "no" of ours to a command on a dossier, with its facts: text, numbers and lists of text
 * only, so that each can be a type of the API. The sentences are in `src/wording`.
 */
export interface DossierRefusalFacts {
  'dossier-exists': { readonly dossier: DossierNumber };
  'dossier-missing': { readonly dossier: DossierNumber };
  'dossier-not-in-status': {
    readonly status: DossierStatus;
    readonly command: DossierCommandType;
  };
  'secret-project': { readonly projectName: string };
  'occurred-in-the-future': { readonly occurredAt: Instant; readonly recordedAt: Instant };
  'occurred-before-dossier': { readonly occurredAt: Instant; readonly openedAt: Instant };
  'project-code-malformed': { readonly projectCode: string };
  'project-code-missing': { readonly dossier: DossierNumber };
  'project-code-assigned': { readonly projectCode: string };
  'form-field-unknown': { readonly fields: readonly string[] };
  'form-answer-invalid': { readonly fields: readonly string[] };
  'form-incomplete': { readonly fields: readonly string[] };
  'not-eligible': { readonly conditions: readonly string[] };
  'no-competent-department': {
    readonly department: DepartmentKind;
    readonly region: RegionCode;
  };
  'nothing-to-apply-for': { readonly stage: StageSlug };
  'stage-unknown': { readonly stage: StageSlug };
  'stage-concluded': { readonly stage: StageSlug };
  'stage-items-open': { readonly stage: StageSlug; readonly items: readonly ItemSlug[] };
  'stages-open': { readonly stages: readonly StageSlug[] };
  'item-unknown': { readonly item: ItemSlug };
  'item-not-in-dossier': { readonly item: ItemSlug };
  'item-in-dossier': { readonly item: ItemSlug };
  'item-not-in-step': {
    readonly item: ItemSlug;
    readonly step: ItemStep;
    readonly command: DossierCommandType;
  };
  'item-not-of-stage': { readonly item: ItemSlug; readonly stage: StageSlug };
  'item-not-of-intake': { readonly item: ItemSlug; readonly intake: number };
  'prerequisites-missing': {
    readonly item: ItemSlug;
    readonly missing: readonly ItemSlug[];
  };
  'material-unknown': { readonly material: MaterialSlug };
  'material-attached': { readonly material: MaterialSlug; readonly hash: Sha256 };
  'material-not-attached': { readonly material: MaterialSlug; readonly hash: Sha256 };
  'material-frozen': { readonly material: MaterialSlug; readonly hash: Sha256 };
  'materials-missing': { readonly materials: readonly MaterialSlug[] };
  'pre-review-requested': { readonly stage: StageSlug };
  'pre-review-not-requested': { readonly stage: StageSlug };
  'intake-unknown': { readonly intake: number };
  'intake-closed': { readonly intake: number };
  'corrections-already-told': { readonly intake: number };
  'corrections-not-told': { readonly intake: number };
  'corrections-outstanding': { readonly intake: number; readonly items: readonly ItemSlug[] };
  'correction-day-passed': { readonly intake: number; readonly until: Day };
  'correction-day-not-reached': {
    readonly intake: number;
    readonly until: Day;
    readonly silent: readonly ItemSlug[];
  };
  'nothing-to-correct': { readonly intake: number };
  'opinion-not-asked': { readonly item: ItemSlug; readonly department: DepartmentId };
  'opinion-already-given': { readonly item: ItemSlug; readonly department: DepartmentId };
  'opinion-reason-missing': { readonly item: ItemSlug };
  'opinion-department-not-listed': {
    readonly item: ItemSlug;
    readonly departments: readonly DepartmentId[];
  };
  'opinion-own-department': { readonly item: ItemSlug; readonly department: DepartmentId };
  'answer-day-past': { readonly item: ItemSlug; readonly answerBy: Day };
  'disagreement-unanswered': {
    readonly item: ItemSlug;
    readonly departments: readonly DepartmentId[];
  };
  'reviewer-is-handler': { readonly item: ItemSlug; readonly person: PersonId };
  'approver-is-handler': { readonly item: ItemSlug; readonly person: PersonId };
  'approver-is-reviewer': { readonly item: ItemSlug; readonly person: PersonId };
  'grounds-incomplete': { readonly missing: readonly string[] };
  'reason-missing': { readonly command: DossierCommandType };
  'served-before-decided': { readonly item: ItemSlug; readonly servedOn: Day };
  'day-in-the-future': { readonly day: Day };
  'paper-already-expired': { readonly item: ItemSlug; readonly validUntil: Day };
  'agent-already-assigned': { readonly agent: PersonId };
  'investor-unchanged': { readonly name: string };
  'procedure-unchanged': { readonly procedure: string; readonly version: number };
  'procedure-of-other-kind': { readonly from: string; readonly to: string };
  'procedure-move-loses-items': { readonly items: readonly ItemSlug[] };
}

export type DossierRefusalCode = keyof DossierRefusalFacts;

export type DossierRefusal = {
  readonly [Code in DossierRefusalCode]: {
    readonly code: Code;
    readonly facts: DossierRefusalFacts[Code];
  };
}[DossierRefusalCode];

/** A refusal as the result of a decider. */
export function no<Code extends DossierRefusalCode>(
  code: Code,
  facts: DossierRefusalFacts[Code],
): Extract<Result<never, DossierRefusal>, { readonly ok: false }> {
  return { ok: false, error: { code, facts } as DossierRefusal };
}
