import type { ItemSlug, StageSlug } from '../../../kernel/ids.ts';
import { own } from '../own.ts';
import type { DossierEventOf } from '../events.ts';
import type { Procedure } from '../procedure.ts';
import type { DossierFile, ItemState, OpenDossierState, StageState } from '../state.ts';
import { itemIn, plannedItem, withItem, type Act, type Apply } from './stepping.ts';

export function dossierOpened(
  data: DossierEventOf<'DossierOpened'>['data'],
  act: Act,
  procedure: Procedure,
): OpenDossierState {
  const { dossier, projectName, region, investor, agent } = data;
  return {
    status: 'draft',
    number: dossier,
    projectName,
    region,
    investor,
    ...(agent === undefined ? {} : { agent }),
    openedAt: act.occurredAt,
    procedure: data.procedure,
    pinned: false,
    answers: {},
    materials: {},
    items: {},
    stages: stagesOf(procedure, {}),
    intakes: [],
    papers: 0,
  };
}

/** The stages of the version, each as it stood, and old ones that were concluded. */
export function stagesOf(
  procedure: Procedure,
  before: DossierFile['stages'],
): Record<StageSlug, StageState> {
  const stages: Record<StageSlug, StageState> = {};
  for (const { slug } of procedure.stages) {
    stages[slug] = own(before, slug) ?? { preReviewRequested: false };
  }
  for (const [slug, stage] of Object.entries(before)) {
    if (stage.outcome !== undefined) stages[slug as StageSlug] = stage;
  }
  return stages;
}

export const projectCodeAssigned: Apply<'ProjectCodeAssigned'> = (dossier, { projectCode }) => ({
  ...dossier,
  projectCode,
});

/** Personal answers whose key is gone are as if they had never been given. */
export const formFilled: Apply<'FormFilled'> = (dossier, { answers, personalAnswers }) => ({
  ...dossier,
  answers: {
    ...dossier.answers,
    ...answers,
    ...(personalAnswers && 'value' in personalAnswers ? personalAnswers.value : {}),
  },
});

/** Only items that nobody has applied for come and go with the match. */
export const itemsMatched: Apply<'ItemsMatched'> = (dossier, data, { procedure }) => {
  const items: Record<ItemSlug, ItemState> = {};
  for (const matched of data.items) {
    const known = own(dossier.items, matched.item);
    items[matched.item] =
      known === undefined
        ? plannedItem(matched, 0, procedure)
        : known.phase === 'planned'
          ? { ...known, ...matched }
          : known;
  }
  for (const item of Object.values(dossier.items)) {
    if (item.phase !== 'planned' || item.addedByHand) items[item.item] ??= item;
  }
  const stages: Record<StageSlug, StageState> = { ...dossier.stages };
  for (const { stage, department } of data.leads) {
    stages[stage] = { preReviewRequested: false, ...own(stages, stage), lead: department };
  }
  return { ...dossier, items, stages };
};

export const materialAttached: Apply<'MaterialAttached'> = (dossier, data) => {
  const files = own(dossier.materials, data.material) ?? [];
  const materials = { ...dossier.materials, [data.material]: [...files, data.attachment] };
  return { ...dossier, materials };
};

export const materialRemoved: Apply<'MaterialRemoved'> = (dossier, data) => {
  const files = own(dossier.materials, data.material) ?? [];
  const left = files.filter(({ hash }) => hash !== data.hash);
  return { ...dossier, materials: { ...dossier.materials, [data.material]: left } };
};

/** Asking again takes back the advice that something was not ready. */
export const preReviewRequested: Apply<'PreReviewRequested'> = (dossier, { stage }) => {
  const items: Record<ItemSlug, ItemState> = { ...dossier.items };
  for (const item of Object.values(dossier.items)) {
    if (item.stage !== stage || item.advice !== 'not-ready') continue;
    const { advice: _, ...asked } = item;
    items[item.item] = asked;
  }
  const stages = {
    ...dossier.stages,
    [stage]: { ...own(dossier.stages, stage), preReviewRequested: true },
  };
  return { ...dossier, items, stages };
};

export const preReviewAdvised: Apply<'PreReviewAdvised'> = (dossier, data) =>
  withItem(dossier, { ...itemIn(dossier, data.item), advice: data.advice });
