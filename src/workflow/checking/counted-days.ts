import type { Limit, Promised } from '../definition/vocabulary.ts';
import type { ExpressionFacts } from '../expression/compile-expression.ts';
import type { ModelItem } from './procedure-model.ts';

export type Days = Pick<Promised, 'amount' | 'unit'>;

/**
 * The days that an item may take under these answers: its longest promised limit (the procedure's
 * promise, else that of the situation, else its own), else its longest statutory one. Nothing for
 * instant items, nor for external ones: while a milestone is awaited the clock stands still.
 */
export function countedDays(item: ModelItem, facts: ExpressionFacts): Days | undefined {
  return hasClock(item) ? longest(item.limits(facts)) : undefined;
}

/** The same over all situations, whatever the answers. */
export function possibleDays(item: ModelItem): Days[] {
  if (!hasClock(item)) return [];
  const { promise, limits, situations } = item.item;
  if (promise) return [promise];
  const variants = [limits, ...situations.flatMap((one) => (one.limits ? [one.limits] : []))];
  return variants.flatMap((variant) => longest(variant) ?? []);
}

export function greatestDays(item: ModelItem): number {
  return Math.max(0, ...possibleDays(item).map(({ amount }) => amount));
}

function hasClock({ item }: ModelItem): boolean {
  return item.kind !== 'external' && item.kind !== 'instant';
}

function longest(limits: readonly Limit[]): Limit | undefined {
  const promised = limits.filter(({ kind }) => kind === 'promised');
  const counted = promised.length > 0 ? promised : limits;
  return counted.toSorted((a, b) => b.amount - a.amount)[0];
}
