import { invariant } from '../../kernel/invariant.ts';
import type { DossierEvent, DossierEventType } from './events.ts';
import type { Procedure } from './procedure.ts';
import type { Dossier, DossierState } from './state.ts';
import * as deciding from './evolve/deciding.ts';
import * as drafting from './evolve/drafting.ts';
import * as file from './evolve/file.ts';
import * as intakes from './evolve/intakes.ts';
import type { Act, Apply } from './evolve/stepping.ts';

type Appliers = {
  readonly [Type in Exclude<DossierEventType, 'DossierOpened'>]: Apply<Type>;
};

/** One row an event: what it changes in the file, and which signal its items hear. */
const APPLIERS: Appliers = {
  ProjectCodeAssigned: drafting.projectCodeAssigned,
  FormFilled: drafting.formFilled,
  ItemsMatched: drafting.itemsMatched,
  MaterialAttached: drafting.materialAttached,
  MaterialRemoved: drafting.materialRemoved,
  PreReviewRequested: drafting.preReviewRequested,
  PreReviewAdvised: drafting.preReviewAdvised,
  ApplicationSubmitted: intakes.applicationSubmitted,
  CorrectionsNoted: intakes.correctionsNoted,
  CorrectionsTold: intakes.correctionsTold,
  CorrectionsSupplied: intakes.correctionsSupplied,
  ApplicationAccepted: intakes.applicationAccepted,
  ApplicationNotAccepted: intakes.applicationNotAccepted,
  PrerequisitesArrived: intakes.prerequisitesArrived,
  OpinionsSolicited: deciding.opinionsSolicited,
  OpinionGiven: deciding.opinionGiven,
  OpinionsGathered: deciding.stepping('OpinionsGathered'),
  ItemHandled: deciding.itemHandled,
  ItemReviewed: deciding.itemReviewed,
  ItemSentBack: deciding.itemSentBack,
  ApprovalPrepared: deciding.approvalPrepared,
  ItemApproved: deciding.itemApproved,
  ItemRejected: deciding.itemRejected,
  ItemReportedUp: deciding.stepping('ReportedUp'),
  SuperiorAnswered: deciding.superiorAnswered,
  MilestoneReached: deciding.stepping('MilestoneReached'),
  MilestoneFailed: deciding.stepping('MilestoneFailed'),
  ItemReturned: deciding.leaving('Returned'),
  ItemWithdrawn: deciding.leaving('Withdrawn'),
  ItemAdded: file.itemAdded,
  ItemDropped: deciding.leaving('Dropped'),
  ResultIssued: deciding.resultIssued,
  ResultServed: deciding.stepping('ResultServed'),
  AgentAssigned: file.agentAssigned,
  InvestorRenamed: file.investorRenamed,
  InvestorReplaced: file.investorReplaced,
  ProcedureMoved: file.procedureMoved,
  StageConcluded: file.stageConcluded,
  DossierConcluded: file.dossierConcluded,
  DossierAbandoned: file.dossierAbandoned,
};

/**
 * What the dossier is after the event. Pure; shares with the old state what the event leaves alone.
 * `procedure` is the version the dossier runs on after the event: the opening's own, and after
 * `ProcedureMoved` the new one. An event that cannot have happened is a broken invariant.
 */
export function evolve(
  state: DossierState,
  event: DossierEvent,
  act: Act,
  procedure: Procedure,
): Dossier {
  if (event.type === 'DossierOpened') {
    invariant(state.status === 'none', `dossier ${event.data.dossier} is opened once`);
    requireVersion(procedure, event.data.procedure.hash);
    return drafting.dossierOpened(event.data, act, procedure);
  }
  invariant(state.status !== 'none', 'a dossier begins with its opening');
  const isOpen = state.status !== 'concluded' && state.status !== 'abandoned';
  invariant(isOpen, `nothing happens to dossier ${state.number} after its end`);
  const version = event.type === 'ProcedureMoved' ? event.data.to : state.procedure;
  requireVersion(procedure, version.hash);
  const apply = APPLIERS[event.type] as Apply<typeof event.type>;
  return apply(state, event.data, { act, procedure });
}

function requireVersion(procedure: Procedure, hash: string): void {
  invariant(procedure.ref.hash === hash, 'the procedure is the version the dossier runs on');
}
