import type { ExpressionFacts } from '../../expression/compile-expression.ts';
import { whereIn } from '../../loading/located.ts';
import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import { appliesIn, tryCombinations, withDone } from '../combinations.ts';
import type { ModelItem, ProcedureModel } from '../procedure-model.ts';
import type { ProofRule } from '../subject.ts';
import { tooManyCombinations } from '../too-many-combinations.ts';

/**
 * No items wait for one another in a circle. Only items that can apply to one dossier count, and
 * a way around ("A or B") is a way out: within each knot of the graph of prerequisites every
 * combination of answers is played through.
 */
export const prerequisitesAcyclic: ProofRule = (model) =>
  knots(model.items).flatMap((knot) => judge(model, knot));

function judge(model: ProcedureModel, knot: readonly ModelItem[]): readonly DefinitionMistake[] {
  const found: DefinitionMistake[] = [];
  const about = knot.flatMap(({ when, needs }) => [when, needs]);
  const trial = tryCombinations(model, about, ({ facts, described }) => {
    const circle = circleAmong(model, knot, facts);
    const first = circle[0];
    if (!first) return 'go-on';
    const items = [...circle, first].map(({ item }) => item.item);
    found.push(
      mistake('prerequisites-circular', whereIn(first.origin.use, 'needs'), {
        items,
        combination: described,
      }),
    );
    return 'stop';
  });
  const first = knot[0];
  if (trial.isComplete || !first) return found;
  return [tooManyCombinations(first.origin.use, trial)];
}

/** Items of the knot that nothing can set going, in the order in which each waits for the next. */
function circleAmong(
  model: ProcedureModel,
  knot: readonly ModelItem[],
  facts: ExpressionFacts,
): readonly ModelItem[] {
  const stuck = new Set(knot.filter((item) => appliesIn(item, facts)));
  const isDone = (slug: string) => {
    const item = model.items.get(slug);
    return item !== undefined && appliesIn(item, facts) && !stuck.has(item);
  };
  let left = -1;
  while (left !== stuck.size) {
    left = stuck.size;
    for (const item of stuck) {
      if (item.needs?.evaluate(withDone(facts, isDone)) ?? true) stuck.delete(item);
    }
  }
  return followCircle(model, stuck);
}

/** Each stuck item waits for another stuck one, or for something that the other rule reports. */
function followCircle(model: ProcedureModel, stuck: ReadonlySet<ModelItem>): readonly ModelItem[] {
  for (const start of stuck) {
    const walked: ModelItem[] = [];
    let at: ModelItem | undefined = start;
    while (at && !walked.includes(at)) {
      walked.push(at);
      at = at.waitsFor
        .map((slug) => model.items.get(slug))
        .find((item) => item !== undefined && stuck.has(item));
    }
    if (at) return walked.slice(walked.indexOf(at));
  }
  return [];
}

/** Groups of items each of which waits, directly or not, for all the others of its group. */
function knots(items: ReadonlyMap<string, ModelItem>): ModelItem[][] {
  const ahead = new Map([...items.keys()].map((slug) => [slug, everythingAhead(items, slug)]));
  const seen = new Set<string>();
  const found: ModelItem[][] = [];
  for (const slug of items.keys()) {
    if (seen.has(slug) || ahead.get(slug)?.has(slug) !== true) continue;
    const knot = [...items.keys()].filter(
      (other) => ahead.get(slug)?.has(other) && ahead.get(other)?.has(slug),
    );
    for (const member of knot) seen.add(member);
    found.push(knot.flatMap((member) => items.get(member) ?? []));
  }
  return found;
}

function everythingAhead(items: ReadonlyMap<string, ModelItem>, slug: string): Set<string> {
  const found = new Set<string>();
  const open = [...(items.get(slug)?.waitsFor ?? [])];
  for (const next of open) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(items.get(next)?.waitsFor ?? []));
  }
  return found;
}
