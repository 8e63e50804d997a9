import type { DossierCommandType } from '../../src/domain/dossier/commands.ts';
import type {
  Answer,
  Answers,
  FormIssue,
  ItemKind,
  ItemModel,
  ItemTable,
  ItemTransition,
  MaterialDemand,
  PrerequisiteFacts,
  Procedure,
  StageModel,
  TurnOf,
} from '../../src/domain/dossier/procedure.ts';
import type {
  DossierSignal,
  DossierStatus,
  ItemEnding,
  ItemPhase,
  ItemSignal,
  ItemStep,
} from '../../src/domain/dossier/signal.ts';
import type { PostKind } from '../../src/domain/post.ts';
import { invariant } from '../../src/kernel/invariant.ts';
import type {
  DepartmentKind,
  ItemSlug,
  MaterialSlug,
  ProcedureId,
  Sha256,
  StageSlug,
} from '../../src/kernel/ids.ts';

/** `received Accepted handling AcceptApplication window lead`: from, signal, to, and whose act. */
export type TransitionLine = string;

/** A table from a literal list, so that these tests need neither definitions nor statecharts. */
export function tableOf(initial: ItemStep, lines: readonly TransitionLine[]): ItemTable {
  const rows = new Map<ItemStep, ItemTransition[]>([[initial, []]]);
  for (const line of lines) {
    const [from, on, to, command, by, of] = line.split(' ');
    invariant(from && on && to, `a transition needs from, signal and to: ${line}`);
    rows.set(to, rows.get(to) ?? []);
    const row = rows.get(from) ?? [];
    rows.set(from, row);
    row.push({
      on: on as ItemSignal,
      to,
      ...(command && { command: command as DossierCommandType }),
      by: (by?.split(',') ?? []) as PostKind[],
      of: (of ?? 'item') as TurnOf,
    });
  }
  const rowOf = (step: ItemStep) => {
    const row = rows.get(step);
    invariant(row, `the table has the step ${step}`);
    return row;
  };
  const next = new Map(
    [...rows].map(([step, row]) => [step, new Map(row.map(({ on, to }) => [on, to]))]),
  );
  return {
    initial,
    has: (step) => rows.has(step),
    next: (step, signal) => next.get(step)?.get(signal),
    leaving: rowOf,
    phase: phaseOf,
    ending: (step) => ENDINGS[step],
    isGranted: (step) => GRANTED.has(step),
  };
}

const ENDINGS: Readonly<Record<string, ItemEnding>> = {
  concluded: 'approved',
  registered: 'approved',
  refused: 'rejected',
  'not-accepted': 'not-accepted',
  returned: 'returned',
  withdrawn: 'withdrawn',
  dropped: 'dropped',
  reached: 'reached',
  failed: 'failed',
};
const GRANTED = new Set(['approved', 'approved-issued', 'concluded', 'registered', 'reached']);
const DECIDED = new Set(['approved', 'approved-issued', 'rejected', 'rejected-issued']);
const EXAMINED = new Set(['received', 'correcting', 'corrected']);

function phaseOf(step: ItemStep): ItemPhase {
  if (step === 'planned' || step === 'awaited') return 'planned';
  if (ENDINGS[step]) return 'ended';
  if (step.startsWith('waiting-')) return 'waiting';
  if (EXAMINED.has(step)) return 'received';
  return DECIDED.has(step) ? 'decided' : 'working';
}

/** Leaving early is possible from every step before the decision. */
function exitsFrom(steps: readonly ItemStep[]): readonly TransitionLine[] {
  return steps.flatMap((step) => [
    `${step} Withdrawn withdrawn WithdrawItem agent agency`,
    `${step} Dropped dropped DropItem window lead`,
    ...(step === 'correcting' ? [] : [`${step} Returned returned ReturnItem handler item`]),
  ]);
}

function examination(first: ItemStep, waits: boolean): readonly TransitionLine[] {
  return [
    'planned Submitted received SubmitApplication agent agency',
    'planned Dropped dropped DropItem window lead',
    'received CorrectionsTold correcting TellCorrections window lead',
    'received CorrectionsTold correcting NoteCorrections handler item',
    'correcting CorrectionsSupplied corrected SupplyCorrections agent agency',
    'correcting NotAccepted not-accepted RefuseAcceptance window lead',
    ...['received', 'corrected'].flatMap((step) => [
      `${step} Accepted ${first} AcceptApplication window lead`,
      `${step} NotAccepted not-accepted RefuseAcceptance window lead`,
      ...(waits ? [`${step} Deferred waiting-${first} AcceptApplication window lead`] : []),
    ]),
    ...exitsFrom(['received', 'correcting', 'corrected']),
  ];
}

