import type { InputIssue, InputProblem } from '../application/commands/input-issues.ts';
import type { Sentence } from './sentence.ts';

const INPUT_PROBLEMS: Readonly<Record<InputProblem, (path: string) => Sentence>> = {
  'missing-or-wrong-type': (path) => ({
    zh: `“${path}”未填写或类型不对，请补上。`,
    en: `"${path}" is missing or of the wrong type; please supply it.`,
  }),
  'unknown-field': (path) => ({
    zh: `没有“${path}”这一项，请删去。`,
    en: `There is no field "${path}"; please remove it.`,
  }),
  'too-long-or-large': (path) => ({
    zh: `“${path}”过长或过大，请缩减。`,
    en: `"${path}" is too long or too large; please shorten it.`,
  }),
  'too-short-or-small': (path) => ({
    zh: `“${path}”过短或过小，请补足。`,
    en: `"${path}" is too short or too small; please complete it.`,
  }),
  'not-an-option': (path) => ({
    zh: `“${path}”不在可选范围内，请重新选择。`,
    en: `"${path}" is none of the options; please choose one.`,
  }),
  malformed: (path) => ({
    zh: `“${path}”的格式不对，请检查。`,
    en: `"${path}" is malformed; please check it.`,
  }),
};

/** What is wrong with a field and what to do, in both languages. */
export function inputIssueSentences({ path, problem }: InputIssue): Sentence {
  return INPUT_PROBLEMS[problem](path);
}
