import type { DossierCommandInput } from '../../src/application/commands/dossier-inputs.ts';
import { dossierCommandInput } from '../../src/application/commands/dossier-inputs.ts';
import type { Obstacles } from '../../src/domain/dossier/applying.ts';
import type { DossierCommandType } from '../../src/domain/dossier/commands.ts';
import { nextActions, type NextAction, type Turn } from '../../src/domain/dossier/next-actions.ts';
import type { Procedure } from '../../src/domain/dossier/procedure.ts';
import type { Dossier } from '../../src/domain/dossier/state.ts';
import type { Actor } from '../../src/domain/post.ts';
import type { ItemSlug } from '../../src/kernel/ids.ts';
import { addDays, dayOf, type Instant } from '../../src/kernel/instant.ts';
import { demoDepartmentId } from '../../src/server/demo/demo-people.ts';
import type { Random } from '../support/seeded-random.ts';
import { holderOf } from './city.ts';

/** Somebody and what they want done. */
export interface Act {
  readonly actor: Actor;
  readonly input: DossierCommandInput;
}

/** What an act looks at. */
export interface Scene {
  readonly dossier: Dossier;
  readonly procedure: Procedure;
  readonly now: Instant;
  readonly random: Random;
}

/** What a command is about, as one of the next actions says it. */
export interface Subject {
  readonly item: string;
  readonly stage: string;
  readonly intake: number;
}

const PROJECT_CODE = '2612-331100-04-01-123456';
const GROUNDS = {
  reason: '用地红线与规划不符',
  basis: '《城乡规划法》第三十八条',
  remedy: '六十日内申请行政复议',
};
const FORMS: readonly (readonly [string, readonly (number | boolean)[]])[] = [
  ['floorArea', [800, 9_000]],
  ['auction', [true, false]],
  ['forest', [true, false]],
];

type Make = (about: Subject, scene: Scene) => unknown;

/** A well-formed command of each kind; what is left out nobody asks for in a simulation. */
const CONTENTS: Readonly<Partial<Record<DossierCommandType, Make>>> = {
  AssignProjectCode: () => ({ projectCode: PROJECT_CODE }),
  FillForm: (_about, { random }) => {
    const [field, values] = random.oneOf(FORMS);
    return { answers: { [field]: random.oneOf(values) } };
  },
  AttachMaterial: (_about, { random }) => attachment('application', random),
  RequestPreReview: ({ stage }) => ({ stage }),
  AdvisePreReview: ({ item }, { random }) => ({
    item,
    advice: random.percent(70) ? 'ready' : 'not-ready',
    note: '缺附图',
  }),
  SubmitApplication: ({ stage, item }, { random }) =>
    random.percent(80) ? { stage } : { stage, items: [item] },
  NoteCorrections: ({ item }, { random }) => ({
    item,
    corrections: random.percent(30)
      ? [{ material: 'red-line-map', problem: 'illegible', note: '请重新出图' }]
      : [],
  }),
  TellCorrections: ({ intake }) => ({ intake }),
  SupplyCorrections: ({ intake }) => ({ intake }),
  AcceptApplication: ({ intake, item }, { random }) =>
    random.percent(70) ? { intake } : { intake, items: [item] },
  RefuseAcceptance: ({ intake, item }) => ({ intake, items: [item], grounds: GROUNDS }),
  SolicitOpinions: ({ item }, { procedure, now }) => ({
    item,
    departments: opinionsFrom(item, procedure),
    question: '方案是否可行？',
    answerBy: addDays(dayOf(now), 30),
  }),
  GiveOpinion: ({ item }, { random }) => ({
    item,
    answer: random.oneOf(['agree', 'agree', 'disagree', 'report-up']),
    reason: '须修改出入口',
  }),
  HandleItem: ({ item }) => ({ item, proposal: 'approve', opinion: '拟同意' }),
  ReviewItem: ({ item }) => ({ item, proposal: 'approve', opinion: '同意拟办意见' }),
  SendBackItem: ({ item }) => ({ item, reason: '请再核' }),
  ApproveItem: ({ item }) => ({ item, overridingReason: '已按意见调整' }),
  RejectItem: ({ item }) => ({ item, grounds: GROUNDS }),
  ReportUp: ({ item }) => ({ item, superior: '省林业局', reference: '12号' }),
  RecordSuperiorAnswer: ({ item }, { random }) => ({
    item,
    answer: random.percent(70) ? 'approved' : 'rejected',
    reference: '88号',
    grounds: GROUNDS,
  }),
  RecordMilestone: ({ item }, { now }) => ({ item, reachedOn: dayOf(now), reference: '合同7号' }),
  RecordMilestoneFailure: ({ item }) => ({ item, reason: '流拍' }),
  ReturnItem: ({ item }) => ({ item, grounds: GROUNDS }),
  WithdrawItem: ({ item }) => ({ item, reason: '项目调整' }),
  AddItem: ({ item }) => ({ item, reason: '专家意见' }),
  DropItem: ({ item }) => ({ item, reason: '不再涉及' }),
  IssueResult: ({ item }) => ({ item, title: '批复' }),
  ServeResult: ({ item }, { now }) => ({
    item,
    manner: 'window',
    proof: '签收单',
    servedOn: dayOf(now),
  }),
  RenameInvestor: (_about, { random }) => ({ name: `改名${random.below(99)}号`, reason: '改制' }),
  ConcludeStage: ({ stage }) => ({ stage }),
  ConcludeDossier: () => ({}),
};

