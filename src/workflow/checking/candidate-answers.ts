import type { Answer } from '../../domain/dossier/procedure.ts';
import type { Question } from '../definition/procedure-file.ts';
import { childrenOf } from '../expression/names-in.ts';
import type { CompiledExpression, ExpressionFacts } from '../expression/compile-expression.ts';

type Node = CompiledExpression['ast'];
type Parameters = ExpressionFacts['param'];

/** Answers that stand for all answers: whatever the expressions can tell apart is among them. */
export interface Candidates {
  readonly answers: ReadonlyMap<string, readonly Answer[]>;
  /** Comparisons in which answers are reckoned with, so that no answers can stand for all. */
  readonly untried: readonly UntriedComparison[];
}

interface UntriedComparison {
  readonly expression: CompiledExpression;
  readonly start: number;
  readonly questions: readonly string[];
}

const COMPARISONS: ReadonlySet<string> = new Set(['==', '!=', '<', '<=', '>', '>=', 'in']);
const ARITHMETIC: ReadonlySet<string> = new Set(['+', '-', '*', '/', '%', '-_', '?:', 'list']);

/**
 * A number is told apart only by what it is compared with: each such number, one between every
 * two neighbours, one below and one above. A text likewise: each text it is compared with and
 * another one. Yes-or-no and choice are tried whole.
 */
export function candidateAnswers(
  form: readonly Question[],
  expressions: readonly CompiledExpression[],
  param: Parameters,
): Candidates {
  const compared = new Map(form.map(({ id }) => [id, new Set<Answer>()]));
  const untried: UntriedComparison[] = [];
  const comparisons = expressions.flatMap((expression) =>
    comparisonsIn(expression.ast).map((node) => ({ expression, node })),
  );
  for (const { expression, node } of comparisons) {
    const { question, constants } = plainComparison(node, param);
    if (question !== undefined && constants) {
      constants.forEach((constant) => compared.get(question)?.add(constant));
      continue;
    }
    const questions = reckonedWith(node, form);
    if (questions.length === 0) continue;
    untried.push({ expression, start: node.start, questions });
    sampleNear(node, param).forEach((sample) =>
      questions.forEach((one) => compared.get(one)?.add(sample)),
    );
  }
  const answers = form.map(
    (question) => [question.id, answersTo(question, compared.get(question.id))] as const,
  );
  return { answers: new Map(answers), untried };
}

/** The first is the one that says least: what is not answered counts as no, nought or nothing. */
function answersTo(question: Question, compared: ReadonlySet<Answer> = new Set()): Answer[] {
  if (question.type === 'boolean') return [false, true];
  if (question.type === 'number') return numbersAround(question, compared);
  const unanswered = question.required ? [] : [''];
  if (question.type === 'choice') {
    return [...unanswered, ...question.options.map(({ option }) => option)];
  }
  const texts = [...compared].filter((one) => typeof one === 'string' && one !== '');
  return [...new Set([...unanswered, '…', ...texts])];
}

function numbersAround(
  { min = -Infinity, max = Infinity, required }: Question & { type: 'number' },
  compared: ReadonlySet<Answer>,
): Answer[] {
  const marks = [...compared, min, max]
    .filter((one): one is number => typeof one === 'number' && Number.isFinite(one))
    .filter((one) => one >= min && one <= max)
    .toSorted((a, b) => a - b);
  const between = marks.slice(1).map((mark, index) => (mark + (marks[index] ?? mark)) / 2);
  const outside = [(marks[0] ?? 1) - 1, (marks.at(-1) ?? 0) + 1].filter(
    (one) => one >= min && one <= max,
  );
  const unanswered = required ? [] : [0];
  const all = [...unanswered, ...marks, ...between, ...outside];
  return [...new Set(all)].toSorted((a, b) => a - b);
}

function comparisonsIn(ast: Node): Node[] {
  const found: Node[] = [];
  const open = [ast];
  for (const node of open) {
    if (COMPARISONS.has(node.op)) found.push(node);
    open.push(...childrenOf(node));
  }
  return found;
}

/** `form.x < 5`, `param.y >= form.x`, `form.kind in ["a", "b"]`: a question against constants. */
function plainComparison(node: Node, param: Parameters) {
  const [left, right] = childrenOf(node);
  if (!left || !right) return {};
  const leftQuestion = questionIn(left);
  const question = leftQuestion ?? questionIn(right);
  const constants = constantsIn(leftQuestion === undefined ? left : right, param);
  return question === undefined || !constants ? {} : { question, constants };
}

/** Where answers are reckoned with, the constants nearby are the best samples there are. */
function sampleNear(comparison: Node, param: Parameters): readonly Answer[] {
  return childrenOf(comparison).flatMap((side) => constantsIn(side, param) ?? []);
}

function questionIn(node: Node): string | undefined {
  if (node.op !== '.' || node.args[0].op !== 'id') return undefined;
  return node.args[0].args === 'form' ? node.args[1] : undefined;
}

function constantsIn(node: Node, param: Parameters): readonly Answer[] | undefined {
  if (node.op !== 'list') {
    const one = constantOf(node, param);
    return one === undefined ? undefined : [one];
  }
  const all = node.args.map((member) => constantOf(member, param));
  return all.some((one) => one === undefined) ? undefined : all.filter((one) => one !== undefined);
}

function constantOf(node: Node, param: Parameters): Answer | undefined {
  if (node.op === 'value') {
    return typeof node.args === 'bigint' ? Number(node.args) : literal(node.args);
  }
  if (node.op === '.') {
    const isParameter = node.args[0].op === 'id' && node.args[0].args === 'param';
    return isParameter ? param[node.args[1]] : undefined;
  }
  const numbers = childrenOf(node).map((operand) => constantOf(operand, param));
  if (!ARITHMETIC.has(node.op) || !numbers.every((one) => typeof one === 'number'))
    return undefined;
  return reckon(node.op, numbers);
}

function literal(value: unknown): Answer | undefined {
  const isAnswer =
    typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isAnswer ? value : undefined;
}

function reckon(operator: string, [left = 0, right = 0]: readonly number[]): number | undefined {
  switch (operator) {
    case '-_':
      return -left;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return undefined;
  }
}

/** Numbers and texts of the form inside a comparison that is more than a question and constants. */
function reckonedWith(comparison: Node, form: readonly Question[]): string[] {
  const endless = new Set(
    form.filter(({ type }) => type === 'number' || type === 'text').map(({ id }) => id),
  );
  const found = new Set<string>();
  const open = [...childrenOf(comparison)];
  for (const node of open) {
    const question = questionIn(node);
    if (question !== undefined && endless.has(question)) found.add(question);
    if (ARITHMETIC.has(node.op)) open.push(...childrenOf(node));
  }
  return [...found];
}
