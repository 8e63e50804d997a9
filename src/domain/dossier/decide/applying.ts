import { addDays, dayOf } from '../../../kernel/instant.ts';
import type { ItemSlug, Sha256, StageSlug } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import { itemsToApplyFor, obstacles, stageDueBy } from '../applying.ts';
import type { DossierCommandOf } from '../commands.ts';
import { own } from '../own.ts';
import type { Procedure, StageModel } from '../procedure.ts';
import { no, type DossierRefusal } from '../refusals.ts';
import type { DossierFile } from '../state.ts';
import { concludedStage, notInStep, unknownItem } from './checks.ts';
import { happens, type Decide, type Refused } from './decision.ts';

type Submit = DossierCommandOf<'SubmitApplication'>;

/** One form and one set of materials for all items of the stage; one intake a submission. */
export const submitApplication: Decide<'SubmitApplication'> = (command, dossier, circumstances) => {
  const { procedure, occurredAt } = circumstances;
  const stage = procedure.stages.find(({ slug }) => slug === command.stage);
  if (!stage) return no('stage-unknown', { stage: command.stage });
  const items = chosen(command, stage, dossier, procedure);
  if (!items.ok) return items;
  const hindered = hindrance(items.value, dossier, procedure);
  if (hindered) return hindered;
  return happens({
    type: 'ApplicationSubmitted',
    data: {
      intake: dossier.intakes.length + 1,
      stage: stage.slug,
      items: items.value,
      materials: onTheTable(items.value, dossier, procedure),
      collectCorrectionsUntil: addDays(dayOf(occurredAt), procedure.collectCorrectionsWithinDays),
    },
  });
};

function chosen(
  command: Submit,
  stage: StageModel,
  dossier: DossierFile,
  procedure: Procedure,
): Result<readonly ItemSlug[], DossierRefusal> {
  const possible = itemsToApplyFor(stage, dossier, procedure);
  if (command.items === undefined) {
    if (possible.length > 0) return ok(possible);
    return concludedStage(stage.slug, dossier) ?? nothing(stage.slug);
  }
  const items = [...new Set(command.items)];
  for (const item of items) {
    const refused = possible.includes(item)
      ? undefined
      : whyNot(item, { command, stage, dossier, procedure });
    if (refused) return refused;
  }
  return items.length === 0 ? nothing(stage.slug) : ok(items);
}

function nothing(stage: StageSlug): Refused {
  return no('nothing-to-apply-for', { stage });
}

interface Choice {
  readonly command: Submit;
  readonly stage: StageModel;
  readonly dossier: DossierFile;
  readonly procedure: Procedure;
}

function whyNot(item: ItemSlug, { command, stage, dossier, procedure }: Choice): Refused {
  const step = own(dossier.items, item)?.step ?? '';
  const due = stageDueBy(item, procedure);
  return (
    unknownItem(item, dossier, procedure) ??
    (stage.items.includes(item)
      ? undefined
      : no('item-not-of-stage', { item, stage: stage.slug })) ??
    (due === undefined ? undefined : concludedStage(due, dossier)) ??
    notInStep(item, step, command.type)
  );
}

function hindrance(
  items: readonly ItemSlug[],
  dossier: DossierFile,
  procedure: Procedure,
): Refused | undefined {
  const { answers, conditions, materials } = obstacles(items, dossier, procedure);
  if (answers.length > 0) return no('form-incomplete', { fields: answers });
  if (conditions.length > 0) return no('not-eligible', { conditions });
  return materials.length > 0 ? no('materials-missing', { materials }) : undefined;
}

function onTheTable(
  items: readonly ItemSlug[],
  dossier: DossierFile,
  procedure: Procedure,
): readonly Sha256[] {
  const hashes = procedure
    .materialsFor(dossier.answers, items)
    .flatMap(({ material }) => own(dossier.materials, material) ?? [])
    .map(({ hash }) => hash);
  return [...new Set(hashes)];
}
