import type { Promised } from '../../definition/vocabulary.ts';
import type { ExpressionFacts } from '../../expression/compile-expression.ts';
import { members, whereIn, type Located } from '../../loading/located.ts';
import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import { whereItem } from '../../loading/resolve.ts';
import { appliesIn, tryCombinations } from '../combinations.ts';
import { countedDays, possibleDays } from '../counted-days.ts';
import {
  earliestFinishes,
  firstStage,
  latestDays,
  longPaths,
  type Finish,
  type StageCalendar,
} from '../critical-path.ts';
import type { ModelItem, ProcedureModel } from '../procedure-model.ts';
import type { ProofRule } from '../subject.ts';
import { tooManyCombinations } from '../too-many-combinations.ts';

/**
 * No critical path of promised limits exceeds the promise of its stage, for any combination of
 * answers. Every item that is due by the end of the stage is judged with all that it waits for. An item
 * of an earlier stage that is due by the end of this one is applied for with its own stage, so it
 * has the days of both. What an item costs is in `counted-days.ts`.
 *
 * Days are compared unit by unit. In a stage promised in working days, n natural days count as n
 * working days, the most they can contain, and the path shows their unit; every other pair of
 * units is a mistake.
 */
export const stagePromisesHold: ProofRule = (model) => {
  const { procedure } = model.subject;
  const foreign = [...model.items.values()].flatMap((item) => foreignUnits(model, item));
  if (foreign.length > 0) return foreign;
  const calendar = stageCalendar(model);
  return members(procedure, procedure.value.stages, 'stages').flatMap((stage, index) => {
    const around: Around = { model, calendar, index, latest: latestDays(model, calendar, index) };
    const due = [...model.items.values()].filter((item) => item.due === index);
    const judged = due.map((item) => judge(around, item));
    const untried = judged.flatMap(({ untried: one }) => one ?? []);
    const worst = judged
      .flatMap(({ over }) => over ?? [])
      .toSorted((a, b) => b.finish.day - a.finish.day)[0];
    return [...untried, ...(worst ? [exceeded(around, stage, worst)] : [])];
  });
};

interface Around {
  readonly model: ProcedureModel;
  readonly calendar: StageCalendar;
  readonly index: number;
  readonly latest: (item: ModelItem) => number;
}

interface Overrun {
  readonly finish: Finish;
  readonly facts: ExpressionFacts;
  readonly described: readonly string[];
}

interface Judgement {
  readonly over?: Overrun;
  readonly untried?: DefinitionMistake;
}

/** One item at the end of the paths: first by a bound over all items, then answer by answer. */
function judge({ model, calendar, index, latest }: Around, item: ModelItem): Judgement {
  const day = calendar.begins[index + 1] ?? Infinity;
  if (latest(item) <= day) return {};
  const paths = longPaths(model, item, { day, latest });
  const about = paths.items.flatMap((one) => [
    one.when,
    ...one.situations,
    ...(paths.conditions.get(one) ?? []).map(({ condition }) => condition),
  ]);
  let over: Overrun | undefined;
  const trial = tryCombinations(model, about, ({ facts, described }) => {
    if (!appliesIn(item, facts)) return 'go-on';
    const finish = earliestFinishes(model, paths, { calendar, facts, due: index }).get(item);
    if (finish && finish.day > (over?.finish.day ?? day)) over = { finish, facts, described };
    return 'go-on';
  });
  return {
    ...(over ? { over } : {}),
    ...(trial.isComplete ? {} : { untried: tooManyCombinations(item.origin.use, trial) }),
  };
}

function exceeded(
  { model, calendar, index }: Around,
  stage: Located<{ readonly promise: Promised }>,
  { finish, facts, described }: Overrun,
): DefinitionMistake {
  const first = firstStage(finish);
  const begins = calendar.begins[first] ?? 0;
  const { stages } = model.subject.definition;
  return mistake('promise-exceeded', whereIn(stage, 'promise', 'amount'), {
    stages: stages.slice(first, index + 1).map((one) => one.stage),
    days: finish.day - begins,
    promise: (calendar.begins[index + 1] ?? 0) - begins,
    unit: stage.value.promise.unit,
    path: pathTo(finish, facts),
    combination: described,
  });
}

function pathTo({ item, after }: Finish, facts: ExpressionFacts): string[] {
  const days = countedDays(item, facts);
  const unit = days?.unit === 'natural-days' ? ' natural-days' : '';
  const step = `${item.item.item} ${days?.amount ?? 0}${unit}`;
  return [...(after ? pathTo(after, facts) : []), step];
}

/** Stages follow one another, each taking the days that it promises. */
function stageCalendar({ subject }: ProcedureModel): StageCalendar {
  const begins = [0];
  for (const { promise } of subject.definition.stages) {
    begins.push((begins.at(-1) ?? 0) + promise.amount);
  }
  return { begins };
}

/** Days of an item, or of the stages it has for them, that cannot be added up. */
function foreignUnits(model: ProcedureModel, item: ModelItem): DefinitionMistake[] {
  const { stages } = model.subject.definition;
  const { origin } = item;
  return stages.slice(item.stage, item.due + 1).flatMap(({ stage, promise }) => {
    const units = [...possibleDays(item), stages[item.due]?.promise ?? promise];
    const foreign = units.find(({ unit }) => !addsUp(unit, promise.unit));
    if (!foreign) return [];
    const at = whereItem(origin, item.item.promise ? 'promise' : 'limits');
    const facts = { item: item.item.item, unit: foreign.unit, stage, stageUnit: promise.unit };
    return [mistake('units-not-comparable', at, facts)];
  });
}

function addsUp(unit: Promised['unit'], stageUnit: Promised['unit']): boolean {
  return unit === stageUnit || (unit === 'natural-days' && stageUnit === 'working-days');
}
