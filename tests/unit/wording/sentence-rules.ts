import type { Sentence } from '../../../src/wording/sentence.ts';

type Rule = readonly [flaw: string, holds: (sentence: Sentence) => boolean];

const CHINESE = /\p{Script=Han}/u;
const FULL_WIDTH = /[，。：；、！？（）【】《》]/;
const LEAKED = /undefined|null|NaN|\[object|=>/;

const BOTH_LANGUAGES: readonly Rule[] = [
  ['no Chinese in the Chinese', ({ zh }) => CHINESE.test(zh)],
  ['no words in the English', ({ en }) => /[A-Za-z]/.test(en)],
  ['Chinese in the English', ({ en }) => !CHINESE.test(en) && !FULL_WIDTH.test(en)],
  ['a value that leaked', ({ zh, en }) => !LEAKED.test(zh) && !LEAKED.test(en)],
  ['space around it', ({ zh, en }) => zh.trim() === zh && en.trim() === en],
];

const WHAT_TO_DO: readonly Rule[] = [
  ...BOTH_LANGUAGES,
  ['no full stop', ({ zh, en }) => zh.endsWith('。') && en.endsWith('.')],
  ['a small first letter', ({ en }) => /^(\p{Lu}|“|x-)/u.test(en)],
  ['no advice in the Chinese', ({ zh }) => /请|无需/.test(zh)],
  ['no second sentence in the English', ({ en }) => /[.;:] /.test(en)],
];

/** What a label breaks: Chinese in the one, none in the other, no value that leaked. */
export function flawsOfLabel(label: Sentence): readonly string[] {
  return BOTH_LANGUAGES.filter(([, holds]) => !holds(label)).map(([flaw]) => flaw);
}

/** What a sentence to a user breaks: beside that it ends, and says what to do. */
export function flawsOfSentence(sentence: Sentence): readonly string[] {
  return WHAT_TO_DO.filter(([, holds]) => !holds(sentence)).map(([flaw]) => flaw);
}

/** Facts that a sentence keeps to itself: ids (they begin with `x-` in samples) and numbers. */
export function factsUntold(facts: object, { zh, en }: Sentence): readonly unknown[] {
  return (Object.values(facts).flat() as unknown[]).filter((fact) => {
    const isNamed = typeof fact === 'number' || (typeof fact === 'string' && fact.startsWith('x-'));
    return isNamed && !(zh.includes(String(fact)) && en.includes(String(fact)));
  });
}
