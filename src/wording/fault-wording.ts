import type { Sentence } from './sentence.ts';

/** The sentence for each code of a family of faults; total over the codes by its type. */
export type FaultWording<Facts extends { readonly code: string }> = {
  readonly [Code in Facts['code']]: (facts: Extract<Facts, { readonly code: Code }>) => Sentence;
};

/** The sentence of one fault by the wording of its family. */
export function faultSentence<Facts extends { readonly code: string }>(
  wording: FaultWording<Facts>,
  facts: Facts,
): Sentence {
  const sentence = wording[facts.code as Facts['code']] as (facts: Facts) => Sentence;
  return sentence(facts);
}
