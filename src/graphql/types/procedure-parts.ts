import { ITEM_KIND_LABELS } from '../../wording/labels.ts';
import { LIMIT_KIND_LABELS, LIMIT_UNIT_LABELS } from '../../wording/matter-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { SHORT_LIST } from '../price.ts';
import { labelled, named } from '../views/label.ts';
import type { ItemOfProcedure, LimitOfProcedure, SourceView } from '../views/procedure-views.ts';

/** Stages, items and limits of a published procedure. */
export function addProcedureParts(builder: ApiBuilder): void {
  addStage(builder);
  addItem(builder);
  addLimit(builder);
  addDemand(builder);
}

function addStage(builder: ApiBuilder): void {
  builder.objectType('ProcedureStage', {
    fields: (t) => ({
      stage: t.string({ resolve: ({ stage }) => stage.stage }),
      name: t.field({ type: 'Words', resolve: ({ stage }) => stage.name }),
      lead: t.field({
        type: 'Label',
        description: '牵头部门类别。 The kind of department that leads.',
        resolve: ({ stage, definition }) => departmentKind(definition, stage.lead),
      }),
      promise: t.field({
        type: 'Limit',
        resolve: ({ stage, definition }) => ({
          definition,
          limit: { kind: 'promised' as const, ...stage.promise },
        }),
      }),
      items: t.field({
        type: ['ProcedureItem'],
        complexity: { field: 1, multiplier: 8 },
        resolve: ({ stage, definition }) =>
          stage.items.map((item) => ({ definition, stage, item })),
      }),
    }),
  });
}

function addItem(builder: ApiBuilder): void {
  builder.objectType('ProcedureItem', {
    fields: (t) => ({
      item: t.string({ resolve: ({ item }) => item.item }),
      name: t.field({ type: 'Words', resolve: ({ item }) => item.name }),
      kind: t.field({
        type: 'Label',
        resolve: ({ item }) => labelled(item.kind, ITEM_KIND_LABELS),
      }),
      department: t.field({
        type: 'Label',
        nullable: true,
        description: '办理部门类别；外部节点没有。 Null for external milestones.',
        resolve: ({ item, definition }) =>
          item.department === undefined ? null : departmentKind(definition, item.department),
      }),
      dueBy: t.string({ resolve: ({ item }) => item.dueBy }),
      when: t.string({ nullable: true, resolve: ({ item }) => item.when }),
      needs: t.string({ nullable: true, resolve: ({ item }) => item.needs }),
      limits: t.field({
        type: ['Limit'],
        complexity: SHORT_LIST,
        description:
          '各项时限及其依据；特殊情形另计。 Limits with their sources, leaving situations aside.',
        resolve: limitsOf,
      }),
      materials: t.field({
        type: ['MaterialDemand'],
        complexity: { field: 1, multiplier: 4 },
        resolve: ({ item, definition }) => item.materials.map((demand) => ({ definition, demand })),
      }),
    }),
  });
}

/** The promise that the procedure makes for the item stands beside the catalogue's limits. */
function limitsOf({ item, definition }: ItemOfProcedure): readonly LimitOfProcedure[] {
  const promised = item.promise && { kind: 'promised' as const, ...item.promise };
  const others = promised ? item.limits.filter(({ kind }) => kind !== 'promised') : item.limits;
  return [...others, ...(promised ? [promised] : [])].map((limit) => ({ definition, limit }));
}

function addLimit(builder: ApiBuilder): void {
  builder.objectType('Limit', {
    description: '时限：法定或承诺。 A limit, statutory or promised, with its source.',
    fields: (t) => ({
      kind: t.field({
        type: 'Label',
        resolve: ({ limit }) => labelled(limit.kind, LIMIT_KIND_LABELS),
      }),
      amount: t.int({ resolve: ({ limit }) => limit.amount }),
      unit: t.field({
        type: 'Label',
        resolve: ({ limit }) => labelled(limit.unit, LIMIT_UNIT_LABELS),
      }),
      starts: t.string({ nullable: true, resolve: ({ limit }) => limit.starts }),
      source: t.field({
        type: 'Source',
        resolve: ({ limit, definition }) => ({ definition, source: limit.source }),
      }),
    }),
  });
  builder.objectType('Source', {
    description: '依据：法规条文，或注明的估算。 A legal instrument, or an estimate that says so.',
    fields: (t) => ({
      isEstimate: t.boolean({ resolve: ({ source }) => 'estimate' in source }),
      estimate: t.string({
        nullable: true,
        resolve: ({ source }) => ('estimate' in source ? source.estimate : null),
      }),
      instrument: t.field({ type: 'Label', nullable: true, resolve: instrumentOf }),
      article: t.string({
        nullable: true,
        resolve: ({ source }) => ('instrument' in source ? source.article : null),
      }),
    }),
  });
}

function instrumentOf({ source, definition }: SourceView) {
  if (!('instrument' in source)) return null;
  const known = definition.instruments.find((one) => one.instrument === source.instrument);
  return named(source.instrument, known?.name);
}

function addDemand(builder: ApiBuilder): void {
  builder.objectType('MaterialDemand', {
    fields: (t) => ({
      material: t.field({
        type: 'Label',
        resolve: ({ demand, definition }) => {
          const known = definition.materials.find((one) => one.material === demand.material);
          return named(demand.material, known?.name);
        },
      }),
      required: t.boolean({ resolve: ({ demand }) => demand.required }),
      when: t.string({ nullable: true, resolve: ({ demand }) => demand.when }),
      source: t.field({
        type: 'Source',
        resolve: ({ demand, definition }) => ({ definition, source: demand.source }),
      }),
    }),
  });
  builder.objectType('Question', {
    fields: (t) => ({
      id: t.exposeString('id'),
      type: t.exposeString('type'),
      label: t.expose('label', { type: 'Words' }),
      required: t.exposeBoolean('required'),
      personal: t.exposeBoolean('personal'),
      when: t.string({ nullable: true, resolve: ({ when }) => when }),
      unit: t.string({ nullable: true, resolve: (one) => ('unit' in one ? one.unit : null) }),
      options: t.field({
        type: ['QuestionOption'],
        complexity: { field: 1, multiplier: 4 },
        resolve: (one) => ('options' in one ? one.options : []),
      }),
    }),
  });
  builder.objectType('QuestionOption', {
    fields: (t) => ({
      option: t.exposeString('option'),
      label: t.expose('label', { type: 'Words' }),
    }),
  });
}

function departmentKind(
  { departments }: SourceView['definition'],
  kind: string,
): ReturnType<typeof named> {
  return named(kind, departments.find(({ department }) => department === kind)?.name);
}
