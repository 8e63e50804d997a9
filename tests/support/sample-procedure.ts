import type {
  Answer,
  Answers,
  FormIssue,
  ItemKind,
  ItemModel,
  ItemTable,
  MaterialDemand,
  PrerequisiteFacts,
  Procedure,
  StageModel,
} from '../../src/domain/dossier/procedure.ts';
import type { DossierSignal, DossierStatus } from '../../src/domain/dossier/signal.ts';
import type {
  DepartmentKind,
  ItemSlug,
  MaterialSlug,
  ProcedureId,
  Sha256,
  StageSlug,
} from '../../src/kernel/ids.ts';

interface SampleItem {
  readonly item: string;
  readonly stage: string;
  readonly table: ItemTable;
  readonly kind?: ItemKind;
  readonly department?: string;
  readonly opinionsFrom?: readonly string[];
  readonly needs?: readonly string[];
  /** All of `needs` that apply must be done, when absent. */
  readonly met?: (facts: PrerequisiteFacts) => boolean;
  /** Applies always when absent. */
  readonly when?: (answers: Answers) => boolean;
  readonly dueBy?: string;
  readonly materials?: readonly string[];
}

export interface SampleProcedure {
  readonly version?: number;
  readonly id?: string;
  readonly stages: readonly string[];
  readonly items: readonly SampleItem[];
  readonly projectCodeRequired?: boolean;
  readonly requiredAnswers?: readonly string[];
}

const FIELDS: Readonly<Record<string, 'number' | 'boolean' | 'string'>> = {
  sitePhone: 'string',
  floorArea: 'number',
  specialWorks: 'boolean',
  forestLand: 'boolean',
  landByAuction: 'boolean',
  dangerous: 'boolean',
};

/** A procedure written by hand. */
export function sampleProcedure(sample: SampleProcedure): Procedure {
  const { version = 1, id = 'sample' } = sample;
  const models = sample.items.map(modelOf);
  return {
    ref: {
      id: id as ProcedureId,
      version,
      hash: `${id}-${version}`.padEnd(64, '0') as Sha256,
    },
    stages: sample.stages.map((slug) => stageOf(slug, sample.items)),
    items: new Map(models.map((model) => [model.slug, model])),
    projectCodeRequired: sample.projectCodeRequired ?? true,
    personalFields: new Set(['sitePhone']),
    collectCorrectionsWithinDays: 2,
    nextStatus: (status, signal) => STATUSES[status][signal],
    formIssues: (answers) => Object.entries(answers).flatMap(issueOf),
    missingAnswers: (answers) =>
      (sample.requiredAnswers ?? ['floorArea']).filter((field) => !Object.hasOwn(answers, field)),
    ineligible: (answers) => (answers.dangerous === true ? ['no-dangerous-goods'] : []),
    matchItems: (answers) =>
      sample.items
        .filter(({ when }) => when?.(answers) ?? true)
        .map(({ item }) => item as ItemSlug),
    materialsFor: (_answers, items) => demands(sample.items, items),
    knowsMaterial: (material) => sample.items.some((one) => one.materials?.includes(material)),
  };
}

function issueOf([field, answer]: [string, Answer]): FormIssue[] {
  const type = FIELDS[field];
  if (type === undefined) return [{ field, problem: 'unknown-field' }];
  return typeof answer === type ? [] : [{ field, problem: 'wrong-type' }];
}

const STATUSES: Readonly<
  Record<DossierStatus, Partial<Readonly<Record<DossierSignal, DossierStatus>>>>
> = {
  draft: { Submitted: 'submitted', Abandoned: 'abandoned' },
  submitted: { NotAccepted: 'draft', Accepted: 'accepted', Abandoned: 'abandoned' },
  accepted: { Concluded: 'concluded', Abandoned: 'abandoned' },
  concluded: {},
  abandoned: {},
};

function modelOf(sample: SampleItem): ItemModel {
  const needs = (sample.needs ?? []) as readonly ItemSlug[];
  const allDone = (facts: PrerequisiteFacts) =>
    needs.every((slug) => !facts.applies(slug) || facts.isDone(slug));
  return {
    slug: sample.item as ItemSlug,
    kind: sample.kind ?? 'promised',
    stage: sample.stage as StageSlug,
    ...(sample.department && { department: sample.department as DepartmentKind }),
    opinionsFrom: (sample.opinionsFrom ?? []) as readonly DepartmentKind[],
    needs,
    prerequisitesMet: sample.met ?? allDone,
    table: sample.table,
  };
}

function stageOf(slug: string, items: readonly SampleItem[]): StageModel {
  const slugs = (chosen: readonly SampleItem[]) => chosen.map(({ item }) => item as ItemSlug);
  return {
    slug: slug as StageSlug,
    lead: 'approval-bureau' as DepartmentKind,
    items: slugs(items.filter(({ stage }) => stage === slug)),
    due: slugs(items.filter(({ stage, dueBy = stage }) => dueBy === slug)),
  };
}

function demands(all: readonly SampleItem[], items: readonly ItemSlug[]): MaterialDemand[] {
  const asking = all.filter(({ item }) => items.includes(item as ItemSlug));
  const materials = new Set(asking.flatMap((one) => one.materials ?? []));
  return [...materials].map((material) => ({
    material: material as MaterialSlug,
    required: !material.startsWith('optional-'),
    for: asking
      .filter((one) => one.materials?.includes(material))
      .map(({ item }) => item as ItemSlug),
  }));
}
