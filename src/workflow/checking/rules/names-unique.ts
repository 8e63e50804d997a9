import { duplicateSlugs } from '../../loading/catalogue.ts';
import { members } from '../../loading/located.ts';
import type { ItemOrigin } from '../../loading/resolve.ts';
import type { Rule } from '../subject.ts';

/** No two stages, items, questions, options, parameters or situations carry one name. */
export const namesUnique: Rule = ({ procedure, items }) => {
  const { stages, form, parameters } = procedure.value;
  const placedStages = members(procedure, stages, 'stages');
  return [
    ...duplicateSlugs(placedStages, 'stage'),
    ...duplicateSlugs(
      placedStages.flatMap((stage) => members(stage, stage.value.items, 'items')),
      'item',
    ),
    ...duplicateSlugs(members(procedure, form, 'form'), 'id'),
    ...duplicateSlugs(members(procedure, parameters, 'parameters'), 'parameter'),
    ...members(procedure, form, 'form').flatMap((question) =>
      question.value.type === 'choice'
        ? duplicateSlugs(members(question, question.value.options, 'options'), 'option')
        : [],
    ),
    ...[...items.values()].flatMap(({ catalogue }: ItemOrigin) =>
      duplicateSlugs(members(catalogue, catalogue.value.situations, 'situations'), 'situation'),
    ),
  ];
};