const PAPERS: readonly TransitionLine[] = [
  'approved ResultIssued approved-issued IssueResult window,handler item',
  'approved-issued ResultServed concluded ServeResult window,handler item',
  'rejected ResultIssued rejected-issued IssueResult window,handler item',
  'rejected-issued ResultServed refused ServeResult window,handler item',
];

const APPROVING: readonly TransitionLine[] = [
  'approving Approved approved ApproveItem approver item',
  'approving Rejected rejected RejectItem approver item',
];

const STEPS: readonly TransitionLine[] = [
  'handling Handled reviewing HandleItem handler item',
  'reviewing Reviewed approving ReviewItem reviewer item',
  'reviewing SentBack handling SendBackItem reviewer item',
  'approving SentBack handling SendBackItem approver item',
  ...exitsFrom(['handling', 'reviewing', 'approving']),
];

const PRE_REVIEW: readonly TransitionLine[] = [
  'waiting-handling Handled waiting-reviewing HandleItem handler item',
  'waiting-reviewing Reviewed waiting-approving ReviewItem reviewer item',
  'waiting-reviewing SentBack waiting-handling SendBackItem reviewer item',
  'waiting-approving SentBack waiting-handling SendBackItem approver item',
  'waiting-approving ApprovalPrepared waiting-ready ApproveItem approver item',
  ...['handling', 'reviewing', 'approving'].map(
    (step) => `waiting-${step} PrerequisitesArrived ${step}`,
  ),
  'waiting-ready PrerequisitesArrived releasing',
  'releasing Approved approved',
  ...exitsFrom(['waiting-handling', 'waiting-reviewing', 'waiting-approving', 'waiting-ready']),
];

const OPINIONS: readonly TransitionLine[] = [
  'soliciting OpinionsGathered handling GiveOpinion handler,approver opinion',
  ...exitsFrom(['soliciting']),
];

const SOLICITED = 'OpinionsSolicited soliciting SolicitOpinions handler item';

/** One table a kind, as the machines of the definition language have them. */
export const TABLES = {
  promised: tableOf('planned', [
    ...examination('handling', false),
    ...STEPS,
    ...APPROVING,
    ...PAPERS,
  ]),
  waiting: tableOf('planned', [
    ...examination('handling', true),
    ...PRE_REVIEW,
    ...STEPS,
    ...APPROVING,
    ...PAPERS,
  ]),
  asking: tableOf('planned', [
    ...examination('handling', false),
    `handling ${SOLICITED}`,
    ...OPINIONS,
    ...STEPS,
    ...APPROVING,
    ...PAPERS,
  ]),
  joint: tableOf('planned', [
    ...examination('consulting', false),
    `consulting ${SOLICITED}`,
    ...exitsFrom(['consulting']),
    ...OPINIONS,
    ...STEPS,
    ...APPROVING,
    ...PAPERS,
  ]),
  instant: tableOf('planned', [
    ...examination('approving', true),
    'waiting-approving PrerequisitesArrived approving',
    ...['received', 'corrected', 'approving'].flatMap((step) => [
      `${step} Approved registered ApproveItem window item`,
      `${step} Rejected rejected RejectItem window item`,
    ]),
    ...exitsFrom(['approving', 'waiting-approving']),
    ...PAPERS.slice(2),
  ]),
  reportUp: tableOf('planned', [
    ...examination('handling', false),
    ...STEPS,
    'approving ReportedUp reported-up ReportUp approver item',
    'approving Rejected rejected RejectItem approver item',
    'reported-up Approved approved RecordSuperiorAnswer handler,approver item',
    'reported-up Rejected rejected RecordSuperiorAnswer handler,approver item',
    ...exitsFrom(['reported-up']),
    ...PAPERS,
  ]),
  external: tableOf('awaited', [
    'awaited MilestoneReached reached RecordMilestone agent agency',
    'awaited MilestoneFailed failed RecordMilestoneFailure agent agency',
    'awaited Dropped dropped DropItem window lead',
  ]),
} as const;

export interface SampleItem {
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

const FIELDS: Readonly<Record<string, 'number' | 'boolean'>> = {
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
