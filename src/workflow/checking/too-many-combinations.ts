import { whereIn, type Located } from '../loading/located.ts';
import { mistake, type DefinitionMistake } from '../loading/mistake.ts';
import { COMBINATIONS_MAX, type Trial } from './combinations.ts';

/** What is not proven is said: the definition is not right until it can be tried whole. */
export function tooManyCombinations(at: Located<unknown>, trial: Trial): DefinitionMistake {
  return mistake('combinations-too-many', whereIn(at), {
    questions: trial.questions,
    triedMax: COMBINATIONS_MAX,
  });
}
