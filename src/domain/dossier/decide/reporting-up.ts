import { itemIn } from '../evolve/stepping.ts';
import { blankReason, incompleteGrounds, unheard } from './checks.ts';
import { happens, payload, type Decide } from './decision.ts';
import { approvedByOthers } from './steps.ts';

export const reportUp: Decide<'ReportUp'> = (command, dossier, circumstances) =>
  unheard(command, ['ReportedUp'], dossier, circumstances) ??
  blankReason(command, command.superior, command.reference) ??
  approvedByOthers(itemIn(dossier, command.item), circumstances) ??
  happens({ type: 'ItemReportedUp', data: payload(command) });

/** The superior has decided; the department writes the answer down. */
export const recordSuperiorAnswer: Decide<'RecordSuperiorAnswer'> = (
  command,
  dossier,
  circumstances,
) =>
  unheard(
    command,
    [command.answer === 'approved' ? 'Approved' : 'Rejected'],
    dossier,
    circumstances,
  ) ??
  blankReason(command, command.reference) ??
  (command.answer === 'rejected' ? incompleteGrounds(command.grounds) : undefined) ??
  happens({ type: 'SuperiorAnswered', data: payload(command) });
