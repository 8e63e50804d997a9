import { itemsToApplyFor } from '../../domain/dossier/applying.ts';
import { openDueItems } from '../../domain/dossier/concluding.ts';
import { own } from '../../domain/dossier/own.ts';
import { prerequisitesMet } from '../../domain/dossier/prerequisites.ts';
import type { StageModel } from '../../domain/dossier/procedure.ts';
import type { ItemSlug } from '../../kernel/ids.ts';
import { lead, submission } from './acts.ts';
import { drive, ending, type Trouble } from './drive.ts';
import { DOSSIER, type Scene } from './scene.ts';

export type StuckStage = { readonly kind: 'stuck'; readonly items: readonly ItemSlug[] };

/**
 * Everything due by the end of the stage, and what it waits for, is applied for on one form and
 * approved as it becomes possible; milestones are reached; then the stage is concluded.
 */
export function finishStage(scene: Scene, stage: StageModel): Trouble | StuckStage | undefined {
  const wanted = withNeeded(scene, stage.due);
  let before = -1;
  while (before !== scene.events) {
    before = scene.events;
    const trouble = applyForAll(scene, wanted) ?? advanceAll(scene, wanted);
    if (trouble) return trouble;
  }
  const items = openDueItems(stage, scene.dossier);
  return items.length > 0 ? { kind: 'stuck', items } : concludeStage(scene, stage);
}

export function concludeStage(scene: Scene, { slug: stage }: StageModel): Trouble | undefined {
  const command = { type: 'ConcludeStage', dossier: DOSSIER, stage } as const;
  return refusedAs(command.type, scene.perform({ command, by: lead(scene, stage) }));
}

/** Applies for items of one stage on one form, and lets the lead accept what is in order. */
export function applyFor(
  scene: Scene,
  stage: StageModel['slug'],
  items: readonly ItemSlug[],
): Trouble | undefined {
  return refusedAs('SubmitApplication', scene.perform(...submission(scene, stage, items)));
}

function applyForAll(scene: Scene, wanted: readonly ItemSlug[]): Trouble | undefined {
  for (const stage of scene.procedure.stages) {
    const items = itemsToApplyFor(stage, scene.dossier, scene.procedure).filter(
      (slug) => wanted.includes(slug) && own(scene.dossier.items, slug)?.ending === undefined,
    );
    if (items.length === 0) continue;
    const intake = scene.dossier.intakes.length + 1;
    const command = { type: 'AcceptApplication', dossier: DOSSIER, intake } as const;
    const trouble =
      applyFor(scene, stage.slug, items) ??
      refusedAs(command.type, scene.perform({ command, by: lead(scene, stage.slug) }));
    if (trouble) return trouble;
  }
  return undefined;
}

function advanceAll(scene: Scene, wanted: readonly ItemSlug[]): Trouble | undefined {
  for (const slug of wanted) {
    const item = own(scene.dossier.items, slug);
    const model = scene.procedure.items.get(slug);
    if (!item || !model || item.ending !== undefined) continue;
    const isExternal = model.kind === 'external';
    if (isExternal && !prerequisitesMet(scene.dossier, model)) continue;
    const outcome = drive(scene, slug, ending(isExternal ? 'reached' : 'approved'));
    if (typeof outcome === 'object') return outcome;
  }
  return undefined;
}

/** The items with everything of this dossier that they wait for, in the order of the definition. */
function withNeeded(scene: Scene, items: readonly ItemSlug[]): readonly ItemSlug[] {
  const wanted = new Set(items);
  for (const slug of wanted) {
    for (const needed of scene.procedure.items.get(slug)?.needs ?? []) wanted.add(needed);
  }
  return [...scene.procedure.items.keys()].filter(
    (slug) => wanted.has(slug) && Object.hasOwn(scene.dossier.items, slug),
  );
}

function refusedAs(command: string, refusal: ReturnType<Scene['perform']>): Trouble | undefined {
  return refusal && { kind: 'refused', command, refusal };
}
