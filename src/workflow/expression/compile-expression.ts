import { Environment, ParseError, type ParseResult } from '@marcbachmann/cel-js';
import type { Answers } from '../../domain/dossier/procedure.ts';
import type { ItemSlug } from '../../kernel/ids.ts';
import { invariant } from '../../kernel/invariant.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Question } from '../definition/procedure-file.ts';
import { namesIn, type Mention } from './names-in.ts';
import type { ExpressionProblem } from './problem.ts';
import type { ExpressionScope } from './scope.ts';

/** What an expression looks at. `form` must answer every question (see `readAnswers`). */
export interface ExpressionFacts {
  readonly form: Answers;
  readonly param: Readonly<Record<string, number>>;
  applies(item: ItemSlug): boolean;
  isDone(item: ItemSlug): boolean;
}

export interface CompiledExpression {
  readonly text: string;
  evaluate(facts: ExpressionFacts): boolean;
  readonly references: {
    readonly form: ReadonlySet<string>;
    readonly param: ReadonlySet<string>;
    readonly items: ReadonlySet<ItemSlug>;
  };
  /** The same names with their places, in the order of the text. */
  readonly mentions: readonly Mention[];
  readonly ast: ParseResult['ast'];
}

export type CompileExpression = (text: string) => Result<CompiledExpression, ExpressionProblem>;

/** Compiles the expressions of one scope; a text that comes again is compiled once. */
export function expressionCompiler(scope: ExpressionScope): CompileExpression {
  const asked: { facts: ExpressionFacts | undefined } = { facts: undefined };
  const environment = environmentOf(scope, asked);
  const compiled = new Map<string, ReturnType<CompileExpression>>();
  return (text) => {
    const known = compiled.get(text) ?? compile(text, { scope, environment, asked });
    compiled.set(text, known);
    return known;
  };
}

/** For a definition that has been checked: an expression that does not compile is our defect. */
export function checkedCompiler(scope: ExpressionScope): (text: string) => CompiledExpression {
  const compileOne = expressionCompiler(scope);
  return (text) => {
    const result = compileOne(text);
    invariant(result.ok, `the expression is checked: ${text}`);
    return result.value;
  };
}

interface Workshop {
  readonly scope: ExpressionScope;
  readonly environment: Environment;
  /** CEL functions take no context of their own: the facts of the evaluation under way. */
  readonly asked: { facts: ExpressionFacts | undefined };
}

function compile(
  text: string,
  { scope, environment, asked }: Workshop,
): Result<CompiledExpression, ExpressionProblem> {
  const parsed = parse(environment, text);
  if (!parsed.ok) return parsed;
  const run = parsed.value;
  const { mentions, problems } = namesIn(run.ast, scope);
  const checked = run.check();
  const problem = problems[0] ?? typeProblem(text, checked);
  if (problem) return refuse(problem);
  const namesOf = (of: Mention['of']) =>
    new Set(mentions.filter((one) => one.of === of).map(({ name }) => name));
  return ok({
    text,
    ast: run.ast,
    mentions,
    references: {
      form: namesOf('form'),
      param: namesOf('param'),
      items: namesOf('item') as ReadonlySet<string> as ReadonlySet<ItemSlug>,
    },
    evaluate: (facts) => {
      const outer = asked.facts;
      asked.facts = facts;
      try {
        return run(facts) === true;
      } finally {
        asked.facts = outer;
      }
    },
  });
}

function parse(environment: Environment, text: string): Result<ParseResult, ExpressionProblem> {
  try {
    return ok(environment.parse(text));
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    const { start, end } = error.range ?? { start: 0, end: text.length };
    return refuse({ code: 'syntax', name: text, detail: summaryOf(error), start, end });
  }
}

function typeProblem(
  text: string,
  checked: ReturnType<ParseResult['check']>,
): ExpressionProblem | undefined {
  const whole = { code: 'wrong-type', name: text, start: 0, end: text.length } as const;
  if (!checked.valid) {
    const range = checked.error?.range;
    return { ...whole, detail: summaryOf(checked.error), ...range };
  }
  if (checked.type === 'bool') return undefined;
  return { ...whole, detail: `expected bool, found ${checked.type ?? 'nothing'}` };
}

function summaryOf(error: { readonly summary: string; readonly code?: string } | undefined) {
  return error?.summary ?? 'not an expression';
}

function environmentOf(scope: ExpressionScope, asked: Workshop['asked']): Environment {
  const questions = [...scope.questions].map(([id, { type }]) => [id, CEL_TYPES[type]]);
  const parameters = [...scope.parameters].map((name) => [name, 'double']);
  const applies = (item: string) => asked.facts?.applies(item as ItemSlug) === true;
  const isDone = (item: string) => asked.facts?.isDone(item as ItemSlug) === true;
  const environment = new Environment({ unlistedVariablesAreDyn: false })
    .registerVariable('form', { schema: Object.fromEntries(questions) })
    .registerVariable('param', { schema: Object.fromEntries(parameters) })
    .registerFunction('applies(string): bool', applies)
    .registerFunction('done(string): bool', isDone)
    .registerFunction('doneIfDue(string): bool', (item: string) => !applies(item) || isDone(item));
  for (const [left, right] of [
    ['double', 'int'],
    ['int', 'double'],
  ] as const) {
    for (const [operator, apply] of Object.entries(ARITHMETIC)) {
      environment.registerOperator(`${left} ${operator} ${right}: double`, apply);
    }
  }
  environment.registerOperator('double == int: bool', (a, b) => Number(a) === Number(b));
  return environment;
}

const CEL_TYPES: Readonly<Record<Question['type'], string>> = {
  boolean: 'bool',
  choice: 'string',
  text: 'string',
  number: 'double',
};

/** CEL keeps `2` and `2.0` apart; who writes a definition writes `param.area * 2`. */
const ARITHMETIC: Readonly<Record<string, (a: unknown, b: unknown) => number>> = {
  '+': (a, b) => Number(a) + Number(b),
  '-': (a, b) => Number(a) - Number(b),
  '*': (a, b) => Number(a) * Number(b),
  '/': (a, b) => Number(a) / Number(b),
};
