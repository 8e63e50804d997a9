import type { DepartmentId, ItemSlug, MaterialSlug, Sha256, StageSlug } from '../../kernel/ids.ts';
import type { Day } from '../../kernel/instant.ts';
import type { Personal } from '../personal.ts';

/** The person an office may call about a dossier. */
export interface Contact {
  readonly name: string;
  readonly phone: string;
  readonly idNumber?: string;
}

export interface Investor {
  readonly name: string;
  readonly kind: 'government' | 'enterprise' | 'individual';
  /** Unified social credit code, 18 characters (GB 32100-2015). */
  readonly creditCode?: string;
  readonly contact: Personal<Contact>;
}

/** A file in the content-addressed store. */
export interface Attachment {
  readonly hash: Sha256;
  readonly sizeBytes: number;
  /** Sniffed from the content, never taken from the sender. */
  readonly mediaType: string;
  readonly fileName: string;
}

export interface Correction {
  readonly material: MaterialSlug;
  readonly problem:
    'missing' | 'illegible' | 'wrong-form' | 'inconsistent' | 'expired' | 'unsigned' | 'incomplete';
  readonly note: string;
}

/** An item matched to the department that is competent for it. External items have none. */
export interface MatchedItem {
  readonly item: ItemSlug;
  readonly stage: StageSlug;
  readonly department?: DepartmentId;
}

export interface StageLead {
  readonly stage: StageSlug;
  readonly department: DepartmentId;
}

export type OpinionAnswer =
  | 'agree'
  | 'disagree' // with reason
  | 'report-up'; // agrees, but its own superior must confirm: a second answer follows

/** Grounds told to an applicant with every "no" of a department (LL art 38). */
export interface Grounds {
  readonly reason: string;
  /** The article or standard relied on. */
  readonly basis: string;
  /** How and where to object: reconsideration, suit. */
  readonly remedy: string;
}

export type ServiceManner = 'window' | 'post' | 'electronic' | 'left' | 'public-notice';

export interface Service {
  readonly manner: ServiceManner;
  /** Receipt number, tracking number, signature reference. */
  readonly proof: string;
  readonly servedOn: Day;
}

export type PreReviewAdvice = 'ready' | 'not-ready';
