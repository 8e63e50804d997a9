import type { DossierCommandType } from '../../domain/dossier/commands.ts';
import type { TurnOf } from '../../domain/dossier/procedure.ts';
import type { ItemSignal, ItemStep } from '../../domain/dossier/signal.ts';
import type { PostKind } from '../../domain/post.ts';
import type { ItemPlan } from './item-plan.ts';

/** Whose act brings a transition about. A transition without turns follows from something else. */
export interface Turn {
  readonly command: DossierCommandType;
  readonly by: readonly PostKind[];
  readonly of: TurnOf;
}

type TurnRule = (plan: ItemPlan, from: ItemStep) => readonly Turn[];

const agent = (command: DossierCommandType): Turn => ({ command, by: ['agent'], of: 'agency' });
const lead = (command: DossierCommandType): Turn => ({ command, by: ['window'], of: 'lead' });
const counter = (command: DossierCommandType): Turn => ({
  command,
  by: ['window', 'handler'],
  of: 'item',
});

const approve: TurnRule = (plan, from) => {
  if (from === 'releasing') return [];
  if (from === 'reported-up') {
    return [{ command: 'RecordSuperiorAnswer', by: recorders(plan), of: 'item' }];
  }
  return [{ command: 'ApproveItem', by: plan.by.approving, of: 'item' }];
};

const reject: TurnRule = (plan, from) =>
  from === 'reported-up'
    ? [{ command: 'RecordSuperiorAnswer', by: recorders(plan), of: 'item' }]
    : [{ command: 'RejectItem', by: plan.by.approving, of: 'item' }];

/**
 * Turns by signal, total over the signals. A transition that a definition adds by itself gets its
 * turns from here too, so that no transition exists without somebody whose act it is.
 */
const TURNS: Readonly<Record<ItemSignal, TurnRule>> = {
  Submitted: () => [agent('SubmitApplication')],
  // Departments note, the lead tells: the note fires nothing, but it is what is to be done now.
  CorrectionsTold: (plan) => [
    lead('TellCorrections'),
    { command: 'NoteCorrections', by: openers(plan), of: 'item' },
  ],
  CorrectionsSupplied: () => [agent('SupplyCorrections')],
  Accepted: () => [lead('AcceptApplication')],
  Deferred: () => [lead('AcceptApplication')],
  NotAccepted: () => [lead('RefuseAcceptance')],
  PrerequisitesArrived: () => [],
  OpinionsSolicited: (plan) => [{ command: 'SolicitOpinions', by: openers(plan), of: 'item' }],
  // Only the last opinion gathers them; the others are acts in the same step.
  OpinionsGathered: () => [{ command: 'GiveOpinion', by: ['handler', 'approver'], of: 'opinion' }],
  Handled: (plan) => [{ command: 'HandleItem', by: plan.by.handling, of: 'item' }],
  Reviewed: (plan) => [{ command: 'ReviewItem', by: plan.by.reviewing, of: 'item' }],
  SentBack: (plan, from) => [
    {
      command: 'SendBackItem',
      by: from.endsWith('reviewing') ? plan.by.reviewing : plan.by.approving,
      of: 'item',
    },
  ],
  ApprovalPrepared: (plan) => [{ command: 'ApproveItem', by: plan.by.approving, of: 'item' }],
  Approved: approve,
  Rejected: reject,
  ReportedUp: (plan) => [{ command: 'ReportUp', by: plan.by.approving, of: 'item' }],
  ResultIssued: () => [counter('IssueResult')],
  ResultServed: () => [counter('ServeResult')],
  Returned: (plan) => [{ command: 'ReturnItem', by: openers(plan), of: 'item' }],
  Withdrawn: () => [agent('WithdrawItem')],
  Dropped: () => [lead('DropItem')],
  MilestoneReached: () => [agent('RecordMilestone'), lead('RecordMilestone')],
  MilestoneFailed: () => [agent('RecordMilestoneFailure'), lead('RecordMilestoneFailure')],
};

export const ITEM_SIGNALS = Object.keys(TURNS) as readonly ItemSignal[];

export function isItemSignal(name: string): name is ItemSignal {
  return Object.hasOwn(TURNS, name);
}

export function turnsOf(plan: ItemPlan, from: ItemStep, signal: ItemSignal): readonly Turn[] {
  return TURNS[signal](plan, from);
}

/** Who opens the file in the competent department: the posts of its first step. */
function openers(plan: ItemPlan): readonly PostKind[] {
  const first = plan.chain[0];
  return first === undefined ? [] : plan.by[first];
}

/** The superior decides; the department that reported up writes the answer down. */
function recorders(plan: ItemPlan): readonly PostKind[] {
  return [...new Set([...openers(plan), ...plan.by.approving])];
}
