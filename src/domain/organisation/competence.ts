import type { DepartmentId, DepartmentKind, ItemSlug, RegionCode } from '../../kernel/ids.ts';
import type { Competence } from '../dossier/circumstances.ts';
import { type Organisation, placeOf } from './state.ts';

const known = new WeakMap<Organisation, Competence>();

/** Who is competent in the organisation as it stands at this revision; the same object each time. */
export function competenceOf(organisation: Organisation): Competence {
  const before = known.get(organisation);
  if (before) return before;
  const competence: Competence = {
    departmentFor: (kind, region, item) => departmentFor(organisation, { kind, region, item }),
    kindOf: (department) => organisation.departments.get(department)?.kind,
  };
  known.set(organisation, competence);
  return competence;
}

interface Wanted {
  readonly kind: DepartmentKind;
  readonly region: RegionCode;
  readonly item: ItemSlug | undefined;
}

/** The nearest region counts: the region itself, then its prefecture, then its province. */
function departmentFor(organisation: Organisation, wanted: Wanted): DepartmentId | undefined {
  let before: RegionCode | undefined;
  for (const region of upwards(wanted.region)) {
    const department = region === before ? undefined : inRegion(organisation, wanted, region);
    if (department !== undefined) return department;
    before = region;
  }
  return undefined;
}

/** `331102` (county), `331100` (prefecture), `330000` (province): prefixes of GB/T 2260. */
function upwards(region: RegionCode): readonly RegionCode[] {
  return [
    region,
    `${region.slice(0, 4)}00` as RegionCode,
    `${region.slice(0, 2)}0000` as RegionCode,
  ];
}

/** One whose list names the item goes before one that has all of its kind (and leads). */
function inRegion(
  organisation: Organisation,
  { kind, item }: Wanted,
  region: RegionCode,
): DepartmentId | undefined {
  const there = organisation.openByPlace.get(placeOf(kind, region)) ?? [];
  const itemsOf = (id: DepartmentId) => organisation.departments.get(id)?.items;
  const general = there.find((id) => itemsOf(id) === undefined);
  if (item === undefined) return general ?? there[0];
  return there.find((id) => itemsOf(id)?.has(item)) ?? general;
}
