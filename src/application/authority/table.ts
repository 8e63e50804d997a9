import type { TurnOf } from '../../domain/dossier/procedure.ts';
import type { PostKind } from '../../domain/post.ts';
import type { CommandType } from './command.ts';

/** What the holder of a post must have to do with the matter. */
export type Relation =
  | TurnOf
  | 'any-lead' // the lead department of any stage of the dossier
  | 'opening' // an agent who opens a dossier for nobody else's care
  | 'anyone' // whatever department
  | 'whole-system' // a post of no department
  | 'own-department' // the department that an ordinary post belongs to
  | 'office'; // the office itself: founding, built-in procedures

/** Posts that may issue a command, if they stand in this relation to the matter. */
export interface Allowance {
  readonly by: readonly PostKind[];
  readonly of: Relation;
}

export interface AuthorityRow {
  /**
   * Read off the machines of the items concerned, so that the published flow and authority cannot
   * disagree; `allowed` then holds only where no machine speaks of the command.
   */
  readonly byMachine: boolean;
  readonly allowed: readonly Allowance[];
}

const AGENT: Allowance = { by: ['agent'], of: 'agency' };
const COUNTER: Allowance = { by: ['window'], of: 'any-lead' };
const LEAD: Allowance = { by: ['window'], of: 'lead' };
const OPENERS: Allowance = { by: ['window', 'handler'], of: 'item' };
const DECIDERS: Allowance = { by: ['approver'], of: 'item' };
const WHOLE_SYSTEM: Allowance = { by: ['administrator'], of: 'whole-system' };
const OFFICE: Allowance = { by: ['administrator'], of: 'office' };

/** Who may issue which command: total, so that a new command cannot be forgotten. */
export const AUTHORITY_TABLE: Readonly<Record<CommandType, AuthorityRow>> = {
  OpenDossier: fixed({ by: ['agent'], of: 'opening' }, { by: ['window'], of: 'anyone' }),
  AssignProjectCode: fixed(AGENT, COUNTER),
  FillForm: fixed(AGENT, COUNTER),
  AttachMaterial: fixed(AGENT, COUNTER),
  RemoveMaterial: fixed(AGENT, COUNTER),
  RequestPreReview: fixed(AGENT, LEAD),
  AdvisePreReview: fixed(OPENERS),
  SubmitApplication: machine(AGENT, LEAD),
  NoteCorrections: machine(OPENERS),
  TellCorrections: machine(LEAD),
  SupplyCorrections: machine(AGENT, LEAD),
  AcceptApplication: machine(LEAD),
  RefuseAcceptance: machine(LEAD),
  SolicitOpinions: machine(OPENERS),
  GiveOpinion: machine({ by: ['handler', 'approver'], of: 'opinion' }),
  HandleItem: machine({ by: ['handler'], of: 'item' }),
  ReviewItem: machine({ by: ['reviewer'], of: 'item' }),
  SendBackItem: machine({ by: ['reviewer', 'approver'], of: 'item' }),
  ApproveItem: machine(DECIDERS),
  RejectItem: machine(DECIDERS),
  ReportUp: machine(DECIDERS),
  RecordSuperiorAnswer: machine({ by: ['handler', 'approver'], of: 'item' }),
  RecordMilestone: machine(AGENT, LEAD),
  RecordMilestoneFailure: machine(AGENT, LEAD),
  ReturnItem: machine(OPENERS),
  WithdrawItem: machine(AGENT),
  AddItem: fixed(LEAD),
  DropItem: machine(LEAD),
  IssueResult: machine(OPENERS),
  ServeResult: machine(OPENERS),
  AssignAgent: fixed(AGENT, COUNTER, WHOLE_SYSTEM),
  RenameInvestor: fixed(AGENT, COUNTER),
  ReplaceInvestor: fixed(COUNTER),
  MoveProcedure: fixed(WHOLE_SYSTEM),
  ConcludeStage: fixed(LEAD),
  ConcludeDossier: fixed(COUNTER),
  AbandonDossier: fixed(AGENT, COUNTER),
  FoundDepartment: fixed(WHOLE_SYSTEM, OFFICE),
  CloseDepartment: fixed(WHOLE_SYSTEM, OFFICE),
  SetCompetence: fixed(WHOLE_SYSTEM, OFFICE),
  RegisterPerson: fixed({ by: ['administrator'], of: 'anyone' }, OFFICE),
  AppointToPost: fixed(WHOLE_SYSTEM, { by: ['administrator'], of: 'own-department' }, OFFICE),
  EndPost: fixed(WHOLE_SYSTEM, { by: ['administrator'], of: 'own-department' }, OFFICE),
  PublishProcedure: fixed(WHOLE_SYSTEM, OFFICE),
};

function fixed(...allowed: readonly Allowance[]): AuthorityRow {
  return { byMachine: false, allowed };
}

function machine(...allowed: readonly Allowance[]): AuthorityRow {
  return { byMachine: true, allowed };
}
