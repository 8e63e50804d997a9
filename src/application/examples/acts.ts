import type { DossierCommandType } from '../../domain/dossier/commands.ts';
import { own } from '../../domain/dossier/own.ts';
import type { Grounds } from '../../domain/dossier/parts.ts';
import type { ItemTransition } from '../../domain/dossier/procedure.ts';
import type { ItemState } from '../../domain/dossier/state.ts';
import type { Actor } from '../../domain/post.ts';
import type { DepartmentId, MaterialSlug, PersonId, StageSlug } from '../../kernel/ids.ts';
import { DOSSIER, type Deed, type Scene } from './scene.ts';

const GROUNDS: Grounds = {
  reason: '不符合条件（示例）',
  basis: '示例依据',
  remedy: '可依法申请行政复议或者提起行政诉讼（示例）',
};
const REASON = '示例原因';

/** Whether the item is on its way to a refusal, which its handler and reviewer then propose. */
export type Proposal = 'approve' | 'reject';

interface Moment {
  readonly scene: Scene;
  readonly item: ItemState;
  readonly transition: ItemTransition;
  readonly proposal: Proposal;
}

type Builder = (moment: Moment) => readonly Deed[];

/** What is done, and by whom, to bring a transition of an item about; nothing where nobody can. */
export function actsFor(moment: Moment): readonly Deed[] {
  const { command } = moment.transition;
  return (command && BUILDERS[command]?.(moment)) ?? [];
}

const BUILDERS: Partial<Readonly<Record<DossierCommandType, Builder>>> = {
  SubmitApplication: ({ scene, item }) => submission(scene, item.stage, [item.item]),
  SupplyCorrections: ({ scene, item }) => supplied(scene, item),
  AcceptApplication: ({ scene, item }) => [
    {
      command: {
        type: 'AcceptApplication',
        dossier: DOSSIER,
        intake: item.intake ?? 0,
        items: [item.item],
      },
      by: lead(scene, item.stage),
    },
  ],
  RefuseAcceptance: ({ scene, item }) => [
    {
      command: {
        type: 'RefuseAcceptance',
        dossier: DOSSIER,
        intake: item.intake ?? 0,
        items: [item.item],
        grounds: GROUNDS,
      },
      by: lead(scene, item.stage),
    },
  ],
  SolicitOpinions: (moment) => {
    const departments = opinionDepartments(moment.scene, moment.item);
    return onItem(moment, {
      type: 'SolicitOpinions',
      departments,
      question: REASON,
      answerBy: moment.scene.tomorrow,
    });
  },
  GiveOpinion: ({ scene, item }) => {
    const next = opinionDepartments(scene, item).find(
      (department) => own(item.opinions, department)?.answer === undefined,
    );
    return next === undefined ? [] : [opinion(item, next, 'agree')];
  },
  HandleItem: (moment) =>
    onItem(moment, { type: 'HandleItem', proposal: moment.proposal, opinion: REASON }),
  ReviewItem: (moment) =>
    onItem(moment, { type: 'ReviewItem', proposal: moment.proposal, opinion: REASON }),
  SendBackItem: (moment) => onItem(moment, { type: 'SendBackItem', reason: REASON }),
  ApproveItem: (moment) => {
    const answers = Object.values(moment.item.opinions).map(({ answer }) => answer);
    const overriding = answers.includes('disagree') ? { overridingReason: REASON } : {};
    return onItem(moment, { type: 'ApproveItem', ...overriding });
  },
  RejectItem: (moment) => onItem(moment, { type: 'RejectItem', grounds: GROUNDS }),
  ReportUp: (moment) =>
    onItem(moment, { type: 'ReportUp', superior: '上级机关（示例）', reference: REASON }),
  RecordSuperiorAnswer: (moment) =>
    onItem(moment, {
      type: 'RecordSuperiorAnswer',
      reference: REASON,
      ...(moment.transition.on === 'Rejected'
        ? { answer: 'rejected', grounds: GROUNDS }
        : { answer: 'approved' }),
    }),
  IssueResult: (moment) => onItem(moment, { type: 'IssueResult', title: REASON }),
  ServeResult: (moment) =>
    onItem(moment, {
      type: 'ServeResult',
      manner: 'window',
      proof: REASON,
      servedOn: moment.scene.today,
    }),
  ReturnItem: (moment) => onItem(moment, { type: 'ReturnItem', grounds: GROUNDS }),
  WithdrawItem: (moment) => onItem(moment, { type: 'WithdrawItem', reason: REASON }),
  DropItem: (moment) => onItem(moment, { type: 'DropItem', reason: REASON }),
  RecordMilestone: (moment) =>
    onItem(moment, {
      type: 'RecordMilestone',
      reachedOn: moment.scene.today,
      reference: REASON,
    }),
  RecordMilestoneFailure: (moment) =>
    onItem(moment, { type: 'RecordMilestoneFailure', reason: REASON }),
};

