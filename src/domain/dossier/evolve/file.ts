import type { ItemSlug } from '../../../kernel/ids.ts';
import { invariant } from '../../../kernel/invariant.ts';
import { own } from '../own.ts';
import type { ItemState } from '../state.ts';
import { stagesOf } from './drafting.ts';
import { plannedItem, standingIn, withItem, type Apply } from './stepping.ts';

export const itemAdded: Apply<'ItemAdded'> = (dossier, data, { procedure }) => {
  const attempt = own(dossier.items, data.item)?.attempt ?? 0;
  return withItem(dossier, { ...plannedItem(data, attempt, procedure), addedByHand: true });
};

export const agentAssigned: Apply<'AgentAssigned'> = (dossier, { agent }) => ({
  ...dossier,
  agent,
});

export const investorRenamed: Apply<'InvestorRenamed'> = (dossier, { name }) => ({
  ...dossier,
  investor: { ...dossier.investor, name },
});

export const investorReplaced: Apply<'InvestorReplaced'> = (dossier, { investor }) => ({
  ...dossier,
  investor,
});

/**
 * Items keep their step by name. One that nobody applied for starts where the new version starts,
 * and goes where the new version does not have it.
 */
export const procedureMoved: Apply<'ProcedureMoved'> = (dossier, data, { procedure }) => {
  invariant(data.from.hash === dossier.procedure.hash, `${dossier.number} moves from its version`);
  const items: Record<ItemSlug, ItemState> = {};
  for (const item of Object.values(dossier.items)) {
    const model = procedure.items.get(item.item);
    if (model === undefined) {
      invariant(item.phase === 'planned', `${item.item} has a history and may not be lost`);
      continue;
    }
    const step = item.phase === 'planned' ? model.table.initial : item.step;
    invariant(model.table.has(step), `the new version knows ${item.item} in step ${step}`);
    items[item.item] = standingIn({ ...item, stage: model.stage }, step, model.table);
  }
  const stages = stagesOf(procedure, dossier.stages);
  return { ...dossier, procedure: data.to, items, stages };
};

export const stageConcluded: Apply<'StageConcluded'> = (dossier, { stage, outcome }) => {
  const before = own(dossier.stages, stage);
  invariant(before, `dossier ${dossier.number} has stage ${stage}`);
  return { ...dossier, stages: { ...dossier.stages, [stage]: { ...before, outcome } } };
};

export const dossierConcluded: Apply<'DossierConcluded'> = (dossier, { outcome }, setting) => {
  const status = setting.procedure.nextStatus(dossier.status, 'Concluded');
  invariant(status === 'concluded', `dossier ${dossier.number} can be concluded`);
  return { ...dossier, status, outcome };
};

export const dossierAbandoned: Apply<'DossierAbandoned'> = (dossier, { reason }, setting) => {
  const status = setting.procedure.nextStatus(dossier.status, 'Abandoned');
  invariant(status === 'abandoned', `dossier ${dossier.number} can be abandoned`);
  return { ...dossier, status, reason };
};
