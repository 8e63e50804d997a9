import { mistake } from '../../loading/mistake.ts';
import { shrinkingItems } from '../prerequisite-tree.ts';
import type { ProofRule } from '../subject.ts';

/** Prerequisites that are met stay met, whatever else is done: an item never waits for a failure. */
export const prerequisitesGrow: ProofRule = ({ items }) =>
  [...items.values()].flatMap(({ item, needs, origin }) => {
    if (!needs) return [];
    const { document, path } = origin.use;
    return shrinkingItems(needs.ast).map((shrinking) =>
      mistake(
        'prerequisites-not-growing',
        document.whereInText([...path, 'needs'], shrinking.start),
        { item: item.item, needed: shrinking.item },
      ),
    );
  });
