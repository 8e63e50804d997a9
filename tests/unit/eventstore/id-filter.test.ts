import { randomUUID } from 'node:crypto';

import { expect, it } from 'vitest';

import { hashOf, IdFilter } from '../../../src/eventstore/sqlite/id-filter.ts';

it('The filter of ids lets through every id in it and less than one in fifty others', () => {
  const filter = new IdFilter(10_000);
  const inside = Array.from({ length: 10_000 }, () => hashOf(randomUUID()));
  for (const hash of inside) filter.add(hash);
  expect(inside.every((hash) => filter.mayHold(hash))).toBe(true);
  const outside = Array.from({ length: 10_000 }, () => hashOf(randomUUID()));
  expect(outside.filter((hash) => filter.mayHold(hash)).length).toBeLessThan(200);
});
