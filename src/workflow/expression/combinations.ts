import type { Answer, Answers } from '../../domain/dossier/procedure.ts';
import type { CompiledExpression, ExpressionFacts } from './compile-expression.ts';
import { readAnswers, type AskedQuestion } from './read-answers.ts';
import { questionValues, type QuestionValues } from './question-values.ts';

/** Sets of answers to try a definition with. */
export interface Combinations {
  readonly answers: readonly Answers[];
  /** The questions that vary: those the expressions mention, and those that hide or show them. */
  readonly questions: readonly string[];
  /**
   * - `all`: every combination that the expressions can tell apart is there;
   * - `sampled`: every value of every question, but a number or text is used in arithmetic or
   *   compared with another answer, so that its values are only examples;
   * - `pairs`: the product was over the limit; every pair of values of two questions is there.
   */
  readonly coverage: 'all' | 'sampled' | 'pairs';
}

export interface Varying {
  /** The whole form, in its order. */
  readonly asked: readonly AskedQuestion[];
  readonly param: ExpressionFacts['param'];
}

const COMBINATIONS_MAX = 20_000;

/**
 * The combinations of answers that the expressions can tell apart: booleans both ways, every
 * option, numbers at, below and above everything they are compared with. Answers to hidden
 * questions are left out, so what a person cannot enter is not tried.
 */
export function satisfiableCombinations(
  expressions: readonly CompiledExpression[],
  varying: Varying,
  combinationsMax: number = COMBINATIONS_MAX,
): Combinations {
  const { asked, param } = varying;
  const all = withConditions(expressions, asked);
  const mentioned = new Set(all.flatMap(({ references }) => [...references.form]));
  const values = asked
    .filter(({ question }) => mentioned.has(question.id))
    .map(({ question }) => questionValues(question, all, param));
  const size = values.reduce((times, one) => times * one.values.length, 1);
  const fits = size <= combinationsMax;
  const rows = fits ? product(values) : pairs(values);
  const isExact = values.every((one) => one.isExact);
  return {
    answers: distinct(rows.map((row) => readAnswers(asked, row, param).shown)),
    questions: values.map(({ id }) => id),
    coverage: fits ? (isExact ? 'all' : 'sampled') : 'pairs',
  };
}

/** The expressions with the conditions of the questions they mention, and of those in turn. */
function withConditions(
  expressions: readonly CompiledExpression[],
  asked: readonly AskedQuestion[],
): readonly CompiledExpression[] {
  const conditions = new Map(asked.map(({ question, when }) => [question.id, when]));
  const all = new Set(expressions);
  for (const { references } of all) {
    for (const id of references.form) {
      const condition = conditions.get(id);
      if (condition) all.add(condition);
    }
  }
  return [...all];
}

/** One choice of values; a question without an answer is there as `undefined`. */
type Row = Readonly<Record<string, Answer | undefined>>;

function product(values: readonly QuestionValues[]): readonly Row[] {
  return values.reduce<readonly Row[]>(
    (rows, { id, values: each }) =>
      rows.flatMap((row) => each.map((value) => ({ ...row, [id]: value }))),
    [{}],
  );
}

/** Rows in which every two values of two questions meet at least once, built greedily. */
function pairs(values: readonly QuestionValues[]): readonly Row[] {
  const open = new Map(
    values.flatMap((one, index) =>
      values
        .slice(index + 1)
        .flatMap((other) =>
          product([one, other]).map((pair): [string, Row] => [JSON.stringify(keyed(pair)), pair]),
        ),
    ),
  );
  const rows: Row[] = [];
  for (const pair of open.values()) {
    const row = values.reduce<Row>(
      (chosen, one) => (Object.hasOwn(chosen, one.id) ? chosen : extend(chosen, one, open)),
      pair,
    );
    for (const met of pairsIn(row)) open.delete(met);
    rows.push(row);
  }
  return rows;
}

/** The row with that value of the question that meets the most pairs not met before. */
function extend(row: Row, question: QuestionValues, open: ReadonlyMap<string, Row>): Row {
  const candidates = question.values.map((value) => ({ ...row, [question.id]: value }));
  const news = candidates.map((one) => pairsIn(one).filter((key) => open.has(key)).length);
  return candidates[news.indexOf(Math.max(...news))] ?? row;
}

function pairsIn(row: Row): readonly string[] {
  const chosen = keyed(row);
  return chosen.flatMap((one, index) =>
    chosen.slice(index + 1).map((other) => JSON.stringify([one, other])),
  );
}

/** The choices in an order of their own, so that a pair has one key wherever it comes from. */
function keyed(row: Row): readonly (readonly [string, Answer | undefined])[] {
  return Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1));
}

/** Rows that differ in hidden answers alone are one. */
function distinct(rows: readonly Answers[]): readonly Answers[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}
