import type { CatalogueItem } from '../definition/catalogue.ts';
import type { ItemUse, ProcedureFile, StageFile } from '../definition/procedure-file.ts';
import type { MaterialRule } from '../definition/vocabulary.ts';
import type { Catalogue } from './catalogue.ts';
import { citationsIn } from './citations.ts';
import { members, whereIn, type Located } from './located.ts';
import { mistake, type DefinitionMistake } from './mistake.ts';
import type { Path } from './source-document.ts';

/** Names in an item of the catalogue that nothing in the catalogue carries. */
export function referencesOfItem(
  catalogue: Catalogue,
  item: Located<CatalogueItem>,
): DefinitionMistake[] {
  const { department, opinions, materials, situations } = item.value;
  return [
    ...unknownDepartment(catalogue, item, department, ['department']),
    ...(opinions?.from ?? []).flatMap((from, index) =>
      unknownDepartment(catalogue, item, from, ['opinions', 'from', index]),
    ),
    ...unknownMaterials(catalogue, item, materials, ['materials']),
    ...situations.flatMap((situation, index) =>
      unknownMaterials(catalogue, item, situation.materials, ['situations', index, 'materials']),
    ),
    ...unknownInstruments(catalogue, item),
  ];
}

/** Names in a procedure that neither it nor the catalogue carries. */
export function referencesOfProcedure(
  catalogue: Catalogue,
  procedure: Located<ProcedureFile>,
): DefinitionMistake[] {
  const { stages } = procedure.value;
  return [
    ...unknownInstruments(catalogue, procedure),
    ...members(procedure, stages, 'stages').flatMap((stage) => [
      ...unknownDepartment(catalogue, stage, stage.value.lead, ['lead']),
      ...members(stage, stage.value.items, 'items').flatMap((use) =>
        referencesOfUse(catalogue, use, stages),
      ),
    ]),
  ];
}

function referencesOfUse(
  catalogue: Catalogue,
  use: Located<ItemUse>,
  stages: readonly StageFile[],
): DefinitionMistake[] {
  const { item, department, materials, dueBy } = use.value;
  const isKnown = catalogue.items.has(item) || catalogue.unreadableItems.has(item);
  const isStage = dueBy === undefined || stages.some(({ stage }) => stage === dueBy);
  return [
    ...(isKnown ? [] : [mistake('item-unknown', whereIn(use, 'item'), { item })]),
    ...(isStage ? [] : [mistake('stage-unknown', whereIn(use, 'dueBy'), { stage: dueBy })]),
    ...unknownDepartment(catalogue, use, department, ['department']),
    ...unknownMaterials(catalogue, use, materials ?? [], ['materials']),
  ];
}

function unknownDepartment(
  { departments }: Catalogue,
  located: Located<unknown>,
  department: string | undefined,
  path: Path,
): DefinitionMistake[] {
  if (department === undefined || !departments || departments.has(department)) return [];
  return [mistake('department-unknown', whereIn(located, ...path), { department })];
}

function unknownMaterials(
  { materials }: Catalogue,
  located: Located<unknown>,
  demands: readonly MaterialRule[],
  path: Path,
): DefinitionMistake[] {
  if (!materials) return [];
  return demands.flatMap(({ material }, index) =>
    materials.has(material)
      ? []
      : [mistake('material-unknown', whereIn(located, ...path, index, 'material'), { material })],
  );
}

function unknownInstruments(
  { instruments }: Catalogue,
  located: Located<unknown>,
): DefinitionMistake[] {
  if (!instruments) return [];
  return citationsIn(located.value)
    .filter(({ instrument }) => !instruments.has(instrument))
    .map(({ instrument, path }) =>
      mistake('instrument-unknown', whereIn(located, ...path), { instrument }),
    );
}
