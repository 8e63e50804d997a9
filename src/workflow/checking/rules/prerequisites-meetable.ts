import type { ExpressionFacts } from '../../expression/compile-expression.ts';
import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import { appliesIn, tryCombinations, withDone } from '../combinations.ts';
import type { ModelItem, Prerequisite, ProcedureModel } from '../procedure-model.ts';
import type { ProofRule } from '../subject.ts';
import { tooManyCombinations } from '../too-many-combinations.ts';

/**
 * Whatever the form says, an item that applies can have its prerequisites met by items that apply
 * too and are due no later than itself. Each item is judged by itself, condition by condition, with
 * everything ahead of it done: since there are no circles, all follows.
 */
export const prerequisitesMeetable: ProofRule = (model) =>
  [...model.items.values()].flatMap((item) =>
    item.conditions.flatMap((prerequisite) => judge(model, item, prerequisite)),
  );

function judge(
  model: ProcedureModel,
  item: ModelItem,
  { condition, waitsFor }: Prerequisite,
): DefinitionMistake[] {
  const { document, path } = item.origin.use;
  const found: DefinitionMistake[] = [];
  const trial = tryCombinations(model, [item.when, condition], ({ facts, described }) => {
    if (!appliesIn(item, facts)) return 'go-on';
    const comes = (slug: string) => comesInTime(model, item, { slug, facts });
    if (condition.evaluate(withDone(facts, comes))) return 'go-on';
    const missing = waitsFor.filter((slug) => !comes(slug));
    const at = document.whereInText(
      [...path, 'needs'],
      item.needs?.text.indexOf(condition.text) ?? 0,
    );
    const told = { item: item.item.item, missing, combination: described };
    found.push(mistake('prerequisites-unmeetable', at, told));
    return 'stop';
  });
  return trial.isComplete ? found : [tooManyCombinations(item.origin.use, trial)];
}

function comesInTime(
  model: ProcedureModel,
  waiting: ModelItem,
  { slug, facts }: { readonly slug: string; readonly facts: ExpressionFacts },
): boolean {
  const needed = model.items.get(slug);
  return needed !== undefined && appliesIn(needed, facts) && needed.due <= waiting.due;
}
