import type { PostKind } from '../../domain/post.ts';
import type { ItemKind } from '../../domain/dossier/procedure.ts';
import type { ResolvedItem } from '../definition/definition.ts';

/** The steps of the department that is competent for the item, in their one lawful order. */
export type ChainStep = 'handling' | 'reviewing' | 'approving';

/** What of a definition shapes the item's machine; everything else is no business of it. */
export interface ItemPlan {
  readonly kind: ItemKind;
  readonly chain: readonly ChainStep[];
  readonly by: Readonly<Record<ChainStep, readonly PostKind[]>>;
  readonly hasPrerequisites: boolean;
  readonly opinions: 'none' | 'may' | 'must';
  /** A favourable decision puts out a paper. */
  readonly hasResult: boolean;
}

const CHAIN_STEPS = [
  { rule: 'handle', step: 'handling' },
  { rule: 'review', step: 'reviewing' },
  { rule: 'approve', step: 'approving' },
] as const;

export function planItem(item: ResolvedItem): ItemPlan {
  const by = { handling: postsOf(item, 'handle'), reviewing: postsOf(item, 'review') };
  return {
    kind: item.kind,
    chain: CHAIN_STEPS.filter(({ rule }) => item.steps.some((one) => one.step === rule)).map(
      ({ step }) => step,
    ),
    by: { ...by, approving: postsOf(item, 'approve') },
    hasPrerequisites: item.needs !== undefined,
    opinions: item.opinions === undefined ? 'none' : item.kind === 'joint' ? 'must' : 'may',
    hasResult: item.result !== undefined,
  };
}

function postsOf(
  item: ResolvedItem,
  rule: (typeof CHAIN_STEPS)[number]['rule'],
): readonly PostKind[] {
  return item.steps.find((one) => one.step === rule)?.by ?? [];
}
