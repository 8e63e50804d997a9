import type { ItemSlug, StageSlug } from '../../kernel/ids.ts';
import { own } from './own.ts';
import type { Procedure, StageModel } from './procedure.ts';
import type { ItemEnding, ItemPhase } from './signal.ts';
import type { DossierFile, ItemState } from './state.ts';

/** Endings that make a stage end as rejected; what was withdrawn or dropped counts for nothing. */
const FAILURES: ReadonlySet<ItemEnding> = new Set([
  'rejected',
  'not-accepted',
  'returned',
  'failed',
]);
const IN_HAND: ReadonlySet<ItemPhase> = new Set(['received', 'waiting', 'working', 'decided']);

/** The items of the dossier that must have ended by the end of the stage. */
export function dueItems({ due }: StageModel, dossier: DossierFile): readonly ItemState[] {
  return due.flatMap((slug) => own(dossier.items, slug) ?? []);
}

export function openDueItems(stage: StageModel, dossier: DossierFile): readonly ItemSlug[] {
  return dueItems(stage, dossier)
    .filter(({ ending }) => ending === undefined)
    .map(({ item }) => item);
}

export function stageOutcome(stage: StageModel, dossier: DossierFile): 'approved' | 'rejected' {
  const isFailed = ({ ending }: ItemState) => ending !== undefined && FAILURES.has(ending);
  return dueItems(stage, dossier).some(isFailed) ? 'rejected' : 'approved';
}

/** What concluding the whole dossier now would come to. */
interface Conclusion {
  readonly outcome: 'approved' | 'rejected';
  /** Stages that stand in the way. */
  readonly open: readonly StageSlug[];
}

/**
 * A dossier ends as approved when every stage that has items of it was concluded so. It ends as
 * rejected as soon as one stage was: later stages need no conclusion then, but nothing of them may
 * be under examination or in a department's hands.
 */
export function conclusion(dossier: DossierFile, procedure: Procedure): Conclusion {
  const stages = procedure.stages.filter((stage) => concerns(stage, dossier));
  const outcomeOf = ({ slug }: StageModel) => own(dossier.stages, slug)?.outcome;
  const isRejected = stages.some((stage) => outcomeOf(stage) === 'rejected');
  const open = stages.filter(
    (stage) => outcomeOf(stage) === undefined && (!isRejected || isInHand(stage, dossier)),
  );
  return { outcome: isRejected ? 'rejected' : 'approved', open: open.map(({ slug }) => slug) };
}

function concerns({ items, due }: StageModel, dossier: DossierFile): boolean {
  return [...items, ...due].some((slug) => Object.hasOwn(dossier.items, slug));
}

function isInHand(stage: StageModel, dossier: DossierFile): boolean {
  return dueItems(stage, dossier).some(({ phase }) => IN_HAND.has(phase));
}
