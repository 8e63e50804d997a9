import { authorise } from '../../../../src/application/authority/authorise.ts';
import type { Command } from '../../../../src/application/authority/command.ts';
import type {
  ItemModel,
  ItemTable,
  ItemTransition,
  Procedure,
} from '../../../../src/domain/dossier/procedure.ts';
import type { ItemStep } from '../../../../src/domain/dossier/signal.ts';
import type { Dossier, DossierState, ItemState } from '../../../../src/domain/dossier/state.ts';
import { evolveOrganisation } from '../../../../src/domain/organisation/evolve.ts';
import type { OrganisationEvent } from '../../../../src/domain/organisation/events.ts';
import { NO_ORGANISATION } from '../../../../src/domain/organisation/state.ts';
import type { Actor, PostKind } from '../../../../src/domain/post.ts';
import type {
  DepartmentId,
  DepartmentKind,
  DossierNumber,
  ItemSlug,
  PersonId,
  PostId,
  ProcedureId,
  RegionCode,
  Sha256,
  StageSlug,
} from '../../../../src/kernel/ids.ts';
import type { Day, Instant } from '../../../../src/kernel/instant.ts';

/*
 * A small office and one dossier in mid-course, written down by hand so that each rule of authority
 * shows: planning leads, environment decides the EIA, water was asked, housing is a stranger.
 */
export const PLANNING = '331100-planning' as DepartmentId;
export const ENVIRONMENT = '331100-environment' as DepartmentId;
export const WATER = '331100-water' as DepartmentId;
export const HOUSING = '331100-housing' as DepartmentId;
export const EIA = 'eia' as ItemSlug;
export const SCHEME = 'scheme-review' as ItemSlug;
export const TENDER = 'tender' as ItemSlug;
export const UNMATCHED = 'heritage' as ItemSlug;
export const STAGE = 'works' as StageSlug;
export const DOSSIER = '331100-20261122-7K3F9Q' as DossierNumber;

export function at(day: string): Instant {
  return `2026-${day}T08:00:00.000Z` as Instant;
}
export const TODAY = at('11-22');
export const SINCE = at('01-01');

const DEPARTMENT_POSTS: readonly PostKind[] = ['window', 'handler', 'reviewer', 'approver'];

/** One person a post and department, named after both. */
export function officer(post: PostKind, department?: DepartmentId): Actor {
  const person = `${post}-${department ?? 'free'}` as PersonId;
  return { person, post, ...(department && { department }) };
}

export const AGENT = officer('agent');
export const OTHER_AGENT: Actor = { person: 'agent-other' as PersonId, post: 'agent' };

function founded(department: DepartmentId, kind: string): OrganisationEvent {
  const names = { nameZh: department, nameEn: department };
  const region = '331100' as RegionCode;
  const data = { department, kind: kind as DepartmentKind, region, ...names };
  return { type: 'DepartmentFounded', data };
}

export function appointed(actor: Actor, from: Instant, to?: Instant): OrganisationEvent {
  const { person, post: kind, department } = actor;
  const post = `${person}-post` as PostId;
  const period = { from, ...(to && { to }) };
  const letter = `letter for ${person}`;
  const data = { post, kind, person, ...(department && { department }), ...period, letter };
  return { type: 'PersonAppointed', data };
}

const DEPARTMENTS = [PLANNING, ENVIRONMENT, WATER, HOUSING] as const;

export const ORGANISATION = evolveOrganisation(
  NO_ORGANISATION,
  ...DEPARTMENTS.map((department) => founded(department, department.slice('331100-'.length))),
  ...DEPARTMENTS.flatMap((department) =>
    DEPARTMENT_POSTS.map((post) => appointed(officer(post, department), SINCE)),
  ),
  ...[AGENT, OTHER_AGENT].map((agent) => appointed(agent, SINCE)),
  ...(['supervisor', 'auditor', 'administrator'] as const).map((post) =>
    appointed(officer(post), SINCE),
  ),
  appointed(officer('administrator', WATER), SINCE),
);

type Steps = Readonly<Record<ItemStep, readonly ItemTransition[]>>;

function table(initial: ItemStep, steps: Steps): ItemTable {
  return {
    initial,
    has: (step) => Object.hasOwn(steps, step),
    next: (step, signal) => steps[step]?.find(({ on }) => on === signal)?.to,
    leaving: (step) => steps[step] ?? [],
    phase: () => 'working',
    ending: () => undefined,
    isGranted: () => false,
  };
}

