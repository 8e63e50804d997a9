import { members, whereIn } from '../../loading/located.ts';
import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import { appliesIn, tryCombinations } from '../combinations.ts';
import type { ModelItem, ProcedureModel } from '../procedure-model.ts';
import type { ProofRule } from '../subject.ts';
import { tooManyCombinations } from '../too-many-combinations.ts';

/**
 * Every stage, and with the stages the dossier, can be approved and can be rejected: something is
 * due by its end, for some project it applies, and it has both outcomes. That an item can be
 * granted and refused is proven on its machine, that its prerequisites can come on theirs.
 */
export const stagesConclude: ProofRule = (model) => {
  const { procedure } = model.subject;
  return members(procedure, procedure.value.stages, 'stages').flatMap((stage, index) => {
    const due = [...model.items.values()].filter((item) => item.due === index);
    const { stage: slug } = stage.value;
    if (due.length === 0) {
      return [mistake('stage-without-due-items', whereIn(stage, 'stage'), { stage: slug })];
    }
    const outcomes = due.map((item) => canApply(model, item));
    const unproven = outcomes.find((one) => typeof one === 'object');
    if (outcomes.includes('yes') || outcomes.includes('unknown')) return [];
    if (unproven) return [unproven];
    return ['approved', 'rejected'].map((ending) =>
      mistake('stage-ending-unreachable', whereIn(stage, 'stage'), { stage: slug, ending }),
    );
  });
};

/** Whether the item applies to any eligible project; unknown where only samples could be tried. */
export function canApply(
  model: ProcedureModel,
  item: ModelItem,
): 'yes' | 'no' | 'unknown' | DefinitionMistake {
  let applies = false;
  const trial = tryCombinations(model, [item.when], ({ facts }) => {
    applies = appliesIn(item, facts);
    return applies ? 'stop' : 'go-on';
  });
  if (applies) return 'yes';
  if (!trial.isComplete) return tooManyCombinations(item.origin.use, trial);
  return trial.isExact ? 'no' : 'unknown';
}
