import type { Answer, Answers } from '../../domain/dossier/procedure.ts';
import type { CompiledExpression, ExpressionFacts } from '../expression/compile-expression.ts';
import type { ModelItem, ModelQuestion, ProcedureModel } from './procedure-model.ts';

/** One way of filling in the questions that matter. */
export interface Combination {
  readonly facts: ExpressionFacts;
  /** The answers given, `question = answer`, in the order of the form. */
  readonly described: readonly string[];
}

/** What came of trying: whether every combination was, and which questions were varied. */
export interface Trial {
  readonly isComplete: boolean;
  readonly questions: readonly string[];
}

/** Some seconds of work; past it a rule says that it could not try everything. */
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
  const { names, conditions } = relevant(model, about);
  const asked = model.questions.filter(({ question }) => names.has(question.id));
  const questions = asked.map(({ question }) => question.id);
  const form: Record<string, Answer> = {};
  for (const { question } of model.questions) form[question.id] = nothing(question.type);
  const facts = factsFor(model, form);
  let tried = 0;
  const fill = (depth: number, described: readonly string[]): 'go-on' | 'stop' | 'too-many' => {
    const next = asked[depth];
    if (!next) {
      tried += 1;
      if (tried > COMBINATIONS_MAX) return 'too-many';
      if (!conditions.every((condition) => condition.evaluate(facts))) return 'go-on';
      return visit({ facts: factsFor(model, { ...form }), described });
    }
    const { id } = next.question;
    if (next.when?.evaluate(facts) === false) return fill(depth + 1, described);
    for (const answer of model.candidates.answers.get(id) ?? []) {
      form[id] = answer;
      const outcome = fill(depth + 1, [...described, `${id} = ${String(answer)}`]);
      form[id] = nothing(next.question.type);
      if (outcome !== 'go-on') return outcome;
    }
    return 'go-on';
  };
  return { isComplete: fill(0, []) !== 'too-many', questions };
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

/** Closes the set of questions over what shows them and over eligibility. */
function relevant(model: ProcedureModel, about: readonly (CompiledExpression | undefined)[]) {
  const names = new Set<string>();
  const add = (expression: CompiledExpression | undefined) => {
    if (!expression) return;
    const { form, items } = expression.references;
    const whens = [...items].flatMap((slug) => model.items.get(slug)?.when ?? []);
    for (const one of [form, ...whens.map(({ references }) => references.form)]) {
      one.forEach((name) => names.add(name));
    }
  };
  about.forEach(add);
  let known = -1;
  while (known !== names.size) {
    known = names.size;
    shownBy(model.questions, names).forEach(add);
    model.eligibility.filter((condition) => sharesName(condition, names)).forEach(add);
  }
  return {
    names,
    conditions: model.eligibility.filter((condition) => sharesName(condition, names)),
  };
}

function shownBy(questions: readonly ModelQuestion[], names: ReadonlySet<string>) {
  return questions.filter(({ question }) => names.has(question.id)).map(({ when }) => when);
}

function sharesName({ references }: CompiledExpression, names: ReadonlySet<string>): boolean {
  return !references.form.isDisjointFrom(names);
}

function nothing(type: ModelQuestion['question']['type']): Answer {
  if (type === 'boolean') return false;
  return type === 'number' ? 0 : '';
}