const officeSteps: Steps = {
  planned: [
    {
      on: 'Submitted',
      to: 'received',
      command: 'SubmitApplication',
      by: ['agent'],
      of: 'agency',
    },
  ],
  received: [
    { on: 'Accepted', to: 'handling', command: 'AcceptApplication', by: ['window'], of: 'lead' },
  ],
  handling: [
    { on: 'Handled', to: 'approving', command: 'HandleItem', by: ['handler'], of: 'item' },
    {
      on: 'OpinionsGathered',
      to: 'handling',
      command: 'GiveOpinion',
      by: ['handler', 'approver'],
      of: 'opinion',
    },
  ],
  approving: [
    { on: 'Approved', to: 'approved', command: 'ApproveItem', by: ['approver'], of: 'item' },
  ],
  approved: [],
};

const awaitedSteps: Steps = {
  awaited: [
    {
      on: 'MilestoneReached',
      to: 'reached',
      command: 'RecordMilestone',
      by: ['agent'],
      of: 'agency',
    },
    {
      on: 'MilestoneReached',
      to: 'reached',
      command: 'RecordMilestone',
      by: ['window'],
      of: 'item',
    },
  ],
  reached: [],
};

const OFFICE_TABLE = table('planned', officeSteps);

/** The same machine, except that the approver himself handles. */
export const CHANGED_TABLE = table('planned', {
  ...officeSteps,
  handling: (officeSteps['handling'] ?? []).map((transition) =>
    transition.command === 'HandleItem' ? { ...transition, by: ['approver'] } : transition,
  ),
});

function model(slug: ItemSlug, itemTable: ItemTable): [ItemSlug, ItemModel] {
  const rest = { kind: 'promised', stage: STAGE, opinionsFrom: [], needs: [] } as const;
  return [slug, { slug, ...rest, prerequisitesMet: () => true, table: itemTable }];
}

export function procedure(itemTable = OFFICE_TABLE): Procedure {
  const awaited = table('awaited', awaitedSteps);
  const items = new Map([
    ...[EIA, SCHEME, UNMATCHED].map((slug) => model(slug, itemTable)),
    model(TENDER, awaited),
  ]);
  const lead = 'planning' as DepartmentKind;
  return {
    ref: { id: 'gov-building' as ProcedureId, version: 1, hash: '0'.repeat(64) as Sha256 },
    stages: [{ slug: STAGE, lead, items: [...items.keys()], due: [] }],
    items,
    personalFields: new Set(),
    projectCodeRequired: true,
    collectCorrectionsWithinDays: 2,
    nextStatus: () => undefined,
    formIssues: () => [],
    missingAnswers: () => [],
    ineligible: () => [],
    matchItems: () => [...items.keys()],
    materialsFor: () => [],
    knowsMaterial: () => true,
  };
}

function state(item: ItemSlug, step: ItemStep, department?: DepartmentId): ItemState {
  const place = { item, stage: STAGE, step, ...(department && { department }) };
  return { ...place, phase: 'working', granted: false, attempt: 1, opinions: {} };
}

/** The EIA is being handled and water was asked, the scheme lies at the counter. */
export const IN_COURSE: Dossier = {
  status: 'submitted',
  number: DOSSIER,
  projectName: '综合楼',
  region: '331100' as RegionCode,
  investor: {
    name: '丽水某公司',
    kind: 'enterprise',
    contact: { subject: 'c' as PersonId, erased: true },
  },
  agent: AGENT.person,
  openedAt: SINCE,
  procedure: procedure().ref,
  pinned: false,
  answers: {},
  materials: {},
  items: {
    [EIA]: { ...state(EIA, 'handling', ENVIRONMENT), opinions: { [WATER]: {} } },
    [SCHEME]: state(SCHEME, 'received', PLANNING),
    [TENDER]: state(TENDER, 'awaited'),
  },
  stages: { [STAGE]: { lead: PLANNING, preReviewRequested: false } },
  intakes: [
    {
      intake: 1,
      stage: STAGE,
      items: [SCHEME],
      collectCorrectionsUntil: '2026-11-24' as Day,
      materials: [],
      noted: {},
      status: 'examining',
    },
  ],
  papers: 0,
};

export interface Change {
  readonly dossier?: DossierState;
  readonly procedure?: Procedure;
  readonly at?: Instant;
  readonly recordedAt?: Instant;
  readonly organisation?: typeof ORGANISATION;
}

/** Whether the actor may, asked today on the dossier in mid-course unless changed. */
export function asked(actor: Actor, command: Command, change: Change = {}) {
  return authorise({
    command,
    actor,
    at: TODAY,
    recordedAt: TODAY,
    organisation: ORGANISATION,
    dossier: IN_COURSE,
    procedure: procedure(),
    ...change,
  });
}

/** Everybody of the office who may, named by post and department. */
export function whoMay(command: Command, change: Change = {}): readonly string[] {
  const everybody = [...ORGANISATION.posts.values()].map(({ person, kind, department }): Actor => ({
    person,
    post: kind,
    ...(department && { department }),
  }));
  return everybody.filter((one) => asked(one, command, change).ok).map(({ person }) => person);
}
