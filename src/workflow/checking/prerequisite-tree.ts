import { childrenOf } from '../expression/names-in.ts';
import type { CompiledExpression } from '../expression/compile-expression.ts';

type Node = CompiledExpression['ast'];

/** The parts that must all hold for the whole to hold. */
export function conjunctsOf(ast: Node): readonly Node[] {
  return ast.op === '&&' ? ast.args.flatMap(conjunctsOf) : [ast];
}

/** Items whose outcome an expression waits for, each once, in the order of the text. */
export function awaitedItems(ast: Node): readonly string[] {
  const found = new Set<string>();
  walk(ast, true, (awaited) => found.add(awaited.item));
  return [...found];
}

/** An item that an expression looks at in a way in which its completion can do harm. */
export interface Shrinking {
  readonly item: string;
  readonly start: number;
}

/**
 * Where an expression could stop holding because an item got done: `done` under a negation, or
 * inside a comparison or the question of a conditional. Prerequisites, once met, must stay met.
 */
export function shrinkingItems(ast: Node): readonly Shrinking[] {
  const found: Shrinking[] = [];
  walk(ast, true, ({ item, start, isGrowing }) => {
    if (!isGrowing) found.push({ item, start });
  });
  return found;
}

interface Awaited {
  readonly item: string;
  readonly start: number;
  readonly isGrowing: boolean;
}

function walk(node: Node, isGrowing: boolean, visit: (awaited: Awaited) => void): void {
  if (node.op === 'call') {
    const [name, args] = node.args;
    const item = args[0]?.op === 'value' ? args[0].args : undefined;
    if ((name === 'done' || name === 'doneIfDue') && typeof item === 'string') {
      visit({ item, start: node.start, isGrowing });
    }
    return;
  }
  for (const [index, operand] of childrenOf(node).entries()) {
    walk(operand, isGrowing && keepsGrowing(node.op, index), visit);
  }
}

/** Whether more that is done can only make the whole hold more. */
function keepsGrowing(operator: Node['op'], operand: number): boolean {
  if (operator === '?:') return operand > 0;
  return operator === '&&' || operator === '||';
}
