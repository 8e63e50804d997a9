import { invariant } from '../../../../src/kernel/invariant.ts';
import {
  expressionCompiler,
  type CompiledExpression,
  type ExpressionFacts,
} from '../../../../src/workflow/expression/compile-expression.ts';
import { scopesOf } from '../../../../src/workflow/expression/scope.ts';
import { sampleDefinition } from '../procedure/sample-definition.ts';

export const SAMPLE = sampleDefinition();
export const SCOPES = scopesOf(SAMPLE);

const compile = expressionCompiler(SCOPES.prerequisites);

export function compiled(text: string): CompiledExpression {
  const result = compile(text);
  invariant(result.ok, `${text} compiles`);
  return result.value;
}

export function facts(changes: Partial<ExpressionFacts> = {}): ExpressionFacts {
  return {
    form: { landBy: '', area: 0, civil: false, basement: false, note: '' },
    param: { bigArea: 5000 },
    applies: () => false,
    isDone: () => false,
    ...changes,
  };
}
