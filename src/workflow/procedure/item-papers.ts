import type { MaterialDemand } from '../../domain/dossier/procedure.ts';
import type { ItemSlug, MaterialSlug } from '../../kernel/ids.ts';
import type { ResolvedItem } from '../definition/definition.ts';
import type { Limit, MaterialRule } from '../definition/vocabulary.ts';
import type { CompiledExpression, ExpressionFacts } from '../expression/compile-expression.ts';

/** What an item demands and promises, by situation. */
export interface ItemPapers {
  readonly item: ItemSlug;
  materials(facts: ExpressionFacts): readonly ItemMaterial[];
  limits(facts: ExpressionFacts): readonly Limit[];
}

interface ItemMaterial {
  readonly material: MaterialSlug;
  readonly required: boolean;
}

type Compile = (text: string) => CompiledExpression;

export function itemPapers(item: ResolvedItem, compile: Compile): ItemPapers {
  const rule = (one: MaterialRule) => ({
    demand: { material: one.material as MaterialSlug, required: one.required },
    ...(one.when === undefined ? {} : { when: compile(one.when) }),
  });
  const own = item.materials.map(rule);
  const situations = item.situations.map((one) => ({
    when: compile(one.when),
    materials: one.materials.map(rule),
    limits: one.limits && withPromise(one.limits, item.promise),
  }));
  const limits = withPromise(item.limits, item.promise);
  return {
    item: item.item as ItemSlug,
    materials: (facts) =>
      [
        ...own,
        ...situations.flatMap(({ when, materials }) => (when.evaluate(facts) ? materials : [])),
      ].flatMap(({ demand, when }) => (when?.evaluate(facts) === false ? [] : [demand])),
    // Where several situations hold, the last one of the definition that names limits counts.
    limits: (facts) =>
      situations.findLast((one) => one.limits !== undefined && one.when.evaluate(facts))?.limits ??
      limits,
  };
}

/** The procedure's promise takes the place of the promised limits, and starts where they did. */
export function withPromise(
  limits: readonly Limit[],
  promise: ResolvedItem['promise'],
): readonly Limit[] {
  if (!promise) return limits;
  const replaced = limits.find(({ kind }) => kind === 'promised') ?? limits[0];
  return [
    ...limits.filter(({ kind }) => kind !== 'promised'),
    { kind: 'promised', ...promise, starts: replaced?.starts ?? 'accepted' },
  ];
}

/**
 * Each paper once for all items that ask for it. What a shared register holds is never required of
 * the applicant (Order 716 art 7).
 */
export function mergeMaterials(
  papers: readonly ItemPapers[],
  facts: ExpressionFacts,
  shared: ReadonlySet<MaterialSlug>,
): readonly MaterialDemand[] {
  const merged = new Map<MaterialSlug, { required: boolean; for: Set<ItemSlug> }>();
  for (const one of papers) {
    for (const { material, required } of one.materials(facts)) {
      const demand = merged.get(material) ?? { required: false, for: new Set() };
      demand.required ||= required && !shared.has(material);
      demand.for.add(one.item);
      merged.set(material, demand);
    }
  }
  return [...merged].map(([material, demand]) => ({
    material,
    required: demand.required,
    for: [...demand.for],
  }));
}
