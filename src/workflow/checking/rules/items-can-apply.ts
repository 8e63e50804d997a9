import { whereIn } from '../../loading/located.ts';
import { mistake } from '../../loading/mistake.ts';
import type { ProofRule } from '../subject.ts';
import { canApply } from './stages-conclude.ts';

/** Every item applies to some eligible project; one that does not is dead wood (a warning). */
export const itemsCanApply: ProofRule = (model) =>
  [...model.items.values()].flatMap((item) => {
    if (!item.when) return [];
    const outcome = canApply(model, item);
    if (typeof outcome === 'object') return [outcome];
    if (outcome !== 'no') return [];
    return [
      mistake('item-never-applies', whereIn(item.origin.use, 'when'), { item: item.item.item }),
    ];
  });
