import type { DossierCommandType } from '../../src/domain/dossier/commands.ts';

/** The commands on one item whose order is the item's own table. */
export const ITEM_COMMANDS: readonly DossierCommandType[] = [
  'NoteCorrections',
  'SolicitOpinions',
  'GiveOpinion',
  'HandleItem',
  'ReviewItem',
  'SendBackItem',
  'ApproveItem',
  'RejectItem',
  'ReportUp',
  'RecordSuperiorAnswer',
  'RecordMilestone',
  'RecordMilestoneFailure',
  'ReturnItem',
  'WithdrawItem',
  'DropItem',
  'IssueResult',
  'ServeResult',
];
