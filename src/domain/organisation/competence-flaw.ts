import type { ItemSlug } from '../../kernel/ids.ts';
import { no } from './refusals.ts';
import { type Department, type Organisation, placeOf } from './state.ts';

type Seat = Pick<Department, 'department' | 'kind' | 'region'>;

/**
 * What is wrong with giving a department these items (all of its kind when `items` is absent).
 * For every item one department of a kind is competent in a region: at most one may have all, and
 * lists never share an item. A list goes before the one that has all, so both may stand together.
 */
export function competenceFlaw(
  organisation: Organisation,
  seat: Seat,
  items: ReadonlySet<ItemSlug> | undefined,
): ReturnType<typeof no> | undefined {
  const { department, kind, region } = seat;
  if (items?.size === 0) return no('competence-empty', { department });
  for (const by of organisation.openByPlace.get(placeOf(kind, region)) ?? []) {
    const shared = by === department ? undefined : sharedItems(organisation, by, items);
    if (shared) return no('competence-taken', { department, kind, region, by, items: shared });
  }
  return undefined;
}

/** The items both would have; an empty list where both would have all, `undefined` where none. */
function sharedItems(
  organisation: Organisation,
  other: Department['department'],
  items: ReadonlySet<ItemSlug> | undefined,
): readonly ItemSlug[] | undefined {
  const theirs = organisation.departments.get(other)?.items;
  if (theirs === undefined || items === undefined) return theirs === items ? [] : undefined;
  const shared = [...items.intersection(theirs)];
  return shared.length > 0 ? shared : undefined;
}
