import { expressionCompiler } from '../../expression/compile-expression.ts';
import type { ExpressionProblem } from '../../expression/problem.ts';
import { scopesOf } from '../../expression/scope.ts';
import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import { expressionsOf, type PlacedExpression } from '../expressions.ts';
import type { Rule } from '../subject.ts';

/** Expressions parse, say yes or no, and speak only of what the procedure has. */
export const expressionsSound: Rule = (subject) => {
  const scopes = scopesOf(subject.definition);
  const compilers = {
    form: expressionCompiler(scopes.form),
    match: expressionCompiler(scopes.match),
    prerequisites: expressionCompiler(scopes.prerequisites),
  };
  return expressionsOf(subject).flatMap((expression) => {
    const compiled = compilers[expression.scope](expression.text);
    return compiled.ok ? [] : [fromProblem(expression, compiled.error)];
  });
};

function fromProblem(expression: PlacedExpression, problem: ExpressionProblem): DefinitionMistake {
  const at = expression.where(problem.start);
  const { name } = problem;
  const detailed = { expression: expression.text, detail: problem.detail ?? '' };
  switch (problem.code) {
    case 'syntax':
      return mistake('expression-malformed', at, detailed);
    case 'wrong-type':
      return mistake('expression-of-wrong-type', at, detailed);
    case 'not-allowed':
      return mistake('expression-not-allowed', at, { construct: name });
    case 'unknown-question':
      return mistake('question-unknown', at, { question: name });
    case 'unknown-parameter':
      return mistake('parameter-unknown', at, { parameter: name });
    case 'unknown-item':
      return mistake('item-not-in-procedure', at, { item: name });
    case 'unknown-option':
      return mistake('option-unknown', at, { option: name });
    default:
      return mistake('expression-malformed', at, detailed);
  }
}
