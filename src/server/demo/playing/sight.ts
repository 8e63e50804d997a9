import type { Turn } from '../../../domain/dossier/next-actions.ts';
import { own } from '../../../domain/dossier/own.ts';
import type { Correction, OpinionAnswer } from '../../../domain/dossier/parts.ts';
import type { Intake, ItemState } from '../../../domain/dossier/state.ts';
import type { ItemSlug, MaterialSlug, StageSlug } from '../../../kernel/ids.ts';
import type { Condition } from './script.ts';

/** What those who take part can see of a dossier, in one process or over the wire. */
export interface Sight {
  readonly isFormEmpty: boolean;
  readonly next: readonly SeenAction[];
  readonly items: Readonly<Record<ItemSlug, SeenItem>>;
  readonly stages: Readonly<Record<StageSlug, { readonly preReviewRequested: boolean }>>;
  readonly intakes: readonly SeenIntake[];
  /** File names by material. */
  readonly materials: Readonly<Record<MaterialSlug, readonly string[]>>;
}

/** Whose move something is; as `nextActions` says it. */
export type SeenAction = SeenItemAction | SeenIntakeAction | SeenStageAction | SeenWholeAction;

interface SeenTurns {
  readonly turns: readonly Turn[];
}

export interface SeenItemAction extends SeenTurns {
  readonly about: 'item';
  readonly item: ItemSlug;
}

export interface SeenIntakeAction extends SeenTurns {
  readonly about: 'intake';
  readonly intake: number;
  /** For corrections, for what departments note, for the project code. */
  readonly isWaiting: boolean;
}

export interface SeenStageAction extends SeenTurns {
  readonly about: 'stage';
  readonly stage: StageSlug;
  /** What an application may be submitted for now. */
  readonly items: readonly ItemSlug[];
  readonly missingMaterials: readonly MaterialSlug[];
}

interface SeenWholeAction extends SeenTurns {
  readonly about: 'dossier';
}

export interface SeenItem extends Pick<
  ItemState,
  'stage' | 'step' | 'attempt' | 'granted' | 'ending' | 'proposal' | 'intake'
> {
  /** Those that were given. */
  readonly opinions: readonly OpinionAnswer[];
}

export interface SeenIntake extends Pick<Intake, 'intake' | 'stage' | 'status'> {
  readonly noted: Readonly<Record<ItemSlug, readonly Correction[]>>;
}

/** The step of an approval that waits for the prerequisites. */
const PREPARED = 'waiting-ready';

export function holdsIn({ items, intakes }: Sight, condition: Condition): boolean {
  if ('granted' in condition) return own(items, condition.granted)?.granted === true;
  if ('prepared' in condition) {
    const item = own(items, condition.prepared);
    return item !== undefined && (item.granted || item.step === PREPARED);
  }
  return intakes.some(({ stage, status }) => stage === condition.accepted && status === 'closed');
}
