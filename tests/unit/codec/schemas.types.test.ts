/** Compile-time: each schema says neither more nor less than the type of the domain. */
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';

import type { AnyEvent, Metadata } from '../../../src/codec/envelope.ts';
import type { storedMetadata } from '../../../src/codec/metadata.ts';
import type { EVENT_SCHEMAS } from '../../../src/codec/registry.ts';

/** The same shape without `readonly` and with intersections made flat; brands stay as they are. */
type Plain<Value> = unknown extends Value
  ? unknown
  : Value extends string | number | boolean | null
    ? Value
    : { -readonly [Name in keyof Value]: Plain<Value[Name]> };

/* oxlint-disable typescript/no-unnecessary-type-parameters -- two such signatures are assignable
   only if what they compare with is the same type, optional fields included; nothing else says so */
type Equals<One, Other> =
  (<Any>() => Any extends One ? 1 : 2) extends <Any>() => Any extends Other ? 1 : 2 ? true : false;
/* oxlint-enable typescript/no-unnecessary-type-parameters */

type Schemas = typeof EVENT_SCHEMAS;
type DataOf<Type extends AnyEvent['type']> = Extract<AnyEvent, { readonly type: Type }>['data'];

/** Names of the events whose schema is missing or differs from the domain's type. */
type Mismatched = {
  [Type in AnyEvent['type']]: Type extends keyof Schemas
    ? Equals<Plain<z.infer<Schemas[Type]>>, Plain<DataOf<Type>>> extends true
      ? never
      : Type
    : Type;
}[AnyEvent['type']];

const everySchemaIsTheDomainType: [Mismatched] extends [never] ? true : Mismatched = true;
const noSchemaIsLeftOver: Equals<keyof Schemas, AnyEvent['type']> = true;
const metadataIsTheEnvelopes: Equals<
  Plain<z.infer<typeof storedMetadata>>,
  Plain<Metadata & { version: number }>
> = true;
/** The comparison itself tells apart what differs in a brand or in an optional field only. */
const differencesAreSeen: [
  Equals<Plain<{ a?: string }>, Plain<{ a: string }>>,
  Equals<Plain<{ a: readonly string[] }>, Plain<{ a: (string & { __brand: 'B' })[] }>>,
  Equals<Plain<{ a?: string }>, Plain<{ a?: string | undefined }>>,
] = [false, false, false];

describe('the schemas of events', () => {
  it('are the types of the domain, which the type checker has proven', () => {
    expect([everySchemaIsTheDomainType, noSchemaIsLeftOver, metadataIsTheEnvelopes]).toEqual([
      true,
      true,
      true,
    ]);
    expect(differencesAreSeen).toEqual([false, false, false]);
  });
});
