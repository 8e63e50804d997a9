import { stageDueBy } from '../applying.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierCommandOf } from '../commands.ts';
import { own } from '../own.ts';
import { no } from '../refusals.ts';
import type { OpenDossierState } from '../state.ts';
import { blankReason, concludedStage, incompleteGrounds, unheard } from './checks.ts';
import { happens, payload, type Decide, type Decision } from './decision.ts';
import { assigned } from './matching.ts';

/** A department gives the item back (退件): not its competence, not what it can decide. */
export const returnItem: Decide<'ReturnItem'> = (command, dossier, circumstances) =>
  unheard(command, ['Returned'], dossier, circumstances) ??
  incompleteGrounds(command.grounds) ??
  happens({ type: 'ItemReturned', data: payload(command) });

export const withdrawItem: Decide<'WithdrawItem'> = (command, dossier, circumstances) =>
  unheard(command, ['Withdrawn'], dossier, circumstances) ??
  blankReason(command, command.reason) ??
  happens({ type: 'ItemWithdrawn', data: payload(command) });

export const dropItem: Decide<'DropItem'> = (command, dossier, circumstances) =>
  unheard(command, ['Dropped'], dossier, circumstances) ??
  blankReason(command, command.reason) ??
  happens({ type: 'ItemDropped', data: payload(command) });

/** An item the form did not ask for, or one that was dropped, or a milestone that failed. */
export const addItem: Decide<'AddItem'> = (command, dossier, circumstances) => {
  const { item, reason } = command;
  const model = circumstances.procedure.items.get(item);
  if (!model) return no('item-unknown', { item });
  const ending = own(dossier.items, item)?.ending;
  const isAway = ending === 'dropped' || ending === 'failed';
  if (Object.hasOwn(dossier.items, item) && !isAway) return no('item-in-dossier', { item });
  const due = stageDueBy(item, circumstances.procedure) ?? model.stage;
  const refused = concludedStage(due, dossier) ?? blankReason(command, reason);
  if (refused) return refused;
  const place = assigned(model, dossier, circumstances);
  return place.ok ? happens({ type: 'ItemAdded', data: { ...place.value, reason } }) : place;
};

export const assignAgent: Decide<'AssignAgent'> = ({ agent }, dossier) =>
  dossier.agent === agent
    ? no('agent-already-assigned', { agent })
    : happens({ type: 'AgentAssigned', data: { agent } });

export const renameInvestor: Decide<'RenameInvestor'> = (command, dossier) =>
  blankReason(command, command.name, command.reason) ??
  (dossier.investor.name === command.name
    ? no('investor-unchanged', { name: command.name })
    : happens({ type: 'InvestorRenamed', data: payload(command) }));

export const replaceInvestor: Decide<'ReplaceInvestor'> = (command, dossier) =>
  blankReason(command, command.reason, command.basis) ?? replaced(command, dossier);

function replaced(
  command: DossierCommandOf<'ReplaceInvestor'>,
  { investor: before }: OpenDossierState,
): Decision {
  const { investor } = command;
  const isSame = investor.name === before.name && investor.creditCode === before.creditCode;
  return isSame
    ? no('investor-unchanged', { name: investor.name })
    : happens({ type: 'InvestorReplaced', data: payload(command) });
}

export const abandonDossier: Decide<'AbandonDossier'> = (command, dossier, circumstances) =>
  blankReason(command, command.reason) ?? abandoned(command, dossier, circumstances);

function abandoned(
  command: DossierCommandOf<'AbandonDossier'>,
  { status }: OpenDossierState,
  { procedure }: Circumstances,
): Decision {
  return procedure.nextStatus(status, 'Abandoned') === undefined
    ? no('dossier-not-in-status', { status, command: command.type })
    : happens({ type: 'DossierAbandoned', data: { reason: command.reason } });
}
