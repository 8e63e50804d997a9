import { mistake } from '../../loading/mistake.ts';
import { whereItem } from '../../loading/resolve.ts';
import type { Rule } from '../subject.ts';

/**
 * An item that officers work on has a limit of some kind (a warning: where law and office name none,
 * nothing can be late and the critical path counts no days).
 */
export const limitsGiven: Rule = ({ items }) =>
  [...items.values()].flatMap((origin) => {
    const { item, kind, limits, promise, situations } = origin.item;
    const hasNone =
      limits.length === 0 && !promise && situations.every((one) => one.limits === undefined);
    if (kind === 'external' || kind === 'instant' || !hasNone) return [];
    return [mistake('limit-missing', whereItem(origin, 'item'), { item })];
  });
