import type { ASTNode } from '@marcbachmann/cel-js';
import type { ExpressionProblem } from './problem.ts';
import type { ExpressionFunction, ExpressionScope } from './scope.ts';

/** A name that an expression mentions, and where. */
export interface Mention {
  readonly of: 'form' | 'param' | 'item';
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

export interface NamesIn {
  readonly mentions: readonly Mention[];
  readonly problems: readonly ExpressionProblem[];
}

const COMPARISONS = new Set(['==', '!=', 'in']);
const PLAIN: ReadonlySet<string> = new Set([
  ...COMPARISONS,
  '<',
  '<=',
  '>',
  '>=',
  '+',
  '-',
  '*',
  '/',
  '%',
  '&&',
  '||',
  '?:',
  '!_',
  '-_',
  'list',
  'value',
]);
const FUNCTIONS: readonly ExpressionFunction[] = ['applies', 'done', 'doneIfDue'];

/**
 * Walks the syntax tree for what it speaks of. Definitions use the part of CEL that can be tried
 * for every combination of answers: fields of `form` and `param`, literals, comparisons,
 * arithmetic, logic, lists, and the functions over items with a literal name.
 */
export function namesIn(ast: ASTNode, scope: ExpressionScope): NamesIn {
  const mentions: Mention[] = [];
  const problems: ExpressionProblem[] = [];
  const open: ASTNode[] = [ast];
  for (const node of open) {
    const found = look(node, scope);
    if (found.mention) mentions.push(found.mention);
    if (found.problem) problems.push(found.problem);
    if (COMPARISONS.has(node.op)) problems.push(...unknownOptions(node, scope));
    if (PLAIN.has(node.op)) open.push(...childrenOf(node));
  }
  return { mentions: mentions.toSorted(byPlace), problems: problems.toSorted(byPlace) };
}

interface Found {
  readonly mention?: Mention;
  readonly problem?: ExpressionProblem;
}

function look(node: ASTNode, scope: ExpressionScope): Found {
  if (PLAIN.has(node.op)) return {};
  if (node.op === '.') return field(node, scope);
  if (node.op === 'call') return call(node, scope);
  const name = node.op === 'id' ? node.args : node.op;
  return { problem: { code: 'not-allowed', name, start: node.start, end: node.end } };
}

function field(node: ASTNode & { op: '.' }, scope: ExpressionScope): Found {
  const [owner, name] = node.args;
  const place = { name, start: node.start, end: node.end };
  if (owner.op === 'id' && owner.args === 'form') {
    return scope.questions.has(name)
      ? { mention: { of: 'form', ...place } }
      : { problem: { code: 'unknown-question', ...place } };
  }
  if (owner.op === 'id' && owner.args === 'param') {
    return scope.parameters.has(name)
      ? { mention: { of: 'param', ...place } }
      : { problem: { code: 'unknown-parameter', ...place } };
  }
  return { problem: { code: 'not-allowed', ...place } };
}

function call(node: ASTNode & { op: 'call' }, scope: ExpressionScope): Found {
  const [name, args] = node.args;
  const place = { start: node.start, end: node.end };
  const known = FUNCTIONS.find((one) => one === name);
  const item = args.length === 1 ? textOf(args[0]) : undefined;
  if (!known || !scope.functions.has(known) || item === undefined) {
    return { problem: { code: 'not-allowed', name, ...place } };
  }
  return scope.items.has(item)
    ? { mention: { of: 'item', name: item, ...place } }
    : { problem: { code: 'unknown-item', name: item, ...place } };
}

/** `form.kind == "x"` where the question has no such option can never hold. */
function unknownOptions(node: ASTNode, scope: ExpressionScope): readonly ExpressionProblem[] {
  const sides = childrenOf(node);
  const question = sides
    .map((side) => scope.questions.get(fieldOfForm(side) ?? ''))
    .find((one) => one !== undefined);
  if (question?.type !== 'choice') return [];
  const options = new Set(question.options.map(({ option }) => option));
  return sides
    .flatMap((side) => (side.op === 'list' ? side.args : [side]))
    .flatMap((side): readonly ExpressionProblem[] => {
      const name = textOf(side);
      if (name === undefined || options.has(name)) return [];
      return [{ code: 'unknown-option', name, start: side.start, end: side.end }];
    });
}

/** The name in a plain `form.<name>`. */
export function fieldOfForm(node: ASTNode): string | undefined {
  if (node.op !== '.' || node.args[0].op !== 'id') return undefined;
  return node.args[0].args === 'form' ? node.args[1] : undefined;
}

function textOf(node: ASTNode | undefined): string | undefined {
  return node?.op === 'value' && typeof node.args === 'string' ? node.args : undefined;
}

/** The operands of an operator; names, literals and calls have none. */
export function childrenOf(node: ASTNode): readonly ASTNode[] {
  if (node.op === 'value' || node.op === 'id' || node.op === '.' || node.op === 'call') return [];
  const operands: readonly unknown[] = Array.isArray(node.args) ? node.args : [node.args];
  return operands.filter(
    (one): one is ASTNode => typeof one === 'object' && one !== null && 'op' in one,
  );
}

function byPlace(a: { readonly start: number }, b: { readonly start: number }): number {
  return a.start - b.start;
}
