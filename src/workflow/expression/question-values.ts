import type { ASTNode } from '@marcbachmann/cel-js';
import type { Answer } from '../../domain/dossier/procedure.ts';
import type { Question } from '../definition/procedure-file.ts';
import type { CompiledExpression } from './compile-expression.ts';
import { childrenOf, fieldOfForm } from './names-in.ts';

/** Answers to one question that between them make every comparison in the expressions go each way. */
export interface QuestionValues {
  readonly id: string;
  /** `undefined` stands for no answer, where none is required. */
  readonly values: readonly (Answer | undefined)[];
  /** False where the question is used in a way that no choice of values exhausts. */
  readonly isExact: boolean;
}

type Parameters = Readonly<Record<string, number>>;

const COMPARISONS = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);

export function questionValues(
  question: Question,
  expressions: readonly CompiledExpression[],
  param: Parameters,
): QuestionValues {
  const found: Compared = { constants: new Set(), isExact: true };
  for (const { ast } of expressions) compare(ast, { question, param, found });
  const values = valuesFor(question, [...found.constants]);
  return {
    id: question.id,
    values: question.required || question.type === 'boolean' ? values : [undefined, ...values],
    isExact: found.isExact || question.type === 'boolean' || question.type === 'choice',
  };
}

function valuesFor(question: Question, constants: readonly Answer[]): readonly Answer[] {
  if (question.type === 'boolean') return [false, true];
  if (question.type === 'choice') return question.options.map(({ option }) => option);
  return question.type === 'number'
    ? numbersAround(
        constants.filter((one) => typeof one === 'number'),
        question,
      )
    : [...new Set(['其他', ...constants])];
}

interface Compared {
  readonly constants: Set<Answer>;
  isExact: boolean;
}

interface Search {
  readonly question: Question;
  readonly param: Parameters;
  readonly found: Compared;
}

/** Collects what the question is compared with; any other use of it makes the values inexact. */
function compare(node: ASTNode, search: Search): void {
  const { question, param, found } = search;
  const isAsked = (one: ASTNode) => fieldOfForm(one) === question.id;
  if (isAsked(node)) {
    found.isExact = false;
    return;
  }
  const sides = childrenOf(node);
  const isCompared = sides.some(isAsked);
  if (!COMPARISONS.has(node.op) || !isCompared) {
    for (const side of sides) compare(side, search);
    return;
  }
  for (const side of sides.filter((one) => !isAsked(one))) {
    for (const one of side.op === 'list' ? side.args : [side]) {
      const value = constantOf(one, param);
      if (value === undefined) found.isExact = false;
      else found.constants.add(value);
    }
  }
}

/** The value of an operand that no answer changes. */
function constantOf(node: ASTNode, param: Parameters): Answer | undefined {
  if (node.op === 'value') return plain(node.args);
  if (node.op === '.') return param[node.args[1]];
  const operands = childrenOf(node).map((one) => constantOf(one, param));
  const [left, right] = operands;
  if (typeof left !== 'number') return undefined;
  if (node.op === '-_') return -left;
  return typeof right === 'number' ? arithmetic(node.op, left, right) : undefined;
}

function plain(value: unknown): Answer | undefined {
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean'
    ? value
    : undefined;
}

function arithmetic(operator: string, left: number, right: number): number | undefined {
  if (operator === '+') return left + right;
  if (operator === '-') return left - right;
  if (operator === '*') return left * right;
  return operator === '/' ? left / right : undefined;
}

/** One number in every stretch between the limits, and each limit itself, within `min` and `max`. */
function numbersAround(
  limits: readonly number[],
  { min, max }: Question & { type: 'number' },
): readonly number[] {
  const floor = min ?? -Infinity;
  const ceiling = max ?? Infinity;
  const marks = [...new Set(limits)].toSorted((a, b) => a - b);
  const around = marks.flatMap((mark, index) => {
    const before = Math.max(marks[index - 1] ?? mark - 2, floor);
    const after = Math.min(marks[index + 1] ?? mark + 2, ceiling);
    return [(before + mark) / 2, mark, (mark + after) / 2];
  });
  const inside = around.filter((one) => one >= floor && one <= ceiling);
  return inside.length > 0 ? [...new Set(inside)] : [Math.min(Math.max(0, floor), ceiling)];
}
