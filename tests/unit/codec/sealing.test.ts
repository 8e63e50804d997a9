/** Personal fields: what was altered, moved or lost is told apart from what was erased on purpose. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import type { AnyEvent } from '../../../src/codec/envelope.ts';
import { personal, personalPaths, EACH } from '../../../src/codec/schemas/personal.ts';
import type { NewRecord } from '../../../src/eventstore/port.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { isKeyStoreFault } from '../../../src/codec/key-store-faults.ts';
import { factsOf, METADATA, newCodec, newId, OPENED, stored } from './records.ts';

interface Contact {
  subject: string;
  sealed: string;
}

function contactOf(record: NewRecord): Contact {
  return (JSON.parse(record.data) as { investor: { contact: Contact } }).investor.contact;
}

function withContact(record: NewRecord, contact: unknown): NewRecord {
  const data = JSON.parse(record.data) as { investor: object };
  return {
    ...record,
    data: JSON.stringify({ ...data, investor: { ...data.investor, contact } }),
  };
}

const NOT_AUTHENTIC = {
  code: 'unsealing-failed',
  path: '/data/investor/contact',
  subject: 'p-li',
  reason: 'not-authentic',
};

describe('a sealed field', () => {
  it('does not open once any character of it was changed, cut off or added', () => {
    const { codec } = newCodec();
    const record = codec.encode(OPENED, METADATA, newId());
    const { subject, sealed } = contactOf(record);
    fc.assert(
      fc.property(
        fc.nat(sealed.length - 1),
        fc.constantFrom('', 'A', 'b', '-', '7', 'AA'),
        (at, put) => {
          const changed = sealed.slice(0, at) + put + sealed.slice(at + 1);
          fc.pre(changed !== sealed);
          const forged = withContact(record, { subject, sealed: changed });
          expect(factsOf(() => codec.decode(stored(forged)))).toMatchObject(NOT_AUTHENTIC);
        },
      ),
    );
  });

  it('does not open in another event', () => {
    const { codec } = newCodec();
    const record = codec.encode(OPENED, METADATA, newId());
    const moved = withContact(codec.encode(OPENED, METADATA, newId()), contactOf(record));
    expect(factsOf(() => codec.decode(stored(moved)))).toMatchObject(NOT_AUTHENTIC);
  });

  it('does not open under the name of another person', () => {
    const { codec, keys } = newCodec();
    keys.ensure('p-zhao' as PersonId);
    const record = codec.encode(OPENED, METADATA, newId());
    const forged = withContact(record, { ...contactOf(record), subject: 'p-zhao' });
    expect(factsOf(() => codec.decode(stored(forged)))).toMatchObject({
      ...NOT_AUTHENTIC,
      subject: 'p-zhao',
    });
  });

  it('is not called erased where the key store never knew the person', () => {
    const record = newCodec().codec.encode(OPENED, METADATA, newId());
    expect(factsOf(() => newCodec().codec.decode(stored(record)))).toMatchObject({
      ...NOT_AUTHENTIC,
      reason: 'key-missing',
    });
  });

  it('may not lie open in the log', () => {
    const { codec } = newCodec();
    const record = codec.encode(OPENED, METADATA, newId());
    const open = { subject: 'p-li', value: { name: '李四', phone: '1' } };
    expect(factsOf(() => codec.decode(stored(withContact(record, open))))).toMatchObject({
      code: 'malformed-event',
      path: '/data/investor/contact',
    });
  });

  it('is checked like every other when it is opened', () => {
    const { codec } = newCodec();
    const event = structuredClone(OPENED) as { data: { investor: { contact: object } } };
    event.data.investor.contact = { subject: 'p-li', value: { name: '李四', phone: 7 } };
    expect(
      factsOf(() => codec.encode(event as unknown as AnyEvent, METADATA, newId())),
    ).toMatchObject({ code: 'malformed-event', path: '/data/investor/contact' });
  });

  it('cannot be written about a person who was erased, but the erasure can', () => {
    const { codec, keys } = newCodec();
    keys.erase('p-li' as PersonId);
    expect(() => codec.encode(OPENED, METADATA, newId())).toThrow(
      expect.toSatisfy((error) => isKeyStoreFault(error, 'person-erased')),
    );
    const event = structuredClone(OPENED) as { data: { investor: { contact: object } } };
    event.data.investor.contact = { subject: 'p-li', erased: true };
    const erased = event as unknown as AnyEvent;
    const record = codec.encode(erased, METADATA, newId());
    expect(codec.decode(stored(record)).event).toStrictEqual(erased);
  });
});

describe('the marks in a schema', () => {
  it('are found in objects, lists, optional fields and alternatives', () => {
    const name = personal(z.string());
    const schema = z.strictObject({
      plain: z.string(),
      name,
      maybe: name.exactOptional(),
      list: z.array(z.strictObject({ name })),
      either: z.union([z.strictObject({ name }), z.strictObject({ other: z.string() })]),
      orNull: name.nullable(),
    });
    expect(personalPaths(schema)).toEqual([
      ['name'],
      ['maybe'],
      ['list', EACH, 'name'],
      ['either', 'name'],
      ['orNull'],
    ]);
  });

  it('may not stand in a record, whose names nobody knows beforehand', () => {
    expect(() => personalPaths(z.record(z.string(), personal(z.string())))).toThrow(
      'no personal field within a record',
    );
  });
});
