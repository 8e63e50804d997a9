import type { Limit, LimitUnit, Promised } from '../../definition/vocabulary.ts';
import { mistake, type DefinitionMistake, type Where } from '../../loading/mistake.ts';
import { whereItem, type ItemOrigin } from '../../loading/resolve.ts';
import type { Rule } from '../subject.ts';

/**
 * A promise is never longer than the law allows (Zhejiang art 12), in the item's own limits and in
 * those of each situation. Units are not converted: what is said holds for every calendar. A
 * number of working days lasts at least as many natural days, so a promise in working days whose
 * number exceeds a statutory limit in natural days is too long; other pairs of units are not judged.
 */
export const promisesWithinLimits: Rule = ({ items }) =>
  [...items.values()].flatMap((origin) => [
    ...compare(origin, origin.item.limits, ['limits']),
    ...origin.item.situations.flatMap(({ limits }, index) =>
      compare(origin, limits ?? [], ['situations', index, 'limits']),
    ),
  ]);

interface Placed {
  readonly promise: Pick<Promised, 'amount' | 'unit'>;
  readonly at: Where;
}

function compare(
  origin: ItemOrigin,
  limits: readonly Limit[],
  path: readonly [string, ...(string | number)[]],
): DefinitionMistake[] {
  const { item } = origin.item;
  // What runs from the decision (delivery, LL art 44) does not bound the time to decide.
  const statutory = limits.filter(
    ({ kind, starts }) => kind === 'statutory' && starts !== 'decided' && starts !== 'served',
  );
  return promisesOf(origin, limits, path).flatMap(({ promise, at }) =>
    statutory
      .filter((limit) => isLonger(promise, limit))
      .map((limit) =>
        mistake('promise-over-statutory', at, {
          item,
          promised: promise.amount,
          statutory: limit.amount,
          unit: promise.unit,
          statutoryUnit: limit.unit,
        }),
      ),
  );
}

/** The procedure's promise takes the place of promised limits. */
function promisesOf(
  origin: ItemOrigin,
  limits: readonly Limit[],
  [key, ...rest]: readonly [string, ...(string | number)[]],
): Placed[] {
  const { promise } = origin.item;
  if (promise) return [{ promise, at: whereItem(origin, 'promise') }];
  return limits.flatMap((limit, index) =>
    limit.kind === 'promised'
      ? [{ promise: limit, at: whereItem(origin, key, ...rest, index) }]
      : [],
  );
}

function isLonger(promise: Placed['promise'], limit: { amount: number; unit: LimitUnit }): boolean {
  const comparable =
    promise.unit === limit.unit ||
    (promise.unit === 'working-days' && limit.unit === 'natural-days');
  return comparable && promise.amount > limit.amount;
}
