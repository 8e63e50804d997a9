import { mistake } from '../../loading/mistake.ts';
import { whereItem } from '../../loading/resolve.ts';
import type { Rule } from '../subject.ts';

/** A joint item asks other departments; nobody asks itself. */
export const opinionsFit: Rule = ({ items }) =>
  [...items.values()].flatMap((origin) => {
    const { item, kind, department, opinions } = origin.item;
    if (!opinions) {
      return kind === 'joint'
        ? [mistake('opinions-missing', whereItem(origin, 'kind'), { item })]
        : [];
    }
    return opinions.from.flatMap((from, index) => {
      if (from !== department) return [];
      const at = whereItem(origin, 'opinions', 'from', index);
      return [mistake('opinion-of-own-department', at, { item, department: from })];
    });
  });
