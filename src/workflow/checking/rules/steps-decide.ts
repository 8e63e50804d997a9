import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import { whereItem, type ItemOrigin } from '../../loading/resolve.ts';
import type { Rule } from '../subject.ts';

const ORDER = ['handle', 'review', 'approve'] as const;

/** Handle, review, approve: each at most once, in this order, and somebody approves. */
export const stepsDecide: Rule = ({ items }) =>
  [...items.values()]
    .filter(({ item }) => item.kind !== 'external')
    .flatMap((origin) => [...approveMissing(origin), ...outOfOrder(origin)]);

function approveMissing(origin: ItemOrigin): DefinitionMistake[] {
  const { item, steps } = origin.item;
  if (steps.some(({ step }) => step === 'approve')) return [];
  return [mistake('approve-step-missing', whereItem(origin, 'steps'), { item })];
}

function outOfOrder(origin: ItemOrigin): DefinitionMistake[] {
  const { item, steps } = origin.item;
  const places = steps.map(({ step }) => ORDER.indexOf(step));
  return steps.flatMap(({ step }, index) => {
    const before = places.slice(0, index);
    const isLater = before.every((place) => place < ORDER.indexOf(step));
    const at = whereItem(origin, 'steps', index, 'step');
    return isLater ? [] : [mistake('steps-out-of-order', at, { item, step })];
  });
}
