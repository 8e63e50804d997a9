import type {
  Answers,
  ItemModel,
  Procedure,
  ProcedureRef,
  StageModel,
} from '../../domain/dossier/procedure.ts';
import type { DepartmentKind, ItemSlug, MaterialSlug, StageSlug } from '../../kernel/ids.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { Definition, DefinitionStage, ResolvedItem } from '../definition/definition.ts';
import type { Limit, LocalText } from '../definition/vocabulary.ts';
import {
  checkedCompiler,
  type CompiledExpression,
  type ExpressionFacts,
} from '../expression/compile-expression.ts';
import { formFacts } from '../expression/read-answers.ts';
import { scopesOf } from '../expression/scope.ts';
import { dossierTable } from '../machine/dossier-machine.ts';
import { provenTables } from '../machine/proven-tables.ts';
import type { ExploredItemTable } from '../machine/item-table.ts';
import { formModel, type FormModel } from './form-model.ts';
import { itemPapers, mergeMaterials, type ItemPapers } from './item-papers.ts';

/** A published definition made ready for use: the domain's procedure and what readers need. */
export interface CompiledProcedure extends Procedure {
  readonly definition: Definition;
  readonly items: ReadonlyMap<ItemSlug, CompiledItem>;
  readonly names: ProcedureNames;
  /** The limits of the item under these answers: situations and the procedure's promise applied. */
  limitsFor(answers: Answers, item: ItemSlug): readonly Limit[];
}

interface CompiledItem extends ItemModel {
  readonly table: ExploredItemTable;
}

interface ProcedureNames {
  readonly items: ReadonlyMap<ItemSlug, LocalText>;
  readonly stages: ReadonlyMap<StageSlug, LocalText>;
  readonly materials: ReadonlyMap<MaterialSlug, LocalText>;
  readonly departments: ReadonlyMap<DepartmentKind, LocalText>;
  /** By the Chinese name, which is what `ineligible` gives. */
  readonly conditions: ReadonlyMap<string, LocalText>;
}

/**
 * Makes a checked definition ready for use: expressions compiled, machines explored into tables
 * and proven, lists laid out. Takes milliseconds once; what it returns is asked at every command.
 */
export function compileProcedure(definition: Definition, ref: ProcedureRef): CompiledProcedure {
  const compilers = expressionsOf(definition);
  const param = Object.fromEntries(
    definition.parameters.map(({ parameter, value }) => [parameter, value]),
  );
  const form = formOf(definition, compilers.form, param);
  const items = itemsOf(definition, compilers.prerequisites, { form, param });
  const matchItems = matcher(definition, compilers.form, { form, param });
  const papers = new Map(
    allItems(definition).map((item) => [item.item as ItemSlug, itemPapers(item, compilers.match)]),
  );
  const matchFacts = (answers: Answers): ExpressionFacts => ({
    ...formFacts(form.complete(answers), param),
    applies: (item) => matchItems(answers).includes(item),
  });
  const statuses = dossierTable();
  return Object.freeze<CompiledProcedure>({
    ref,
    definition,
    stages: definition.stages.map((stage) => stageModel(definition, stage)),
    items,
    names: namesOf(definition),
    projectCodeRequired: definition.projectCode === 'required',
    collectCorrectionsWithinDays: definition.collectCorrectionsWithinDays,
    nextStatus: (status, signal) => statuses.next(status, signal),
    personalFields: new Set(definition.form.filter((one) => one.personal).map(({ id }) => id)),
    formIssues: (answers) => form.issues(answers),
    missingAnswers: (answers) => form.missing(answers),
    ineligible: eligibility(definition, compilers.form, { form, param }),
    matchItems,
    ...demands(definition, papers, matchFacts),
  });
}

interface Reader {
  readonly form: FormModel;
  readonly param: ExpressionFacts['param'];
}

type Compile = (text: string) => CompiledExpression;

function expressionsOf(definition: Definition) {
  const scopes = scopesOf(definition);
  return {
    form: checkedCompiler(scopes.form),
    match: checkedCompiler(scopes.match),
    prerequisites: checkedCompiler(scopes.prerequisites),
  };
}

function formOf(definition: Definition, compile: Compile, param: Reader['param']): FormModel {
  const asked = definition.form.map((question) => ({
    question,
    ...(question.when === undefined ? {} : { when: compile(question.when) }),
  }));
  return formModel(asked, param);
}

function allItems(definition: Definition): readonly ResolvedItem[] {
  return definition.stages.flatMap(({ items }) => items);
}

