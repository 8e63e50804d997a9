import type { DossierCommandType } from '../../src/domain/dossier/commands.ts';
import type { Procedure } from '../../src/domain/dossier/procedure.ts';
import type { Dossier, OpinionState } from '../../src/domain/dossier/state.ts';
import type { DepartmentId, ItemSlug, StageSlug } from '../../src/kernel/ids.ts';
import type { Day } from '../../src/kernel/instant.ts';
import {
  accept,
  attach,
  conclude,
  drop,
  fill,
  GROUNDS,
  handle,
  hashOf,
  material,
  note,
  OPEN,
  refuse,
  reject,
  review,
  serve,
  submit,
  supply,
  tell,
  withdraw,
} from './dossier-scenes.ts';
import type { Step } from './dossier-spec.ts';
import { department, OPENING, person, PROCEDURE, PROJECT_CODE } from './sample-office.ts';
import { NEWER } from './two-versions.ts';

/** What a command is about, and a number that varies what it says. */
export interface About {
  readonly item: ItemSlug;
  readonly stage: StageSlug;
  readonly intake: number;
  /** Who gives an opinion. */
  readonly department?: DepartmentId;
  readonly variant: number;
}

type Make = (about: About, dossier: Dossier, procedure: Procedure) => Step;
const FLAGS = ['specialWorks', 'forestLand', 'landByAuction'] as const;
const MATERIALS = ['project-sheet', 'site-plan', 'eia-report', 'drawings'] as const;

/** Commands whose own contents give no reason to refuse them. */
const MAKERS: Readonly<Record<DossierCommandType, Make>> = {
  OpenDossier: () => OPEN,
  AssignProjectCode: () => ({ type: 'AssignProjectCode', projectCode: PROJECT_CODE }),
  FillForm: ({ variant }) => fill({ [oneOf(FLAGS, variant)]: variant % 2 === 0, floorArea: 100 }),
  AttachMaterial: ({ variant }, { materials }) => {
    const slug = oneOf(MATERIALS, variant);
    return attach(slug, `${slug}-${(materials[material(slug)] ?? []).length}`);
  },
  RemoveMaterial: ({ variant }) => {
    const slug = oneOf(MATERIALS, variant);
    return { type: 'RemoveMaterial', material: material(slug), hash: hashOf(`${slug}-1`) };
  },
  RequestPreReview: ({ stage }) => ({ type: 'RequestPreReview', stage }),
  AdvisePreReview: ({ item, variant }) => ({
    type: 'AdvisePreReview',
    item,
    advice: variant % 2 === 0 ? 'ready' : 'not-ready',
    note: '缺附图',
  }),
  SubmitApplication: ({ stage, item, variant }) =>
    variant % 2 === 0 ? submit(stage) : submit(stage, item),
  NoteCorrections: ({ item, variant }) =>
    variant % 3 === 0 ? note(item, 'site-plan') : note(item),
  TellCorrections: ({ intake }) => tell(intake),
  SupplyCorrections: ({ intake }) => supply(intake),
  AcceptApplication: ({ intake, item, variant }) =>
    variant % 3 === 0 ? accept(intake, item) : accept(intake),
  RefuseAcceptance: ({ intake, item, variant }) =>
    variant % 3 === 0 ? refuse(intake) : refuse(intake, item),
  SolicitOpinions: ({ item }, _dossier, { items }) => ({
    type: 'SolicitOpinions',
    item,
    departments: (items.get(item)?.opinionsFrom ?? []).map(department),
    question: '方案是否可行？',
    answerBy: '2026-12-31' as Day,
  }),
  GiveOpinion: ({ item, department: asked, variant }, { items }) => [
    {
      type: 'GiveOpinion',
      item,
      answer:
        isReported(items[item]?.opinions ?? {}, asked) || variant % 3 > 0 ? 'agree' : 'report-up',
      reason: '须报上级',
    },
    { by: { person: person('other'), post: 'handler', ...(asked && { department: asked }) } },
  ],
  HandleItem: ({ item }) => handle(item),
  ReviewItem: ({ item }) => review(item),
  SendBackItem: ({ item }) => ({ type: 'SendBackItem', item, reason: '再核' }),
  ApproveItem: ({ item }) => ({ type: 'ApproveItem', item, overridingReason: '已按意见调整' }),
  RejectItem: ({ item }) => reject(item),
  ReportUp: ({ item }) => ({ type: 'ReportUp', item, superior: '省林业局', reference: '12号' }),
  RecordSuperiorAnswer: ({ item, variant }) => ({
    type: 'RecordSuperiorAnswer',
    item,
    answer: variant % 3 === 0 ? 'rejected' : 'approved',
    reference: '88号',
    grounds: GROUNDS,
  }),
  RecordMilestone: ({ item }) => ({
    type: 'RecordMilestone',
    item,
    reachedOn: '2026-11-20' as Day,
    reference: '合同07号',
  }),
  RecordMilestoneFailure: ({ item }) => ({ type: 'RecordMilestoneFailure', item, reason: '流拍' }),
  ReturnItem: ({ item }) => ({ type: 'ReturnItem', item, grounds: GROUNDS }),
  WithdrawItem: ({ item }) => withdraw(item),
  AddItem: ({ item }) => ({ type: 'AddItem', item, reason: '专家意见' }),
  DropItem: ({ item }) => drop(item),
  IssueResult: ({ item }) => ({ type: 'IssueResult', item, title: '批复' }),
  ServeResult: ({ item }) => serve(item),
  AssignAgent: ({ variant }) => ({ type: 'AssignAgent', agent: person(`agent-${variant}`) }),
  RenameInvestor: ({ variant }) => ({
    type: 'RenameInvestor',
    name: `青禾${variant}公司`,
    reason: '改制',
  }),
  ReplaceInvestor: ({ variant }) => ({
    type: 'ReplaceInvestor',
    investor: { ...OPENING.investor, name: `新禾${variant}公司` },
    reason: '转让',
    basis: '协议',
  }),
  MoveProcedure: (_about, { procedure }) => {
    const nextProcedure = procedure.version === 1 ? NEWER : PROCEDURE;
    const to = nextProcedure.ref;
    return [{ type: 'MoveProcedure', to, reason: '新版', authority: '8号' }, { nextProcedure }];
  },
  ConcludeStage: ({ stage }) => conclude(stage),
  ConcludeDossier: () => ({ type: 'ConcludeDossier' }),
  AbandonDossier: () => ({ type: 'AbandonDossier', reason: '放弃' }),
};

export const COMMAND_TYPES = Object.keys(MAKERS) as readonly DossierCommandType[];

export function wellFormed(
  type: DossierCommandType,
  about: About,
  dossier: Dossier,
  procedure: Procedure,
): Step {
  return MAKERS[type](about, dossier, procedure);
}

export function oneOf<Value>(values: readonly Value[], choice: number): Value {
  const value = values[choice % values.length];
  if (value === undefined) throw new Error('there is nothing to choose from');
  return value;
}

function isReported(
  opinions: Readonly<Record<DepartmentId, OpinionState>>,
  asked: DepartmentId | undefined,
): boolean {
  return asked !== undefined && opinions[asked]?.answer === 'report-up';
}
