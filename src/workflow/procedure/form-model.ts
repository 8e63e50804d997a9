import type { Answers, FormIssue } from '../../domain/dossier/procedure.ts';
import type { Question } from '../definition/procedure-file.ts';
import type { ExpressionFacts } from '../expression/compile-expression.ts';
import { formFacts, readAnswers, type AskedQuestion } from '../expression/read-answers.ts';

export interface FormModel {
  issues(answers: Answers): readonly FormIssue[];
  missing(answers: Answers): readonly string[];
  /** Every question with a value (see `readAnswers`), computed once for each object of answers. */
  complete(answers: Answers): Answers;
}

type Parameters = ExpressionFacts['param'];

export function formModel(asked: readonly AskedQuestion[], param: Parameters): FormModel {
  const questions = new Map(asked.map(({ question }) => [question.id, question]));
  const completed = new WeakMap<Answers, Answers>();
  const complete = (answers: Answers): Answers => {
    const known = completed.get(answers);
    if (known) return known;
    const made = readAnswers(asked, answers, param).complete;
    completed.set(answers, made);
    return made;
  };
  return {
    complete,
    issues: (answers) =>
      Object.entries(answers).flatMap(([field, answer]): readonly FormIssue[] => {
        const problem = problemOf(questions.get(field), answer);
        return problem ? [{ field, problem }] : [];
      }),
    missing: (answers) => {
      const facts = formFacts(complete(answers), param);
      return asked
        .filter(({ question }) => question.required && !isAnswered(answers, question.id))
        .filter(({ when }) => when?.evaluate(facts) ?? true)
        .map(({ question }) => question.id);
    },
  };
}

function isAnswered(answers: Answers, id: string): boolean {
  if (!Object.hasOwn(answers, id)) return false;
  const answer = answers[id];
  return typeof answer !== 'string' || answer.trim() !== '';
}

function problemOf(
  question: Question | undefined,
  answer: unknown,
): FormIssue['problem'] | undefined {
  if (!question) return 'unknown-field';
  if (typeof answer !== ANSWER_TYPES[question.type]) return 'wrong-type';
  if (question.type === 'number') return numberProblem(question, Number(answer));
  if (question.type === 'choice') {
    return question.options.some(({ option }) => option === answer) ? undefined : 'not-an-option';
  }
  if (question.type === 'boolean') return undefined;
  return String(answer).length <= question.maxLength ? undefined : 'out-of-range';
}

const ANSWER_TYPES = {
  boolean: 'boolean',
  number: 'number',
  choice: 'string',
  text: 'string',
} as const satisfies Record<Question['type'], string>;

function numberProblem(
  { min, max }: Question & { type: 'number' },
  answer: number,
): FormIssue['problem'] | undefined {
  if (!Number.isFinite(answer)) return 'wrong-type';
  return answer < (min ?? -Infinity) || answer > (max ?? Infinity) ? 'out-of-range' : undefined;
}
