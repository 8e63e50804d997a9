import type { Definition } from '../definition/definition.ts';
import type { Catalogue } from '../loading/catalogue.ts';
import { whereIn, type Located } from '../loading/located.ts';
import { mistake, type DefinitionMistake } from '../loading/mistake.ts';

/** What the catalogue holds and no procedure uses (warnings). */
export function unusedEntries(
  catalogue: Catalogue,
  definitions: readonly Definition[],
): DefinitionMistake[] {
  const departments = new Set(
    definitions.flatMap((one) => one.departments.map(({ department }) => department)),
  );
  const instruments = new Set(
    definitions.flatMap((one) => one.instruments.map(({ instrument }) => instrument)),
  );
  const materials = new Set(
    definitions.flatMap((one) => one.materials.map(({ material }) => material)),
  );
  const items = new Set(
    definitions.flatMap((one) =>
      one.stages.flatMap((stage) => stage.items.map(({ item }) => item)),
    ),
  );
  return [
    ...outside(catalogue.departments, departments).map(([department, at]) =>
      mistake('department-unused', whereIn(at, 'department'), { department }),
    ),
    ...outside(catalogue.instruments, instruments).map(([instrument, at]) =>
      mistake('instrument-unused', whereIn(at, 'instrument'), { instrument }),
    ),
    ...outside(catalogue.materials, materials).map(([material, at]) =>
      mistake('material-unused', whereIn(at, 'material'), { material }),
    ),
    ...outside(catalogue.items, items).map(([item, at]) =>
      mistake('item-unused', whereIn(at, 'item'), { item }),
    ),
  ];
}

function outside(
  all: ReadonlyMap<string, Located<unknown>> | undefined,
  used: ReadonlySet<string>,
): [string, Located<unknown>][] {
  return [...(all ?? [])].filter(([slug]) => !used.has(slug));
}
