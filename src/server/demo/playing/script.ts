import type { DossierCommandType } from '../../../domain/dossier/commands.ts';
import type { Correction, Grounds } from '../../../domain/dossier/parts.ts';
import type { Answers } from '../../../domain/dossier/procedure.ts';

/**
 * What the people of one demo dossier have in mind, as plain data: the applicant's papers, when the
 * agent applies, and the incidents of the departments. Whatever it does not mention goes the
 * ordinary way, and whose turn it is is never in here: that is read off the machines.
 */
export interface Script {
  readonly projectCode?: string;
  readonly answers: Answers;
  /** File names by stage and material, in the order in which they are handed in. */
  readonly papers: ByName<ByName<string>>;
  /** A stage that is not here is not applied for; others as soon as all conditions hold. */
  readonly applications: ByName<readonly Condition[]>;
  readonly preReviews: readonly string[];
  /** A milestone that is not here does not come. */
  readonly milestones: ByName<Milestone>;
  readonly incidents: readonly Incident[];
  /** What nobody does yet. */
  readonly held: readonly Held[];
  /** Whom the handler of an item asks, as ids; all others decide by themselves. */
  readonly opinionsFrom: ByName<readonly string[]>;
  /** What items and materials are called, for texts and file names. */
  readonly names: ByName<string>;
  /** What the paper is called that grants an item. */
  readonly papersIssued: ByName<string>;
}

/** By the slug of an item, stage or material. */
type ByName<Value> = Readonly<Record<string, Value>>;

/** Item granted, item's approval at least prepared, or an application for the stage accepted. */
export type Condition =
  { readonly granted: string } | { readonly prepared: string } | { readonly accepted: string };

interface Milestone {
  readonly reference: string;
  readonly when: readonly Condition[];
}

export type Incident =
  /** A department finds something to correct in the first application for the item. */
  | {
      readonly kind: 'correction';
      readonly item: string;
      readonly material: string;
      readonly problem: Correction['problem'];
      readonly note: string;
    }
  | { readonly kind: 'not-ready'; readonly item: string; readonly note: string }
  | {
      readonly kind: 'disagreement';
      readonly item: string;
      /** The department's id. */
      readonly department: string;
      readonly reason: string;
      /** What the approver says who approves all the same. */
      readonly overridingReason: string;
    }
  /** The first application for the item is rejected. */
  | {
      readonly kind: 'rejection';
      readonly item: string;
      readonly opinion: string;
      readonly grounds: Grounds;
      /** What the applicant does better before applying again; absent: it ends there. */
      readonly again?: { readonly material: string; readonly fileName: string };
    };

export type IncidentOf<Kind extends Incident['kind']> = Extract<Incident, { readonly kind: Kind }>;

/** Every field that is given must fit. */
export interface Held {
  readonly command?: DossierCommandType;
  readonly item?: string;
  readonly department?: string;
  /** A single move: `AttachMaterial.<material>.2` is the second file of the material. */
  readonly key?: string;
}

/** The incident of this kind that is planned for the item. */
export function incidentOf<Kind extends Incident['kind']>(
  { incidents }: Script,
  kind: Kind,
  item: string,
): IncidentOf<Kind> | undefined {
  return incidents.find((one): one is IncidentOf<Kind> => one.kind === kind && one.item === item);
}
