import type { DossierCommandType } from '../../src/domain/dossier/commands.ts';
import type { ItemTable, ItemTransition, TurnOf } from '../../src/domain/dossier/procedure.ts';
import type {
  ItemEnding,
  ItemPhase,
  ItemSignal,
  ItemStep,
} from '../../src/domain/dossier/signal.ts';
import type { PostKind } from '../../src/domain/post.ts';
import { invariant } from '../../src/kernel/invariant.ts';

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
