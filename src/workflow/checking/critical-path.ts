import type { ExpressionFacts } from '../expression/compile-expression.ts';
import { appliesIn, withDone } from './combinations.ts';
import { countedDays, greatestDays } from './counted-days.ts';
import type { ModelItem, Prerequisite, ProcedureModel } from './procedure-model.ts';

/**
 * The calendar of a procedure that keeps its promises to the day: `begins[n]` is the day on which
 * stage n begins, and the entry after the last the day on which all is over.
 */
export interface StageCalendar {
  readonly begins: readonly number[];
}

/** When an item is through if everybody takes all the days they promise, and what held it up. */
export interface Finish {
  readonly item: ModelItem;
  readonly day: number;
  /** The item whose completion let this one begin; none where it began with its stage. */
  readonly after: Finish | undefined;
}

/** The part of a graph of prerequisites in which a path can be too long. */
export interface LongPaths {
  readonly items: readonly ModelItem[];
  readonly conditions: ReadonlyMap<ModelItem, readonly Prerequisite[]>;
}

/**
 * Whatever the answers, an item is through by this day: as if everything it mentions applied and
 * had to be waited for. Items due by the end of an earlier stage are through by its end, which
 * is that stage's own affair.
 */
export function latestDays(
  model: ProcedureModel,
  calendar: StageCalendar,
  due: number,
): (item: ModelItem) => number {
  const known = new Map<ModelItem, number>();
  const latest = (item: ModelItem): number => {
    const before = known.get(item);
    if (before !== undefined) return before;
    // Where items wait for one another in some circle that never applies as a whole, no bound.
    known.set(item, Infinity);
    const day = Math.min(runsOut(item), endOfStage(item));
    known.set(item, day);
    return day;
  };
  const runsOut = (item: ModelItem) =>
    Math.max(beginOf(calendar, item), ...item.waitsFor.map((slug) => latestOf(slug))) +
    greatestDays(item);
  const latestOf = (slug: string) => {
    const item = model.items.get(slug);
    return item ? latest(item) : 0;
  };
  const endOfStage = (item: ModelItem) => (item.due < due ? endOf(calendar, item) : Infinity);
  return latest;
}

/**
 * Keeps only conditions that can hold the last item up past the day. What is left out comes in time
 * under all answers, so it decides nothing, and its questions need not be varied.
 */
export function longPaths(
  model: ProcedureModel,
  last: ModelItem,
  around: { readonly day: number; readonly latest: (item: ModelItem) => number },
): LongPaths {
  const conditions = new Map<ModelItem, readonly Prerequisite[]>();
  const slack = new Map<ModelItem, number>([[last, around.day]]);
  const open = [last];
  for (const item of open) {
    // Nothing is through before day 0, so below it every condition is kept.
    const startBy = Math.max(-1, (slack.get(item) ?? Infinity) - greatestDays(item));
    const kept = item.conditions.filter(({ waitsFor }) =>
      itemsNamed(model, waitsFor).some((ahead) => around.latest(ahead) > startBy),
    );
    conditions.set(item, kept);
    for (const ahead of kept.flatMap(({ waitsFor }) => itemsNamed(model, waitsFor))) {
      if (startBy >= (slack.get(ahead) ?? Infinity)) continue;
      slack.set(ahead, startBy);
      open.push(ahead);
    }
  }
  return { items: [...conditions.keys()], conditions };
}

/**
 * Plays the paths through: every item starts the moment its conditions are met, not before its own
 * stage begins, and takes its days. What can never start is absent from the result.
 */
export function earliestFinishes(
  model: ProcedureModel,
  paths: LongPaths,
  around: {
    readonly calendar: StageCalendar;
    readonly facts: ExpressionFacts;
    readonly due: number;
  },
): ReadonlyMap<ModelItem, Finish> {
  const { facts } = around;
  const waiting = new Set(paths.items.filter((item) => appliesIn(item, facts)));
  const finished = new Map<ModelItem, Finish>();
  const running = new Map<ModelItem, Finish>();
  const now = withDone(facts, (slug) => itemsNamed(model, [slug]).some((one) => finished.has(one)));
  const isReady = (item: ModelItem) =>
    (paths.conditions.get(item) ?? []).every(({ condition }) => condition.evaluate(now));
  let last: Finish | undefined;
  do {
    for (const item of [...waiting].filter(isReady)) {
      waiting.delete(item);
      running.set(item, start(item, last, around));
    }
    last = earliest(running);
    if (last) {
      running.delete(last.item);
      finished.set(last.item, last);
    }
  } while (last);
  return finished;
}

/** Sets an item going at the moment of the last completion, or with its stage. */
function start(
  item: ModelItem,
  last: Finish | undefined,
  { calendar, facts, due }: Parameters<typeof earliestFinishes>[2],
): Finish {
  const begins = beginOf(calendar, item);
  const after = last && holdsUp(last, item, begins) ? last : undefined;
  const day = (after?.day ?? begins) + (countedDays(item, facts)?.amount ?? 0);
  const isEarlier = item.due < due;
  return { item, after, day: isEarlier ? Math.min(day, endOf(calendar, item)) : day };
}

/** What was through before the item's own stage began is no part of its path. */
function holdsUp(last: Finish, item: ModelItem, begins: number): boolean {
  return last.day > begins || (last.day === begins && last.item.stage === item.stage);
}

/** Which stage the path begins with. */
export function firstStage(finish: Finish): number {
  return finish.after ? firstStage(finish.after) : finish.item.stage;
}

function beginOf({ begins }: StageCalendar, item: ModelItem): number {
  return begins[item.stage] ?? 0;
}

function endOf({ begins }: StageCalendar, item: ModelItem): number {
  return begins[item.due + 1] ?? Infinity;
}

function itemsNamed(model: ProcedureModel, slugs: readonly string[]): ModelItem[] {
  return slugs.flatMap((slug) => model.items.get(slug) ?? []);
}

function earliest(running: ReadonlyMap<ModelItem, Finish>): Finish | undefined {
  let found: Finish | undefined;
  for (const finish of running.values()) {
    if (!found || finish.day < found.day) found = finish;
  }
  return found;
}
