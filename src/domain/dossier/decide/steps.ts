import type { Circumstances } from '../circumstances.ts';
import type { DossierCommandOf } from '../commands.ts';
import { itemIn, modelOf } from '../evolve/stepping.ts';
import { missingPrerequisites, prerequisitesMet } from '../prerequisites.ts';
import { no } from '../refusals.ts';
import type { ItemState, OpenDossierState } from '../state.ts';
import { blankReason, hears, incompleteGrounds, isBlank, unheard } from './checks.ts';
import { happens, payload, type Decide, type Decision, type Refused } from './decision.ts';
import { missingProjectCode } from './intake.ts';

type Approve = DossierCommandOf<'ApproveItem'>;

export const handleItem: Decide<'HandleItem'> = (command, dossier, circumstances) =>
  unheard(command, ['Handled'], dossier, circumstances) ??
  blankReason(command, command.opinion) ??
  happens({ type: 'ItemHandled', data: payload(command) });

export const reviewItem: Decide<'ReviewItem'> = (command, dossier, circumstances) =>
  unheard(command, ['Reviewed'], dossier, circumstances) ??
  blankReason(command, command.opinion) ??
  reviewedByHandler(itemIn(dossier, command.item), circumstances) ??
  happens({ type: 'ItemReviewed', data: payload(command) });

/** Who handled an item does not review it (one review, one check). */
function reviewedByHandler(
  { item, handledBy }: ItemState,
  { by: { person } }: Circumstances,
): Refused | undefined {
  return handledBy === person ? no('reviewer-is-handler', { item, person }) : undefined;
}

export const sendBackItem: Decide<'SendBackItem'> = (command, dossier, circumstances) =>
  unheard(command, ['SentBack'], dossier, circumstances) ??
  blankReason(command, command.reason) ??
  happens({ type: 'ItemSentBack', data: payload(command) });

/** In pre-review the approval is prepared, and takes effect when the prerequisites arrive. */
export const approveItem: Decide<'ApproveItem'> = (command, dossier, circumstances) =>
  unheard(command, ['ApprovalPrepared', 'Approved'], dossier, circumstances) ??
  decidedTooEarly(command, dossier, circumstances) ??
  approvedByOthers(itemIn(dossier, command.item), circumstances) ??
  unansweredDisagreement(command, itemIn(dossier, command.item)) ??
  approved(command, dossier, circumstances);

function approved(
  command: Approve,
  dossier: OpenDossierState,
  { procedure }: Circumstances,
): Decision {
  const { step } = itemIn(dossier, command.item);
  const { table } = modelOf(procedure, command.item);
  const data = payload(command);
  return hears(table, step, 'ApprovalPrepared', command.type)
    ? happens({ type: 'ApprovalPrepared', data })
    : happens({ type: 'ItemApproved', data: { ...data, onArrival: false } });
}

export const rejectItem: Decide<'RejectItem'> = (command, dossier, circumstances) =>
  unheard(command, ['Rejected'], dossier, circumstances) ??
  incompleteGrounds(command.grounds) ??
  decidedTooEarly(command, dossier, circumstances) ??
  approvedByOthers(itemIn(dossier, command.item), circumstances) ??
  happens({ type: 'ItemRejected', data: payload(command) });

/** A decision on the spot is an acceptance too, and needs what an acceptance needs. */
function decidedTooEarly(
  { item: slug }: DossierCommandOf<'ApproveItem' | 'RejectItem'>,
  dossier: OpenDossierState,
  { procedure }: Circumstances,
): Refused | undefined {
  if (itemIn(dossier, slug).phase !== 'received') return undefined;
  const model = modelOf(procedure, slug);
  return (
    missingProjectCode(dossier, procedure) ??
    (prerequisitesMet(dossier, model)
      ? undefined
      : no('prerequisites-missing', {
          item: slug,
          missing: missingPrerequisites(dossier, model),
        }))
  );
}

/** Who handled or reviewed an item does not decide on it. */
export function approvedByOthers(
  { item, handledBy, reviewedBy }: ItemState,
  { by: { person } }: Circumstances,
): Refused | undefined {
  if (handledBy === person) return no('approver-is-handler', { item, person });
  return reviewedBy === person ? no('approver-is-reviewer', { item, person }) : undefined;
}

/** An approval over a disagreement says why. */
function unansweredDisagreement(command: Approve, item: ItemState): Refused | undefined {
  if (!isBlank(command.overridingReason)) return undefined;
  const departments = Object.entries(item.opinions)
    .filter(([, { answer }]) => answer === 'disagree')
    .map(([department]) => department as keyof typeof item.opinions);
  return departments.length > 0
    ? no('disagreement-unanswered', { item: item.item, departments })
    : undefined;
}
