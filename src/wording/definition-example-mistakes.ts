import type { ExampleFacts } from '../workflow/loading/mistake-facts.ts';
import type { Sentence } from './sentence.ts';

/** Worked examples that the office's rules take another way than their author thought. */
export const DEFINITION_EXAMPLE_SENTENCES: {
  readonly [Code in keyof ExampleFacts]: (facts: ExampleFacts[Code]) => Sentence;
} = {
  'example-form-refused': ({ refusal, detail }) => ({
    zh: `示例的表单未被接受（${refusal}）：${detail.join('；')}`,
    en: `The form of the example is refused (${refusal}): ${detail.join('; ')}`,
  }),
  'example-answer-wrong': ({ question, problem }) => ({
    zh: `示例对问题“${question}”的回答不对（${problem}）。`,
    en: `The example answers “${question}” wrongly (${problem}).`,
  }),
  'example-step-refused': ({ command, refusal, detail }) => ({
    zh: `这一步的“${command}”被拒绝（${refusal}）：${detail.join('；')}`,
    en: `“${command}” of this step is refused (${refusal}): ${detail.join('; ')}`,
  }),
  'example-step-impossible': ({ item, state }) => ({
    zh: `事项“${item}”处于“${state}”，从这里走不到这一步要求的地方。`,
    en: `“${item}” stands in “${state}”; no way leads from there to where this step sends it.`,
  }),
  'example-step-not-refused': ({ refusal }) => ({
    zh: `这一步本应被拒绝（${refusal}），实际却做成了。`,
    en: `This step should be refused (${refusal}), but it was done.`,
  }),
  'example-stage-stuck': ({ stage, items }) => ({
    zh: `阶段“${stage}”无法办结，未了事项：${items.join('、')}。`,
    en: `The stage “${stage}” cannot be finished; still open: ${items.join(', ')}.`,
  }),
  'example-outcome-differs': ({ of, expected, found }) => ({
    zh: `“${of}”应为“${expected}”，实际为“${found}”。`,
    en: `“${of}” should end as “${expected}” but is “${found}”.`,
  }),
  'example-item-ending-missing': ({ kind, ending }) => ({
    zh: `没有示例让“${kind}”类事项走到“${ending}”。`,
    en: `No example brings an item of the kind “${kind}” to the ending “${ending}”.`,
  }),
  'example-stage-ending-missing': ({ stage, ending }) => ({
    zh: `没有示例让阶段“${stage}”以“${ending}”办结。`,
    en: `No example ends the stage “${stage}” as “${ending}”.`,
  }),
  'example-dossier-ending-missing': ({ ending }) => ({
    zh: `没有示例让项目件以“${ending}”了结。`,
    en: `No example ends the dossier as “${ending}”.`,
  }),
};
