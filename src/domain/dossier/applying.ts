import type { ItemSlug, MaterialSlug, StageSlug } from '../../kernel/ids.ts';
import { own } from './own.ts';
import type { ItemModel, Procedure, StageModel } from './procedure.ts';
import type { ItemEnding } from './signal.ts';
import type { DossierFile, ItemState } from './state.ts';

/** Ended without a grant, and the applicant may try again. */
const MAY_APPLY_AGAIN: ReadonlySet<ItemEnding> = new Set([
  'rejected',
  'not-accepted',
  'returned',
  'withdrawn',
]);

/**
 * Whether the item may be applied for now: its machine hears it, or would when begun anew, and the
 * stage by whose end it is due is not concluded.
 */
export function mayBeAppliedFor(
  item: ItemState,
  model: ItemModel,
  dossier: DossierFile,
  procedure: Procedure,
): boolean {
  const { table } = model;
  const step =
    item.ending !== undefined && MAY_APPLY_AGAIN.has(item.ending) ? table.initial : item.step;
  return table.next(step, 'Submitted') !== undefined && !isDueOver(item.item, dossier, procedure);
}

/** The stage by whose end the item must have ended; its own unless it straddles. */
export function stageDueBy(item: ItemSlug, procedure: Procedure): StageSlug | undefined {
  return procedure.stages.find(({ due }) => due.includes(item))?.slug;
}

function isDueOver(item: ItemSlug, dossier: DossierFile, procedure: Procedure): boolean {
  const stage = stageDueBy(item, procedure);
  return stage !== undefined && own(dossier.stages, stage)?.outcome !== undefined;
}

/** The items of the stage that an application may be submitted for now. */
export function itemsToApplyFor(
  stage: StageModel,
  dossier: DossierFile,
  procedure: Procedure,
): readonly ItemSlug[] {
  return stage.items.filter((slug) => {
    const item = own(dossier.items, slug);
    const model = procedure.items.get(slug);
    return item && model && mayBeAppliedFor(item, model, dossier, procedure);
  });
}

/** What stands in the way of an application for these items. */
export interface Obstacles {
  readonly answers: readonly string[];
  readonly conditions: readonly string[];
  readonly materials: readonly MaterialSlug[];
}

export function obstacles(
  items: readonly ItemSlug[],
  dossier: DossierFile,
  procedure: Procedure,
): Obstacles {
  const { answers } = dossier;
  const isAttached = (material: MaterialSlug) =>
    (own(dossier.materials, material) ?? []).length > 0;
  return {
    answers: procedure.missingAnswers(answers),
    conditions: procedure.ineligible(answers),
    materials: procedure
      .materialsFor(answers, items)
      .filter(({ required, material }) => required && !isAttached(material))
      .map(({ material }) => material),
  };
}
