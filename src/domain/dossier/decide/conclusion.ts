import { conclusion, openDueItems, stageOutcome } from '../concluding.ts';
import { no } from '../refusals.ts';
import { concludedStage } from './checks.ts';
import { happens, type Decide } from './decision.ts';

export const concludeStage: Decide<'ConcludeStage'> = (command, dossier, { procedure }) => {
  const stage = procedure.stages.find(({ slug }) => slug === command.stage);
  if (!stage) return no('stage-unknown', { stage: command.stage });
  const concluded = concludedStage(stage.slug, dossier);
  if (concluded) return concluded;
  const items = openDueItems(stage, dossier);
  if (items.length > 0) return no('stage-items-open', { stage: stage.slug, items });
  const outcome = stageOutcome(stage, dossier);
  return happens({ type: 'StageConcluded', data: { stage: stage.slug, outcome } });
};

export const concludeDossier: Decide<'ConcludeDossier'> = (command, dossier, { procedure }) => {
  const { status } = dossier;
  if (procedure.nextStatus(status, 'Concluded') === undefined) {
    return no('dossier-not-in-status', { status, command: command.type });
  }
  const { outcome, open } = conclusion(dossier, procedure);
  if (open.length > 0) return no('stages-open', { stages: open });
  const note = command.note === undefined ? {} : { note: command.note };
  return happens({ type: 'DossierConcluded', data: { outcome, ...note } });
};
