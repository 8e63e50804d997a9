import { whereIn } from '../../loading/located.ts';
import { mistake } from '../../loading/mistake.ts';
import type { Rule } from '../subject.ts';

/** An item is due by the end of its own stage or of a later one. */
export const dueInTime: Rule = ({ definition, items }) => {
  const order = definition.stages.map(({ stage }) => stage);
  return [...items.values()].flatMap(({ item, stage, use }) => {
    const due = order.indexOf(item.dueBy);
    if (due < 0 || due >= order.indexOf(stage)) return [];
    const facts = { item: item.item, stage, dueBy: item.dueBy };
    return [mistake('due-before-own-stage', whereIn(use, 'dueBy'), facts)];
  });
};
