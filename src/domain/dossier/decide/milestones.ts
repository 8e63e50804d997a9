import { blankReason, futureDay, unheard } from './checks.ts';
import { happens, payload, type Decide } from './decision.ts';

/** A milestone is a fact of the world: nobody decides it, so no prerequisite can forbid it. */
export const recordMilestone: Decide<'RecordMilestone'> = (command, dossier, circumstances) =>
  unheard(command, ['MilestoneReached'], dossier, circumstances) ??
  blankReason(command, command.reference) ??
  futureDay(command.reachedOn, circumstances) ??
  happens({ type: 'MilestoneReached', data: payload(command) });

export const recordMilestoneFailure: Decide<'RecordMilestoneFailure'> = (
  command,
  dossier,
  circumstances,
) =>
  unheard(command, ['MilestoneFailed'], dossier, circumstances) ??
  blankReason(command, command.reason) ??
  happens({ type: 'MilestoneFailed', data: payload(command) });
