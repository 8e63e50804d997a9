import type {
  DepartmentKind,
  ItemSlug,
  MaterialSlug,
  ProcedureId,
  Sha256,
  StageSlug,
} from '../../kernel/ids.ts';
import type { PostKind } from '../post.ts';
import type { DossierCommandType } from './commands.ts';
import type {
  DossierSignal,
  DossierStatus,
  ItemEnding,
  ItemPhase,
  ItemSignal,
  ItemStep,
} from './signal.ts';

/**
 * What the office needs of a procedure. `workflow` implements it from a published definition; the
 * domain knows neither YAML nor statecharts.
 */
export interface Procedure {
  readonly ref: ProcedureRef;
  readonly stages: readonly StageModel[];
  readonly items: ReadonlyMap<ItemSlug, ItemModel>;
  /** Whether acceptance needs a project code. */
  readonly projectCodeRequired: boolean;
  /** Natural days after the submission within which departments note corrections (Binzhou art 10). */
  readonly collectCorrectionsWithinDays: number;
  nextStatus(status: DossierStatus, signal: DossierSignal): DossierStatus | undefined;
  /** Names of the questions whose answers are data about a person. */
  readonly personalFields: ReadonlySet<string>;
  /** What is wrong with the answers: unknown field, wrong type, not among the options, … */
  formIssues(answers: Answers): readonly FormIssue[];
  /** Names of required questions that have no answer yet. */
  missingAnswers(answers: Answers): readonly string[];
  /** Names of the conditions that keep the project out of this procedure. */
  ineligible(answers: Answers): readonly string[];
  /** The items that apply, in the order of the definition. */
  matchItems(answers: Answers): readonly ItemSlug[];
  /** The papers that the given items ask for under these answers, each once. */
  materialsFor(answers: Answers, items: readonly ItemSlug[]): readonly MaterialDemand[];
  knowsMaterial(material: MaterialSlug): boolean;
}

export interface ProcedureRef {
  readonly id: ProcedureId;
  readonly version: number;
  readonly hash: Sha256;
}

export type Answer = string | number | boolean;
export type Answers = Readonly<Record<string, Answer>>;

export interface FormIssue {
  readonly field: string;
  readonly problem: 'unknown-field' | 'wrong-type' | 'not-an-option' | 'out-of-range';
}

export interface MaterialDemand {
  readonly material: MaterialSlug;
  readonly required: boolean;
  /** The items that ask for it. */
  readonly for: readonly ItemSlug[];
}

export interface StageModel {
  readonly slug: StageSlug;
  /** The kind of department that leads the stage (a parameter of the definition). */
  readonly lead: DepartmentKind;
  /** Items that are applied for with this stage. */
  readonly items: readonly ItemSlug[];
  /** Items that must have ended before the stage can be concluded. */
  readonly due: readonly ItemSlug[];
}

export type ItemKind = 'instant' | 'promised' | 'joint' | 'report-up' | 'external';

export interface ItemModel {
  readonly slug: ItemSlug;
  readonly kind: ItemKind;
  readonly stage: StageSlug;
  /** Absent for external items. */
  readonly department?: DepartmentKind;
  /** Whom the handler may ask, and for joint items must ask. */
  readonly opinionsFrom: readonly DepartmentKind[];
  /** Items whose outcome the prerequisites look at. */
  readonly needs: readonly ItemSlug[];
  prerequisitesMet(facts: PrerequisiteFacts): boolean;
  /** The table that its own machine was explored into. */
  readonly table: ItemTable;
}

export interface PrerequisiteFacts {
  readonly answers: Answers;
  /** Whether the item belongs to this dossier. */
  applies(item: ItemSlug): boolean;
  /** Whether it was granted, or its milestone reached. */
  isDone(item: ItemSlug): boolean;
}

export interface ItemTable {
  readonly initial: ItemStep;
  /** Whether the machine has this step: asked when a dossier is to move to another version. */
  has(step: ItemStep): boolean;
  /** The step after the signal, `undefined` where the machine does not hear it in this step. */
  next(step: ItemStep, signal: ItemSignal): ItemStep | undefined;
  /** Every transition that leaves the step. */
  leaving(step: ItemStep): readonly ItemTransition[];
  phase(step: ItemStep): ItemPhase;
  /** Set on final steps only. */
  ending(step: ItemStep): ItemEnding | undefined;
  /** True from the moment the permission is decided or the milestone reached. */
  isGranted(step: ItemStep): boolean;
}

/** Whose act it is, seen from the item. */
export type TurnOf =
  | 'item' // the department that is competent for the item
  | 'lead' // the lead department of the item's stage
  | 'opinion' // a department that was asked for its opinion
  | 'agency'; // the dossier's agent

export interface ItemTransition {
  readonly on: ItemSignal;
  readonly to: ItemStep;
  /** The command that brings it about; absent where it follows from something else. */
  readonly command?: DossierCommandType;
  readonly by: readonly PostKind[];
  readonly of: TurnOf;
}
