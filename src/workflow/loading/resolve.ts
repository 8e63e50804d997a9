import type { CatalogueItem } from '../definition/catalogue.ts';
import type { Definition, DefinitionStage, ResolvedItem } from '../definition/definition.ts';
import type { ItemUse, ProcedureFile, StageFile } from '../definition/procedure-file.ts';
import type { StepRule } from '../definition/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import { citationsIn } from './citations.ts';
import { members, whereIn, type Located } from './located.ts';
import { compareText, mistake, type DefinitionMistake, type Where } from './mistake.ts';
import { referencesOfItem, referencesOfProcedure } from './references.ts';
import type { Path } from './source-document.ts';

/** What a locality may set when it publishes a procedure. */
export interface Publication {
  /** The kind of department that leads a stage, by the stage's slug. */
  readonly leads?: Readonly<Record<string, string>>;
  /** Values of the procedure's parameters, by name. */
  readonly parameters?: Readonly<Record<string, number>>;
}

/** A definition, and where each of its parts was written. */
export interface ResolvedProcedure {
  readonly definition: Definition;
  readonly procedure: Located<ProcedureFile>;
  /** By the item's slug; the first use where an item is used twice. */
  readonly items: ReadonlyMap<string, ItemOrigin>;
}

/** An item as the definition has it, and the two places that made it. */
export interface ItemOrigin {
  readonly item: ResolvedItem;
  readonly stage: string;
  readonly use: Located<ItemUse>;
  readonly catalogue: Located<CatalogueItem>;
}

/**
 * Puts a procedure together with everything it refers to. What a mistake names is left out of the
 * definition, so publish it only where there are no mistakes.
 */
export function resolveProcedure(
  catalogue: Catalogue,
  procedure: Located<ProcedureFile>,
  publication: Publication = {},
): { readonly resolved: ResolvedProcedure; readonly mistakes: readonly DefinitionMistake[] } {
  const origins = members(procedure, procedure.value.stages, 'stages').flatMap((stage) =>
    originsOf(catalogue, stage),
  );
  const items = new Map<string, ItemOrigin>();
  for (const origin of origins) {
    if (!items.has(origin.item.item)) items.set(origin.item.item, origin);
  }
  const definition = embed(catalogue, published(procedure.value, publication, items));
  const mistakes = [
    ...referencesOfProcedure(catalogue, procedure),
    ...[...items.values()].flatMap((origin) => referencesOfItem(catalogue, origin.catalogue)),
    ...publicationMistakes(catalogue, procedure, publication),
  ];
  return { resolved: { definition, procedure, items }, mistakes };
}

/** Where a part of an item was written: in the procedure where it overrides, else in the catalogue. */
export function whereItem({ use, catalogue }: ItemOrigin, key: string, ...rest: Path): Where {
  const isOverridden = Object.hasOwn(use.value, key);
  return whereIn(isOverridden ? use : catalogue, key, ...rest);
}

function originsOf(catalogue: Catalogue, stage: Located<StageFile>): ItemOrigin[] {
  return members(stage, stage.value.items, 'items').flatMap((use) => {
    const source = catalogue.items.get(use.value.item);
    if (!source) return [];
    const item = applyUse(source.value, use.value, stage.value.stage);
    return [{ item, stage: stage.value.stage, use, catalogue: source }];
  });
}

function applyUse(item: CatalogueItem, use: ItemUse, stage: string): ResolvedItem {
  const merged = { ...item, ...use };
  return {
    ...merged,
    dueBy: use.dueBy ?? stage,
    steps: merged.steps ?? defaultSteps(merged.kind),
  };
}

/** One decides at the window; all else is handled, reviewed and approved by three people. */
function defaultSteps(kind: ResolvedItem['kind']): StepRule[] {
  if (kind === 'external') return [];
  if (kind === 'instant') return [{ step: 'approve', by: ['window', 'handler'] }];
  return [
    { step: 'handle', by: ['handler'] },
    { step: 'review', by: ['reviewer'] },
    { step: 'approve', by: ['approver'] },
  ];
}

function published(
  file: ProcedureFile,
  { leads = {}, parameters = {} }: Publication,
  items: ReadonlyMap<string, ItemOrigin>,
) {
  return {
    ...file,
    parameters: file.parameters.map((parameter) => ({
      ...parameter,
      value: ownValue(parameters, parameter.parameter) ?? parameter.value,
    })),
    stages: file.stages.map((stage): DefinitionStage => ({
      ...stage,
      lead: ownValue(leads, stage.stage) ?? stage.lead,
      items: [...items.values()]
        .filter((origin) => origin.stage === stage.stage)
        .map(({ item }) => item),
    })),
  };
}

/** Adds the departments, instruments and materials that are used, each list in order of slugs. */
function embed(
  { departments, instruments, materials }: Catalogue,
  procedure: ReturnType<typeof published>,
): Definition {
  const items = procedure.stages.flatMap((stage) => stage.items);
  const departmentSlugs = [
    ...procedure.stages.map(({ lead }) => lead),
    ...items.flatMap(({ department, opinions }) => [department, ...(opinions?.from ?? [])]),
  ];
  const demands = items.flatMap((item) => [
    ...item.materials,
    ...item.situations.flatMap((situation) => situation.materials),
  ]);
  return {
    ...procedure,
    departments: select(departments, departmentSlugs),
    instruments: select(
      instruments,
      citationsIn(procedure).map(({ instrument }) => instrument),
    ),
    materials: select(
      materials,
      demands.map(({ material }) => material),
    ),
  };
}

function select<Member>(
  all: ReadonlyMap<string, Located<Member>> | undefined,
  slugs: readonly (string | undefined)[],
): Member[] {
  return [...new Set(slugs)]
    .filter((slug) => slug !== undefined)
    .toSorted(compareText)
    .flatMap((slug) => all?.get(slug)?.value ?? []);
}

function publicationMistakes(
  { departments }: Catalogue,
  procedure: Located<ProcedureFile>,
  { leads = {}, parameters = {} }: Publication,
): DefinitionMistake[] {
  const { stages, parameters: known } = procedure.value;
  const stageAt = (slug: string) => stages.findIndex(({ stage }) => stage === slug);
  return [
    ...Object.keys(leads)
      .filter((stage) => stageAt(stage) < 0)
      .map((stage) => mistake('stage-unknown', whereIn(procedure, 'stages'), { stage })),
    ...Object.entries(leads)
      .filter(([stage, lead]) => stageAt(stage) >= 0 && departments?.has(lead) === false)
      .map(([stage, department]) =>
        mistake('department-unknown', whereIn(procedure, 'stages', stageAt(stage), 'lead'), {
          department,
        }),
      ),
    ...Object.keys(parameters)
      .filter((name) => !known.some(({ parameter }) => parameter === name))
      .map((parameter) =>
        mistake('parameter-unknown', whereIn(procedure, 'parameters'), { parameter }),
      ),
  ];
}

function ownValue<Value>(record: Readonly<Record<string, Value>>, key: string): Value | undefined {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}
