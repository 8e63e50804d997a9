import type { Answers } from '../../domain/dossier/procedure.ts';
import type { CompiledExpression, ExpressionFacts } from '../expression/compile-expression.ts';
import { satisfiableCombinations } from '../expression/combinations.ts';
import { readAnswers } from '../expression/read-answers.ts';
import type { ModelItem, ProcedureModel } from './procedure-model.ts';

/** One way of filling in the questions that matter. */
interface Combination {
  readonly facts: ExpressionFacts;
  /** The answers given, `question = answer`, in the order of the form. */
  readonly described: readonly string[];
}

/** What came of trying, and which questions were varied. */
export interface Trial {
  /** False where there were too many combinations to try them all. */
  readonly isComplete: boolean;
  /** The answers tried stand for all answers, so that what was not found is not there. */
  readonly isExact: boolean;
  readonly questions: readonly string[];
}

/** A second of work; past it a rule says that it could not try everything. */
export const COMBINATIONS_MAX = 100_000;

/**
 * Tries every combination of answers that an eligible project can give and that the expressions
 * can tell apart, until `visit` says stop. Other questions stay unanswered: nothing looks at them.
 * Those that decide whether a question is shown, and conditions of eligibility that share a
 * question with the expressions, are varied too.
 */
export function tryCombinations(
  model: ProcedureModel,
  about: readonly (CompiledExpression | undefined)[],
  visit: (combination: Combination) => 'go-on' | 'stop',
): Trial {
  const { asked, param } = model;
  const { expressions, conditions } = relevant(model, about);
  const { answers, questions, coverage } = satisfiableCombinations(
    expressions,
    { asked, param },
    COMBINATIONS_MAX,
  );
  for (const one of answers) {
    const facts = factsFor(model, readAnswers(asked, one, param).complete);
    if (!conditions.every((condition) => condition.evaluate(facts))) continue;
    const described = Object.entries(one).map(([id, answer]) => `${id} = ${String(answer)}`);
    if (visit({ facts, described }) === 'stop') break;
  }
  return { isComplete: coverage !== 'pairs', isExact: coverage === 'all', questions };
}

/** Whether the item belongs to a dossier with these answers. */
export function appliesIn(item: ModelItem, facts: ExpressionFacts): boolean {
  return item.when?.evaluate(facts) ?? true;
}

/** The same facts with another idea of what is done. */
export function withDone(
  facts: ExpressionFacts,
  isDone: (item: string) => boolean,
): ExpressionFacts {
  return { ...facts, isDone };
}

function factsFor(model: ProcedureModel, form: Answers): ExpressionFacts {
  const facts: ExpressionFacts = {
    form,
    param: model.param,
    applies: (slug) => {
      const item = model.items.get(slug);
      return item !== undefined && appliesIn(item, facts);
    },
    isDone: () => false,
  };
  return facts;
}

/** The expressions, those of the items they mention, and the conditions that bear on them. */
function relevant(model: ProcedureModel, about: readonly (CompiledExpression | undefined)[]) {
  const expressions = new Set(about.filter((one) => one !== undefined));
  for (const { references } of expressions) {
    const mentioned = [...references.items].flatMap((slug) => model.items.get(slug)?.when ?? []);
    for (const one of mentioned) expressions.add(one);
    for (const one of model.eligibility.filter((rule) => sharesQuestion(rule, expressions))) {
      expressions.add(one);
    }
  }
  const conditions = model.eligibility.filter((condition) => expressions.has(condition));
  return { expressions: [...expressions], conditions };
}

function sharesQuestion(
  { references }: CompiledExpression,
  expressions: ReadonlySet<CompiledExpression>,
): boolean {
  return [...expressions].some((one) => !one.references.form.isDisjointFrom(references.form));
}