const COMMANDS = Object.keys(CONTENTS) as readonly DossierCommandType[];

/** A command of this kind, as its client would send it. */
export function inputOf(
  type: DossierCommandType,
  about: Subject,
  scene: Scene,
): DossierCommandInput {
  return dossierCommandInput.parse({ type, ...(CONTENTS[type]?.(about, scene) as object) });
}

function attachment(material: string, random: Random): object {
  const hash = Array.from({ length: 64 }, () => random.below(16).toString(16)).join('');
  return { material, hash, fileName: `${material}.pdf` };
}

function opinionsFrom(item: string, { items }: Procedure): readonly string[] {
  const model = items.get(item as never);
  const kinds = model?.opinionsFrom ?? [];
  return kinds.length === 0 ? ['331100-reform'] : kinds.map(demoDepartmentId);
}

/** One of the things that are said to be next; first what an application still lacks. */
export function nextAct(scene: Scene): Act | undefined {
  const { dossier, procedure, random } = scene;
  const actions = nextActions(dossier, procedure);
  const offers = actions.flatMap((action) => offersOf(action, random));
  if (offers.length === 0) return undefined;
  const { action, turn, type } = random.oneOf(offers);
  const about = subjectOf(action, scene);
  const actor = holderOf(random.oneOf(turn.posts), turn.department, random);
  const first = preparation(type, action, scene);
  return { actor, input: first ?? inputOf(type, about, scene) };
}

/** Chosen seldom, or nothing would ever come to an end. */
const SETBACKS: ReadonlySet<DossierCommandType> = new Set(['RefuseAcceptance', 'SendBackItem']);

interface Offer {
  readonly action: NextAction;
  readonly turn: Turn;
  readonly type: DossierCommandType;
}

function offersOf(action: NextAction, random: Random): readonly Offer[] {
  const exits = action.about === 'item' && random.percent(3) ? action.exits : [];
  return [...action.turns, ...exits].flatMap((turn) =>
    turn.commands
      .filter((type) => !SETBACKS.has(type) || random.percent(15))
      .map((type) => ({ action, turn, type })),
  );
}

/** What has to be there before the command can succeed: papers, answers, the project's code. */
function preparation(
  type: DossierCommandType,
  action: NextAction,
  scene: Scene,
): DossierCommandInput | undefined {
  const { random } = scene;
  if (type === 'SupplyCorrections') {
    return random.percent(60) ? attaching('red-line-map', random) : undefined;
  }
  const isApplication = type === 'SubmitApplication' && action.about === 'stage';
  return isApplication ? applicationLacks(action.obstacles, scene) : undefined;
}

function applicationLacks(
  { answers, materials }: Obstacles,
  { dossier, random }: Scene,
): DossierCommandInput | undefined {
  const [field, values] = FORMS.find(([name]) => answers.includes(name)) ?? [];
  if (field && values) return { type: 'FillForm', answers: { [field]: random.oneOf(values) } };
  const [missing] = materials;
  if (missing !== undefined) return attaching(missing, random);
  const isCodeMissing = dossier.projectCode === undefined && random.percent(50);
  return isCodeMissing ? { type: 'AssignProjectCode', projectCode: PROJECT_CODE } : undefined;
}

function attaching(material: string, random: Random): DossierCommandInput {
  return dossierCommandInput.parse({ type: 'AttachMaterial', ...attachment(material, random) });
}

function subjectOf(action: NextAction, scene: Scene): Subject {
  const wild = wildSubject(scene);
  const stage = 'stage' in action ? action.stage : wild.stage;
  switch (action.about) {
    case 'item':
      return { ...wild, stage, item: action.item, ...intakeOf(action.item, scene) };
    case 'intake':
      return { stage, intake: action.intake, item: itemOfIntake(action.intake, scene, wild.item) };
    case 'stage':
      return { ...wild, stage, item: scene.random.oneOf([...action.items, wild.item]) };
    default:
      return wild;
  }
}

function intakeOf(item: ItemSlug, { dossier }: Scene): Pick<Subject, 'intake'> | undefined {
  const intake = dossier.items[item]?.intake;
  return intake === undefined ? undefined : { intake };
}

function itemOfIntake(intake: number, { dossier, random }: Scene, otherwise: string): string {
  const items = examined(intake, dossier);
  return items.length > 0 ? random.oneOf(items) : otherwise;
}

/** The items of the intake on which acceptance has not been decided. */
export function examined(intake: number, { intakes, items }: Dossier): readonly string[] {
  const of = intakes[intake - 1]?.items ?? [];
  return of.filter((slug) => items[slug]?.intake === intake && items[slug].phase === 'received');
}

function wildSubject({ dossier, procedure, random }: Scene): Subject {
  return {
    item: random.oneOf([...procedure.items.keys()]),
    stage: random.oneOf(procedure.stages).slug,
    intake: 1 + random.below(dossier.intakes.length + 1),
  };
}

/** Anything at all, by anybody. */
export function wildAct(scene: Scene): Act {
  const { random } = scene;
  const post = random.oneOf(['window', 'handler', 'reviewer', 'approver', 'agent'] as const);
  const kinds = [...scene.procedure.items.values()].flatMap((item) => item.department ?? []);
  const kind = random.oneOf(kinds);
  const department = post === 'agent' ? undefined : demoDepartmentId(kind);
  return {
    actor: holderOf(post, department, random),
    input: inputOf(random.oneOf(COMMANDS), wildSubject(scene), scene),
  };
}
