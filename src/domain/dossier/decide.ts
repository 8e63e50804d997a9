import { invariant } from '../../kernel/invariant.ts';
import { ok } from '../../kernel/result.ts';
import type { Circumstances } from './circumstances.ts';
import type { DossierCommand, DossierCommandType } from './commands.ts';
import * as applying from './decide/applying.ts';
import { withArrivals } from './decide/arrivals.ts';
import * as changes from './decide/changes.ts';
import * as conclusion from './decide/conclusion.ts';
import * as corrections from './decide/corrections.ts';
import type { Decide, Decision, Refused } from './decide/decision.ts';
import * as drafting from './decide/drafting.ts';
import * as intake from './decide/intake.ts';
import * as milestones from './decide/milestones.ts';
import { openDossier } from './decide/opening.ts';
import * as opinions from './decide/opinions.ts';
import * as preReview from './decide/pre-review.ts';
import * as procedureMove from './decide/procedure.ts';
import * as reporting from './decide/reporting-up.ts';
import * as results from './decide/results.ts';
import * as steps from './decide/steps.ts';
import { no } from './refusals.ts';
import type { DossierState } from './state.ts';

type OnOpenDossier = Exclude<DossierCommandType, 'OpenDossier'>;
type Deciders = { readonly [Type in OnOpenDossier]: Decide<Type> };

const DECIDERS: Deciders = {
  AssignProjectCode: drafting.assignProjectCode,
  FillForm: drafting.fillForm,
  AttachMaterial: drafting.attachMaterial,
  RemoveMaterial: drafting.removeMaterial,
  RequestPreReview: preReview.requestPreReview,
  AdvisePreReview: preReview.advisePreReview,
  SubmitApplication: applying.submitApplication,
  NoteCorrections: corrections.noteCorrections,
  TellCorrections: corrections.tellCorrections,
  SupplyCorrections: corrections.supplyCorrections,
  AcceptApplication: intake.acceptApplication,
  RefuseAcceptance: intake.refuseAcceptance,
  SolicitOpinions: opinions.solicitOpinions,
  GiveOpinion: opinions.giveOpinion,
  HandleItem: steps.handleItem,
  ReviewItem: steps.reviewItem,
  SendBackItem: steps.sendBackItem,
  ApproveItem: steps.approveItem,
  RejectItem: steps.rejectItem,
  ReportUp: reporting.reportUp,
  RecordSuperiorAnswer: reporting.recordSuperiorAnswer,
  RecordMilestone: milestones.recordMilestone,
  RecordMilestoneFailure: milestones.recordMilestoneFailure,
  ReturnItem: changes.returnItem,
  WithdrawItem: changes.withdrawItem,
  AddItem: changes.addItem,
  DropItem: changes.dropItem,
  IssueResult: results.issueResult,
  ServeResult: results.serveResult,
  AssignAgent: changes.assignAgent,
  RenameInvestor: changes.renameInvestor,
  ReplaceInvestor: changes.replaceInvestor,
  MoveProcedure: procedureMove.moveProcedure,
  ConcludeStage: conclusion.concludeStage,
  ConcludeDossier: conclusion.concludeDossier,
  AbandonDossier: changes.abandonDossier,
};

/**
 * What the office's rules say to a command: the events it leads to (none where nothing changes), or
 * a refusal. Who may give the command is not asked here; `application` has settled that.
 */
export function decide(
  command: DossierCommand,
  state: DossierState,
  circumstances: Circumstances,
): Decision {
  const untimely = wrongTime(state, circumstances);
  if (untimely) return untimely;
  if (command.type === 'OpenDossier') return openDossier(command, state, circumstances);
  if (state.status === 'none') return no('dossier-missing', { dossier: command.dossier });
  if (state.status === 'concluded' || state.status === 'abandoned') {
    return no('dossier-not-in-status', { status: state.status, command: command.type });
  }
  const isItsVersion = circumstances.procedure.ref.hash === state.procedure.hash;
  invariant(isItsVersion, `dossier ${state.number} is decided under the version it runs on`);
  const decider = DECIDERS[command.type] as Decide<typeof command.type>;
  const decision = decider(command, state, circumstances);
  return decision.ok ? ok(withArrivals(state, decision.value, circumstances)) : decision;
}

/** Back-dating is allowed and visible; the future and the time before the dossier are not. */
function wrongTime(
  state: DossierState,
  { occurredAt, recordedAt }: Circumstances,
): Refused | undefined {
  if (occurredAt > recordedAt) return no('occurred-in-the-future', { occurredAt, recordedAt });
  return state.status !== 'none' && occurredAt < state.openedAt
    ? no('occurred-before-dossier', { occurredAt, openedAt: state.openedAt })
    : undefined;
}
