import type { DepartmentId, ItemSlug, StageSlug } from '../../../kernel/ids.ts';
import type { PostKind } from '../../post.ts';
import type { Obstacles } from '../applying.ts';
import type { DossierCommandType } from '../commands.ts';
import type { TurnOf } from '../procedure.ts';
import type { ItemPhase, ItemStep } from '../signal.ts';
import type { Intake } from '../state.ts';
import type { Wait } from './waits.ts';

export type NextAction = StageAction | IntakeAction | ItemAction | WholeAction;

/** Whose move it is, and which commands make it. */
export interface Turn {
  readonly of: TurnOf;
  /** None where it is the agency's turn. */
  readonly department?: DepartmentId;
  readonly posts: readonly PostKind[];
  readonly commands: readonly DossierCommandType[];
}

/** An open item. */
export interface ItemAction {
  readonly about: 'item';
  readonly item: ItemSlug;
  readonly stage: StageSlug;
  readonly step: ItemStep;
  readonly phase: ItemPhase;
  /** What takes the item further. */
  readonly turns: readonly Turn[];
  /** What would take it out of the case: return, withdrawal, drop. */
  readonly exits: readonly Turn[];
  readonly waitsFor: readonly Wait[];
}

/** A stage that may be applied for, or concluded. */
export interface StageAction {
  readonly about: 'stage';
  readonly stage: StageSlug;
  readonly turns: readonly Turn[];
  /** What an application may be submitted for now; also what ended without a grant before. */
  readonly items: readonly ItemSlug[];
  /** What the application still lacks. */
  readonly obstacles: Obstacles;
}

/** An application under examination. */
export interface IntakeAction {
  readonly about: 'intake';
  readonly intake: number;
  readonly stage: StageSlug;
  readonly status: Intake['status'];
  readonly turns: readonly Turn[];
  readonly waitsFor: readonly Wait[];
}

/** What concerns the dossier as a whole. */
export interface WholeAction {
  readonly about: 'dossier';
  readonly turns: readonly Turn[];
}
