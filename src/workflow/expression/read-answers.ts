import type { Answer, Answers } from '../../domain/dossier/procedure.ts';
import type { Question } from '../definition/procedure-file.ts';
import type { CompiledExpression, ExpressionFacts } from './compile-expression.ts';

/** A question with its condition compiled. */
export interface AskedQuestion {
  readonly question: Question;
  readonly when?: CompiledExpression;
}

export interface ReadAnswers {
  /** The answers to questions that are shown. */
  readonly shown: Answers;
  /**
   * Every question with a value: what is unanswered or hidden counts as no, nought or nothing, so
   * that expressions always find something.
   */
  readonly complete: Answers;
}

/** A question is shown or hidden by those before it, so one pass in their order settles it. */
export function readAnswers(
  asked: readonly AskedQuestion[],
  answers: Readonly<Record<string, Answer | undefined>>,
  param: ExpressionFacts['param'],
): ReadAnswers {
  const shown: Record<string, Answer> = {};
  const complete: Record<string, Answer> = Object.fromEntries(
    asked.map(({ question }) => [question.id, nothing(question)]),
  );
  const facts = formFacts(complete, param);
  for (const { question, when } of asked) {
    const answer = Object.hasOwn(answers, question.id) ? answers[question.id] : undefined;
    if (answer === undefined || when?.evaluate(facts) === false) continue;
    shown[question.id] = answer;
    complete[question.id] = answer;
  }
  return { shown, complete };
}

/** Facts for expressions that look at the form alone. */
export function formFacts(form: Answers, param: ExpressionFacts['param']): ExpressionFacts {
  return { form, param, applies: () => false, isDone: () => false };
}

function nothing(question: Question): Answer {
  if (question.type === 'boolean') return false;
  return question.type === 'number' ? 0 : '';
}
