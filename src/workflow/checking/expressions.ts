import type { ExpressionScopes } from '../expression/scope.ts';
import { members, type Located } from '../loading/located.ts';
import type { Where } from '../loading/mistake.ts';
import type { ItemOrigin, ResolvedProcedure } from '../loading/resolve.ts';
import type { Path } from '../loading/source-document.ts';

/** An expression where it stands. */
export interface PlacedExpression {
  readonly text: string;
  readonly scope: keyof ExpressionScopes;
  /** The place of a letter of the expression. */
  where(offset: number): Where;
}

/** Every expression of a procedure and of the catalogue items it uses, as they hold for it. */
export function expressionsOf({ procedure, items }: ResolvedProcedure): PlacedExpression[] {
  const { form, eligibility } = procedure.value;
  return [
    ...members(procedure, form, 'form').flatMap((question) =>
      placed(question, 'form', question.value.when, ['when']),
    ),
    ...members(procedure, eligibility, 'eligibility').flatMap((rule) =>
      placed(rule, 'form', rule.value.condition, ['condition']),
    ),
    ...[...items.values()].flatMap(ofItem),
  ];
}

function ofItem({ use, catalogue, item }: ItemOrigin): PlacedExpression[] {
  const materials = use.value.materials === undefined ? catalogue : use;
  return [
    ...placed(use, 'form', use.value.when, ['when']),
    ...placed(use, 'prerequisites', use.value.needs, ['needs']),
    ...members(materials, item.materials, 'materials').flatMap((demand) =>
      placed(demand, 'match', demand.value.when, ['when']),
    ),
    ...members(catalogue, item.situations, 'situations').flatMap((situation) => [
      ...placed(situation, 'match', situation.value.when, ['when']),
      ...members(situation, situation.value.materials, 'materials').flatMap((demand) =>
        placed(demand, 'match', demand.value.when, ['when']),
      ),
    ]),
  ];
}

function placed(
  located: Located<unknown>,
  scope: keyof ExpressionScopes,
  text: string | undefined,
  keys: Path,
): PlacedExpression[] {
  if (text === undefined) return [];
  const path = [...located.path, ...keys];
  return [{ text, scope, where: (offset) => located.document.whereInText(path, offset) }];
}
