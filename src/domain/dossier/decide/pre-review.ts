import { own } from '../own.ts';
import { itemIn } from '../evolve/stepping.ts';
import type { DossierFile, ItemState } from '../state.ts';
import type { StageSlug } from '../../../kernel/ids.ts';
import { no } from '../refusals.ts';
import { blankReason, concludedStage, notInStep, unknownItem, unknownStage } from './checks.ts';
import { happens, payload, type Decide, type Decision, type Refused } from './decision.ts';

/** Asked once, and again only after a department has said that something is not ready. */
export const requestPreReview: Decide<'RequestPreReview'> = ({ stage }, dossier, { procedure }) =>
  unknownStage(stage, procedure) ??
  concludedStage(stage, dossier) ??
  alreadyRequested(stage, dossier) ??
  happens({ type: 'PreReviewRequested', data: { stage } });

function alreadyRequested(stage: StageSlug, dossier: DossierFile): Refused | undefined {
  const items = Object.values(dossier.items).filter(
    (item) => item.stage === stage && isReviewedBefore(item),
  );
  if (items.length === 0) return no('nothing-to-apply-for', { stage });
  const isRequested = own(dossier.stages, stage)?.preReviewRequested === true;
  const isAskedAgain = items.some(({ advice }) => advice === 'not-ready');
  return isRequested && !isAskedAgain ? no('pre-review-requested', { stage }) : undefined;
}

/** Only what is not applied for yet and has a department can be looked at before. */
function isReviewedBefore(item: ItemState): boolean {
  return item.phase === 'planned' && item.department !== undefined;
}

export const advisePreReview: Decide<'AdvisePreReview'> = (command, dossier, { procedure }) =>
  unknownItem(command.item, dossier, procedure) ?? advised(command, dossier);

function advised(
  command: Parameters<Decide<'AdvisePreReview'>>[0],
  dossier: DossierFile,
): Decision {
  const item = itemIn(dossier, command.item);
  if (!isReviewedBefore(item)) return notInStep(item.item, item.step, command.type);
  const { stage } = item;
  if (!own(dossier.stages, stage)?.preReviewRequested) {
    return no('pre-review-not-requested', { stage });
  }
  const missing = command.advice === 'not-ready' ? blankReason(command, command.note) : undefined;
  return missing ?? happens({ type: 'PreReviewAdvised', data: payload(command) });
}
