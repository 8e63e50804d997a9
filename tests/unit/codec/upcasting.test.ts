/** Old events stay as they were written and are brought up to date when they are read. */
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { AnyEvent } from '../../../src/codec/envelope.ts';
import type { EventRegistry, EventVersion } from '../../../src/codec/registry.ts';
import { personal } from '../../../src/codec/schemas/personal.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { factsOf, METADATA, newCodec, newId, stored } from './records.ts';

const first = z.strictObject({ who: personal(z.string()), why: z.string() });
const second = z.strictObject({ who: personal(z.string()), reason: z.string() });
const third = z.strictObject({
  persons: z.array(personal(z.string())),
  reason: z.string(),
  urgent: z.boolean(),
});

const FIRST: EventVersion = {
  schema: first,
  upcast: (data) => {
    const { who, why } = data as z.infer<typeof first>;
    return { who, reason: why };
  },
};
const SECOND: EventVersion = {
  schema: second,
  upcast: (data) => {
    const { who, reason } = data as z.infer<typeof second>;
    return { persons: [who], reason, urgent: false };
  },
};
const THIRD: EventVersion = { schema: third };

/** The same event as three generations of the program knew it. */
const registryOf = (...versions: EventVersion[]): EventRegistry =>
  new Map([['Complained', versions]]);
const GENERATIONS = [
  registryOf({ schema: first }),
  registryOf(FIRST, { schema: second }),
  registryOf(FIRST, SECOND, THIRD),
] as const;

const who = { subject: 'p-li' as PersonId, value: '李四' };
const complained = (data: object) => ({ type: 'Complained', data }) as unknown as AnyEvent;

function generation(number: 0 | 1 | 2, keys = newCodec().keys) {
  return newCodec(GENERATIONS[number], keys);
}

describe('an event of an older version', () => {
  it.each([
    [1, complained({ who, why: '超时' })],
    [2, complained({ who, reason: '超时' })],
    [3, complained({ persons: [who], reason: '超时', urgent: false })],
  ] as const)('written as version %i is read as version 3', (version, event) => {
    const old = generation((version - 1) as 0 | 1 | 2);
    const record = old.codec.encode(event, METADATA, newId());
    expect(JSON.parse(record.metadata)).toMatchObject({ version });
    const { codec } = generation(2, old.keys);
    expect(codec.decode(stored(record)).event).toStrictEqual(
      complained({ persons: [who], reason: '超时', urgent: false }),
    );
  });

  it('carries an erasure through to the newest version', () => {
    const old = generation(0);
    const record = old.codec.encode(complained({ who, why: '超时' }), METADATA, newId());
    old.keys.erase(who.subject);
    const { codec } = generation(2, old.keys);
    expect(codec.decode(stored(record)).event).toStrictEqual(
      complained({
        persons: [{ subject: 'p-li', erased: true }],
        reason: '超时',
        urgent: false,
      }),
    );
  });

  it('must be what its own version says', () => {
    const old = generation(0);
    const record = old.codec.encode(complained({ who, why: '超时' }), METADATA, newId());
    const data = record.data.replace('why', 'reason');
    const { codec } = generation(2, old.keys);
    expect(factsOf(() => codec.decode(stored({ ...record, data })))).toMatchObject({
      code: 'malformed-event',
      path: '/data/why',
    });
  });

  it('is refused where the upcaster does not reach the next version', () => {
    const wrong = registryOf({ schema: z.strictObject({}), upcast: () => ({ a: 1 }) }, THIRD);
    const record = newCodec(registryOf({ schema: z.strictObject({}) })).codec.encode(
      complained({}),
      METADATA,
      newId(),
    );
    expect(factsOf(() => newCodec(wrong).codec.decode(stored(record)))).toMatchObject({
      code: 'malformed-event',
      path: '/data/persons',
    });
  });
});

describe('an event of a newer version', () => {
  it('is refused by the older program', () => {
    const newer = generation(2);
    const event = complained({ persons: [who], reason: '超时', urgent: true });
    const record = newer.codec.encode(event, METADATA, newId());
    const { codec } = generation(1, newer.keys);
    expect(factsOf(() => codec.decode(stored(record)))).toMatchObject({
      code: 'unknown-event-version',
      version: 3,
      known: 2,
    });
  });
});

describe('a registry', () => {
  it('must have an upcaster for every version but the newest', () => {
    expect(() => newCodec(registryOf({ schema: first }, { schema: second }))).toThrow(
      'Complained@1: one upcaster',
    );
    expect(() => newCodec(registryOf(FIRST))).toThrow('Complained@1: one upcaster');
  });
});
