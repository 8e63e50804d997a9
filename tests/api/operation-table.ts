import { apiDefinition } from './api-definition.ts';
import { INVESTOR } from './scenes.ts';

/** Who may come, each a demo person in one post; `d01` leads, `d02` takes part, `d03` does not. */
export const ROLES = {
  nobody: undefined,
  stranger: 'stranger',
  agent: 'agent-lin',
  otherAgent: 'agent-zhou',
  leadWindow: 'd01.window',
  /** Of a department that was asked for its opinion. */
  askedHandler: 'd01.handler',
  window: 'd02.window',
  handler: 'd02.handler',
  reviewer: 'd02.reviewer',
  approver: 'd02.approver',
  outsideWindow: 'd03.window',
  outsideHandler: 'd03.handler',
  outsideReviewer: 'd03.reviewer',
  outsideApprover: 'd03.approver',
  supervisor: 'supervisor',
  auditor: 'auditor',
  administrator: 'administrator',
} as const;

export type Role = keyof typeof ROLES;

/**
 * What a role hears. `allowed`: past authority, whatever the state of the matter then says. `hidden`:
 * as if it were not there.
 */
export type Hears = 'allowed' | 'forbidden' | 'hidden' | 'unauthenticated';

/** One operation: what is asked, of a dossier that is with the departments, and who may. */
export interface OperationRow {
  readonly allowed: readonly Role[];
  /** Those for whom it is as if nothing were there; all others are forbidden. */
  readonly hidden?: readonly Role[];
  /** The selection of a query or subscription; its arguments are `variables`. */
  readonly select?: string;
  /** Arguments; `DOSSIER`, `ID` and `FRESH` stand for the scene's number, global id, a new id. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const ALL = Object.keys(ROLES).filter((role) => role !== 'nobody') as Role[];
const POSTED = ALL.filter((role) => role !== 'stranger');
const WATCHERS: readonly Role[] = ['supervisor', 'auditor', 'administrator'];
const READERS: readonly Role[] = [
  'agent',
  'leadWindow',
  'askedHandler',
  'window',
  'handler',
  'reviewer',
  'approver',
  ...WATCHERS,
];
const OTHERS = ALL.filter((role) => !READERS.includes(role));
const OF_D02: readonly Role[] = ['window', 'handler', 'reviewer', 'approver'];

/** A dossier that others cannot see. */
const reading = (select: string, variables: OperationRow['variables']): OperationRow => ({
  allowed: READERS,
  hidden: OTHERS,
  select,
  variables,
});

export const QUERIES: Readonly<Record<string, OperationRow>> = {
  viewer: { allowed: ALL, select: '{ person { person } }', variables: {} },
  procedures: { allowed: ALL, select: '{ procedure }', variables: {} },
  procedure: { allowed: ALL, select: '{ procedure }', variables: { id: 'api-joint-approval' } },
  departments: { allowed: ALL, select: '{ department }', variables: {} },
  whoCouldSign: {
    allowed: POSTED,
    select: '{ post }',
    variables: { department: '331100-d02', posts: ['APPROVER'] },
  },
  dossier: reading('{ number }', { dossier: 'DOSSIER' }),
  node: reading('{ id }', { id: 'ID' }),
  nodes: reading('{ id }', { ids: ['ID'] }),
  dryRunMove: reading('{ toVersion }', { dossier: 'DOSSIER', version: 1 }),
  search: reading('{ edges { node { number } } }', { text: 'DOSSIER', atLeast: 'POSITION' }),
  agentDesk: {
    allowed: ['agent', ...WATCHERS],
    select: '{ edges { node { number } } }',
    variables: { agent: 'agent-lin', atLeast: 'POSITION' },
  },
  inbox: {
    allowed: [...OF_D02, ...WATCHERS],
    select: '{ edges { node { number } } }',
    variables: { department: '331100-d02', atLeast: 'POSITION' },
  },
};

const FROM_THE_BEGINNING = '00000000000000000000';

export const SUBSCRIPTIONS: Readonly<Record<string, OperationRow>> = {
  dossierChanged: reading('{ number }', { dossier: 'DOSSIER', after: FROM_THE_BEGINNING }),
  inboxChanged: {
    allowed: [...OF_D02, ...WATCHERS],
    select: '{ department }',
    variables: { department: '331100-d02', after: FROM_THE_BEGINNING },
  },
};

const onDossier = (allowed: readonly Role[], input?: object): OperationRow => ({
  allowed,
  variables: { requestId: 'FRESH', dossier: 'DOSSIER', ...(input && { input }) },
});
const onOffice = (input: object): OperationRow => ({
  allowed: ['administrator'],
  variables: { requestId: 'FRESH', input },
});

const ITEM = { item: 'item-d02' };
const STAGE = { stage: 'approval' };
const INTAKE = { intake: 1 };
const GROUNDS = { reason: '理由', basis: '依据', remedy: '救济' };
const PROPOSAL = { ...ITEM, proposal: 'APPROVE', opinion: '同意' };
const BECAUSE = { ...ITEM, reason: '理由' };
const FILE = { material: 'site-plan', hash: '0'.repeat(64) };
const DAY = '2026-03-02';
const INSTANT = '2026-03-02T00:00:00Z';

export const MUTATIONS: Readonly<Record<string, OperationRow>> = {
  openDossier: {
    allowed: ['agent', 'otherAgent', 'leadWindow', 'window', 'outsideWindow'],
    variables: {
      requestId: 'FRESH',
      input: {
        procedure: 'api-joint-approval',
        projectName: '厂房',
        region: '331100',
        investor: INVESTOR,
        secret: false,
      },
    },
  },
  assignProjectCode: onDossier(['agent', 'leadWindow'], {
    projectCode: '2603-331100-04-01-123456',
  }),
  fillForm: onDossier(['agent', 'leadWindow'], { answers: { floorArea: 1 } }),
  attachMaterial: onDossier(['agent', 'leadWindow'], { ...FILE, fileName: '图.pdf' }),
  removeMaterial: onDossier(['agent', 'leadWindow'], FILE),
  requestPreReview: onDossier(['agent', 'leadWindow'], STAGE),
  advisePreReview: onDossier(['window', 'handler'], { ...ITEM, advice: 'READY', note: '可' }),
  submitApplication: onDossier(['agent'], STAGE),
  noteCorrections: onDossier(['handler'], { ...ITEM, corrections: [] }),
  tellCorrections: onDossier(['leadWindow'], INTAKE),
  supplyCorrections: onDossier(['agent'], INTAKE),
  acceptApplication: onDossier(['leadWindow'], INTAKE),
  refuseAcceptance: onDossier(['leadWindow'], { ...INTAKE, grounds: GROUNDS }),
  solicitOpinions: onDossier(['handler'], {
    ...ITEM,
    departments: ['331100-d01'],
    question: '意见？',
    answerBy: '2026-04-01',
  }),
  giveOpinion: onDossier(['askedHandler'], { ...ITEM, answer: 'AGREE' }),
  handleItem: onDossier(['handler'], PROPOSAL),
  reviewItem: onDossier(['reviewer'], PROPOSAL),
  sendBackItem: onDossier(['reviewer', 'approver'], BECAUSE),
  approveItem: onDossier(['approver'], ITEM),
  rejectItem: onDossier(['approver'], { ...ITEM, grounds: GROUNDS }),
  reportUp: onDossier(['approver'], { ...ITEM, superior: '省厅', reference: '1号' }),
  recordSuperiorAnswer: onDossier(['handler', 'approver'], {
    ...ITEM,
    answer: 'APPROVED',
    reference: '1号',
  }),
  recordMilestone: onDossier(['agent', 'leadWindow'], {
    ...ITEM,
    reachedOn: DAY,
    reference: '1号',
  }),
  recordMilestoneFailure: onDossier(['agent', 'leadWindow'], BECAUSE),
  issueResult: onDossier(['window', 'handler'], { ...ITEM, title: '许可证' }),
  serveResult: onDossier(['window', 'handler'], {
    ...ITEM,
    manner: 'WINDOW',
    proof: '回执',
    servedOn: DAY,
  }),
  returnItem: onDossier(['handler'], { ...ITEM, grounds: GROUNDS }),
  withdrawItem: onDossier(['agent'], BECAUSE),
  addItem: onDossier(['leadWindow'], { item: 'item-d03', reason: '理由' }),
  dropItem: onDossier(['leadWindow'], BECAUSE),
  assignAgent: onDossier(['agent', 'leadWindow', 'administrator'], { agent: 'agent-zhou' }),
  renameInvestor: onDossier(['agent', 'leadWindow'], { name: '新名', reason: '改制' }),
  replaceInvestor: onDossier(['leadWindow'], {
    investor: { ...INVESTOR, name: '受让人' },
    reason: '转让',
    basis: '合同',
  }),
  moveProcedure: onDossier(['administrator'], { version: 1, reason: '理由', authority: '1号' }),
  concludeStage: onDossier(['leadWindow'], STAGE),
  concludeDossier: onDossier(['leadWindow'], {}),
  abandonDossier: onDossier(['agent', 'leadWindow'], { reason: '理由' }),
  foundDepartment: onOffice({
    department: 'FRESH',
    kind: 'd99',
    region: '331100',
    nameZh: '新部门',
    nameEn: 'New department',
  }),
  closeDepartment: onOffice({ department: 'FRESH', reason: '撤并' }),
  setCompetence: onOffice({ department: 'FRESH', items: ['item-d02'] }),
  registerPerson: onOffice({ person: 'FRESH', name: '新人', subject: 'FRESH' }),
  appointToPost: onOffice({
    post: 'FRESH',
    kind: 'HANDLER',
    person: 'FRESH',
    department: '331100-d02',
    from: INSTANT,
    letter: '1号',
  }),
  endPost: onOffice({ post: 'FRESH', at: INSTANT, reason: '调离' }),
  publishProcedure: {
    allowed: ['administrator'],
    variables: { requestId: 'FRESH', definition: JSON.stringify(apiDefinition()) },
  },
};

/** What the row says that the role hears. */
export function expectedOf(row: OperationRow, role: Role): Hears {
  if (role === 'nobody') return 'unauthenticated';
  if (row.allowed.includes(role)) return 'allowed';
  return row.hidden?.includes(role) ? 'hidden' : 'forbidden';
}
