import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import { whereItem, type ItemOrigin } from '../../loading/resolve.ts';
import type { Rule } from '../subject.ts';

const OF_OFFICERS = ['department', 'steps', 'limits', 'promise', 'opinions', 'result'] as const;

/** A milestone that others bring about has no officer and no clock; every other item has both. */
export const externalItems: Rule = ({ items }) =>
  [...items.values()].flatMap((origin) =>
    origin.item.kind === 'external' ? officersOf(origin) : departmentOf(origin),
  );

function officersOf(origin: ItemOrigin): DefinitionMistake[] {
  const { item } = origin.item;
  const written = { ...origin.catalogue.value, ...origin.use.value };
  return OF_OFFICERS.filter((key) => {
    const value = written[key];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  }).map((key) => mistake('external-item-has-officers', whereItem(origin, key), { item, key }));
}

function departmentOf(origin: ItemOrigin): DefinitionMistake[] {
  const { item, department } = origin.item;
  if (department !== undefined) return [];
  return [mistake('department-missing', whereItem(origin, 'item'), { item })];
}
