import { expressionCompiler } from '../../expression/compile-expression.ts';
import { scopesOf } from '../../expression/scope.ts';
import { members } from '../../loading/located.ts';
import { mistake } from '../../loading/mistake.ts';
import type { Rule } from '../subject.ts';

/** A question is shown or hidden by answers that were given before it. */
export const questionsInOrder: Rule = ({ definition, procedure }) => {
  const compile = expressionCompiler(scopesOf(definition).form);
  const questions = members(procedure, procedure.value.form, 'form');
  return questions.flatMap(({ value, document, path }, index) => {
    const compiled = value.when === undefined ? undefined : compile(value.when);
    if (!compiled?.ok) return [];
    const before = new Set(definition.form.slice(0, index).map(({ id }) => id));
    return compiled.value.mentions
      .filter((mention) => mention.of === 'form' && !before.has(mention.name))
      .map(({ name, start }) =>
        mistake('question-later', document.whereInText([...path, 'when'], start), {
          question: name,
        }),
      );
  });
};