function itemsOf(
  definition: Definition,
  compile: Compile,
  reader: Reader,
): ReadonlyMap<ItemSlug, CompiledItem> {
  const tableOf = provenTables();
  return new Map(
    definition.stages.flatMap(({ stage, items }) =>
      items.map((item): [ItemSlug, CompiledItem] => {
        const needs = item.needs === undefined ? undefined : compile(item.needs);
        return [
          item.item as ItemSlug,
          itemModel(item, { stage, needs, reader, table: tableOf(item) }),
        ];
      }),
    ),
  );
}

function itemModel(
  item: ResolvedItem,
  around: {
    stage: string;
    needs: CompiledExpression | undefined;
    reader: Reader;
    table: ExploredItemTable;
  },
): CompiledItem {
  const { needs, reader, table } = around;
  return Object.freeze({
    slug: item.item as ItemSlug,
    kind: item.kind,
    stage: around.stage as StageSlug,
    ...(item.department === undefined ? {} : { department: item.department as DepartmentKind }),
    opinionsFrom: (item.opinions?.from ?? []).map((one) => one as DepartmentKind),
    // Whether another item applies matters too: dropping it may be what the item waited for.
    needs: [...(needs?.references.items ?? [])],
    prerequisitesMet: (facts: Parameters<CompiledItem['prerequisitesMet']>[0]) =>
      needs?.evaluate({
        form: reader.form.complete(facts.answers),
        param: reader.param,
        applies: (one) => facts.applies(one),
        isDone: (one) => facts.isDone(one),
      }) ?? true,
    table,
  });
}

/** The match of an object of answers is computed once. */
function matcher(definition: Definition, compile: Compile, { form, param }: Reader) {
  const items = allItems(definition).map(({ item, when }) => ({
    item: item as ItemSlug,
    ...(when === undefined ? {} : { when: compile(when) }),
  }));
  const matched = new WeakMap<Answers, readonly ItemSlug[]>();
  return (answers: Answers): readonly ItemSlug[] => {
    const known = matched.get(answers);
    if (known) return known;
    const facts = formFacts(form.complete(answers), param);
    const found = items.filter(({ when }) => when?.evaluate(facts) ?? true).map(({ item }) => item);
    matched.set(answers, found);
    return found;
  };
}

function eligibility(definition: Definition, compile: Compile, { form, param }: Reader) {
  const conditions = definition.eligibility.map(({ condition, name }) => ({
    name: name.zh,
    holds: compile(condition),
  }));
  return (answers: Answers): readonly string[] => {
    const facts = formFacts(form.complete(answers), param);
    return conditions.filter(({ holds }) => !holds.evaluate(facts)).map(({ name }) => name);
  };
}

function demands(
  definition: Definition,
  papers: ReadonlyMap<ItemSlug, ItemPapers>,
  factsFor: (answers: Answers) => ExpressionFacts,
): Pick<CompiledProcedure, 'materialsFor' | 'knowsMaterial' | 'limitsFor'> {
  const materials = new Set(definition.materials.map(({ material }) => material as MaterialSlug));
  const shared = new Set(
    definition.materials
      .filter((one) => one.shared)
      .map(({ material }) => material as MaterialSlug),
  );
  const papersOf = (item: ItemSlug): ItemPapers => {
    const one = papers.get(item);
    invariant(one, `${item} is an item of ${definition.procedure}`);
    return one;
  };
  return {
    materialsFor: (answers, items) =>
      mergeMaterials(items.map(papersOf), factsFor(answers), shared),
    knowsMaterial: (material) => materials.has(material),
    limitsFor: (answers, item) => papersOf(item).limits(factsFor(answers)),
  };
}

function stageModel(definition: Definition, stage: DefinitionStage): StageModel {
  return {
    slug: stage.stage as StageSlug,
    lead: stage.lead as DepartmentKind,
    items: stage.items.map(({ item }) => item as ItemSlug),
    due: allItems(definition)
      .filter(({ dueBy }) => dueBy === stage.stage)
      .map(({ item }) => item as ItemSlug),
  };
}

function namesOf(definition: Definition): ProcedureNames {
  const conditions = definition.eligibility.map(({ name }) => [name.zh, name] as const);
  return {
    items: nameMap<ItemSlug>(allItems(definition).map(({ item, name }) => [item, name])),
    stages: nameMap<StageSlug>(definition.stages.map(({ stage, name }) => [stage, name])),
    materials: nameMap<MaterialSlug>(
      definition.materials.map(({ material, name }) => [material, name]),
    ),
    departments: nameMap<DepartmentKind>(
      definition.departments.map(({ department, name }) => [department, name]),
    ),
    conditions: new Map(conditions),
  };
}

function nameMap<Slug extends string>(
  entries: readonly (readonly [string, LocalText])[],
): ReadonlyMap<Slug, LocalText> {
  return new Map(entries as readonly (readonly [Slug, LocalText])[]);
}
