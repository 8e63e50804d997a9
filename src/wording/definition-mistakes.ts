import type { MistakeFacts } from '../workflow/loading/mistake-facts.ts';
import type { DefinitionMistake, MistakeCode } from '../workflow/loading/mistake.ts';
import { DEFINITION_EXAMPLE_SENTENCES } from './definition-example-mistakes.ts';
import { DEFINITION_FILE_SENTENCES } from './definition-file-mistakes.ts';
import { DEFINITION_RULE_SENTENCES } from './definition-rule-mistakes.ts';
import type { Sentence } from './sentence.ts';

/** What a mistake in a definition says to its author: what is wrong, and where it helps what to do. */
export function definitionMistakeSentence(mistake: DefinitionMistake): Sentence {
  const sentence = SENTENCES[mistake.code] as (facts: DefinitionMistake['facts']) => Sentence;
  return sentence(mistake.facts);
}

const SENTENCES: {
  readonly [Code in MistakeCode]: (facts: MistakeFacts[Code]) => Sentence;
} = {
  ...DEFINITION_FILE_SENTENCES,
  ...DEFINITION_RULE_SENTENCES,
  ...DEFINITION_EXAMPLE_SENTENCES,
};