/** Puts every paper on the table that the items ask for and that is not there, and applies. */
export function submission(
  scene: Scene,
  stage: StageSlug,
  items: readonly ItemState['item'][],
): readonly Deed[] {
  const { dossier, procedure } = scene;
  const missing = procedure
    .materialsFor(dossier.answers, items)
    .filter(({ material, required }) => required && !own(dossier.materials, material)?.length);
  const command = { type: 'SubmitApplication', dossier: DOSSIER, stage, items } as const;
  return [...missing.map(({ material }) => scene.attach(material)), { command, by: scene.agent() }];
}

/** Everything that was told is supplied with new files. */
export function supplied(scene: Scene, item: ItemState): readonly Deed[] {
  const intake = scene.dossier.intakes.find((one) => one.intake === item.intake);
  const asked = Object.values(intake?.noted ?? {}).flatMap((corrections) => corrections);
  const materials = new Set(asked.map(({ material }) => material));
  const command = {
    type: 'SupplyCorrections',
    dossier: DOSSIER,
    intake: item.intake ?? 0,
  } as const;
  return [
    ...[...materials].map((material) => scene.attach(material)),
    { command, by: scene.agent() },
  ];
}

/** The item's department finds a paper wanting, the others nothing, and the lead tells it. */
export function correction(scene: Scene, item: ItemState): readonly Deed[] {
  const { dossier, procedure } = scene;
  const number = item.intake ?? 0;
  const intake = dossier.intakes.find((one) => one.intake === number);
  const demanded = procedure.materialsFor(dossier.answers, [item.item])[0]?.material;
  const material = demanded ?? (procedure.definition.materials[0]?.material as MaterialSlug);
  const notes = (intake?.items ?? []).flatMap((slug): Deed[] => {
    const other = own(dossier.items, slug);
    if (!other || other.phase !== 'received' || other.intake !== number) return [];
    const corrections =
      slug === item.item ? [{ material, problem: 'incomplete', note: REASON } as const] : [];
    const note = { type: 'NoteCorrections', dossier: DOSSIER, item: slug, corrections } as const;
    return [{ command: note, by: officer(note.type, other.department, 'handler') }];
  });
  const tell = { type: 'TellCorrections', dossier: DOSSIER, intake: number } as const;
  return [...notes, { command: tell, by: lead(scene, item.stage) }];
}

export function opinion(
  { item }: ItemState,
  department: DepartmentId,
  answer: 'agree' | 'disagree',
): Deed {
  const command = {
    type: 'GiveOpinion',
    dossier: DOSSIER,
    item,
    answer,
    ...(answer === 'disagree' ? { reason: REASON } : {}),
  } as const;
  return { command, by: officer(command.type, department, 'handler') };
}

export function lead(scene: Scene, stage: StageSlug): Actor {
  return officer('lead', own(scene.dossier.stages, stage)?.lead, 'window');
}

/** In each department another person for each kind of act: nobody reviews what they handled. */
export function officer(
  act: string,
  department: DepartmentId | undefined,
  post: Actor['post'],
): Actor {
  const person = `${department ?? 'agency'}-${act}` as PersonId;
  return department === undefined ? { person, post } : { person, post, department };
}

function opinionDepartments(scene: Scene, { item }: ItemState): readonly DepartmentId[] {
  const kinds = scene.procedure.items.get(item)?.opinionsFrom ?? [];
  return kinds.map((kind) => kind as string as DepartmentId);
}

type OnItem = Extract<Deed['command'], { readonly item: ItemState['item'] }>;
type WithoutPlace<Command> = Command extends OnItem ? Omit<Command, 'dossier' | 'item'> : never;

function onItem({ scene, item, transition }: Moment, act: WithoutPlace<OnItem>): readonly Deed[] {
  const { of, by } = transition;
  const actor =
    of === 'agency'
      ? scene.agent()
      : of === 'lead'
        ? lead(scene, item.stage)
        : officer(act.type, item.department, by[0] ?? 'handler');
  const command = { dossier: DOSSIER, item: item.item, ...act } as OnItem;
  return [{ command, by: actor }];
}
