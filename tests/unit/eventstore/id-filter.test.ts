import { randomUUID } from 'node:crypto';

import { expect, it } from 'vitest';

import { emptyFilter, hashOf } from '../../../src/eventstore/sqlite/id-filter.ts';

it('The filter of ids lets through every id in it and less than one in a hundred others', () => {
  const filter = emptyFilter(16_384);
  const inside = Array.from({ length: 16_384 }, () => hashOf(randomUUID()));
  for (const hash of inside) filter.add(hash);
  expect(inside.every((hash) => filter.mayHold(hash))).toBe(true);
  const outside = Array.from({ length: 16_384 }, () => hashOf(randomUUID()));
  expect(outside.filter((hash) => filter.mayHold(hash)).length).toBeLessThan(164);
});
