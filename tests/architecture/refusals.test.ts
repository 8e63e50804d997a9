/* Every "no" of ours can be told apart by a client of the API, and each has a sentence. */
import { buildSchema, isObjectType, isUnionType } from 'graphql';
import { describe, expect, it } from 'vitest';

import type { RefusalCode } from '../../src/application/refusals.ts';
import { refusalTypeName } from '../../src/graphql/refusals/refusal-types.ts';
import { REFUSAL_WORDING } from '../../src/wording/refusals.ts';
import { textOf } from './tracked-files.ts';

const schema = buildSchema(textOf('schema/graphql/schema.graphql'));
const codes = Object.keys(REFUSAL_WORDING) as readonly RefusalCode[];

describe('a refusal', () => {
  it('of each code is a type of the published schema with code, sentences and facts', () => {
    expect(codes.length).toBeGreaterThan(90);
    const incomplete = codes.filter((code) => {
      const type = schema.getType(refusalTypeName(code));
      if (!isObjectType(type)) return true;
      const fields = Object.keys(type.getFields());
      const isRefusal = type.getInterfaces().some(({ name }) => name === 'Refusal');
      return !isRefusal || !['code', 'messageZh', 'messageEn'].every((one) => fields.includes(one));
    });
    expect(incomplete).toEqual([]);
  });

  it('of each code may answer a command, and no type is left over', () => {
    const union = schema.getType('CommandResult');
    const members = isUnionType(union) ? union.getTypes().map(({ name }) => name) : [];
    const refusals = members.filter((name) => !['CommandDone', 'InputRefused'].includes(name));
    expect(refusals.toSorted()).toEqual(codes.map(refusalTypeName).toSorted());
  });

  it('has a name of its own', () => {
    expect(new Set(codes.map(refusalTypeName)).size).toBe(codes.length);
  });
});
