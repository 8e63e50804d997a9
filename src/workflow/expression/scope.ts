import type { Definition } from '../definition/definition.ts';
import type { Question } from '../definition/procedure-file.ts';

export type ExpressionFunction = 'applies' | 'done' | 'doneIfDue';

/** What an expression may speak of at the place where it stands. */
export interface ExpressionScope {
  readonly questions: ReadonlyMap<string, Question>;
  readonly parameters: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly functions: ReadonlySet<ExpressionFunction>;
}

/**
 * Scopes by place. Whether an item applies, a question is shown or a project eligible follows from
 * the form alone; materials and situations may also look at which items apply; prerequisites at
 * everything.
 */
export interface ExpressionScopes {
  readonly form: ExpressionScope;
  readonly match: ExpressionScope;
  readonly prerequisites: ExpressionScope;
}

export function scopesOf(
  definition: Pick<Definition, 'form' | 'parameters' | 'stages'>,
): ExpressionScopes {
  const names = {
    // No rule may hang on what one day may have to be erased.
    questions: new Map(
      definition.form.filter(({ personal }) => !personal).map((one) => [one.id, one]),
    ),
    parameters: new Set(definition.parameters.map(({ parameter }) => parameter)),
    items: new Set(definition.stages.flatMap(({ items }) => items.map(({ item }) => item))),
  };
  return {
    form: { ...names, functions: new Set() },
    match: { ...names, functions: new Set(['applies']) },
    prerequisites: { ...names, functions: new Set(['applies', 'done', 'doneIfDue']) },
  };
}
