import * as fc from 'fast-check';
import { z } from 'zod';

type Schema = z.core.$ZodType;

/** Chinese first: most text in this system is. */
const text = (minLength: number) =>
  fc.oneof(
    fc.constantFrom('同意', '经审查，符合规划条件。', '𠮷野家〔2026〕12号', 'a "quoted" \\ line\n'),
    fc.string({ unit: 'binary', minLength, maxLength: 40 }),
  );

const number = fc
  .double({ noNaN: true, noDefaultInfinity: true })
  // RFC 8785 writes minus zero as 0, so it does not come back as it was.
  .map((value) => (value === 0 ? 0 : value));

const opaque = fc
  .dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true })
  .map((value) => JSON.parse(JSON.stringify(value)) as unknown)
  .filter((value) => !JSON.stringify(value).includes('"__proto__":'));

/** Values that a schema accepts, read off the schema itself. A kind it does not know is an error. */
export function arbitraryOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodObject) return objectOf(schema.shape);
  if (schema instanceof z.ZodArray) return fc.array(arbitraryOf(schema.element), { maxLength: 4 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(arbitraryOf));
  if (schema instanceof z.ZodNullable) return fc.option(arbitraryOf(schema.unwrap()));
  if (schema instanceof z.ZodRecord) {
    const names = fc.string().filter((name) => name !== '__proto__');
    return fc.dictionary(names, arbitraryOf(schema.valueType), { noNullPrototype: true });
  }
  return leafOf(schema);
}

function leafOf(schema: Schema): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodString || schema instanceof z.ZodStringFormat) return stringOf(schema);
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumberFormat) {
    return fc.integer({ min: schema.minValue ?? 0, max: 2 ** 31 - 1 });
  }
  if (schema instanceof z.ZodNumber) return number;
  if (schema instanceof z.ZodUnknown) return opaque;
  throw new Error(`no values known for a schema of type ${schema._zod.def.type}`);
}

function objectOf(shape: Record<string, Schema>): fc.Arbitrary<unknown> {
  const fields = Object.entries(shape);
  const isOptional = (field: Schema) => field instanceof z.ZodExactOptional;
  return fc.record(
    Object.fromEntries(
      fields.map(([name, field]) => [
        name,
        arbitraryOf(field instanceof z.ZodExactOptional ? field.unwrap() : field),
      ]),
    ),
    {
      requiredKeys: fields.filter(([, field]) => !isOptional(field)).map(([name]) => name),
      noNullPrototype: true,
    },
  );
}

function stringOf(schema: z.ZodString | z.ZodStringFormat): fc.Arbitrary<unknown> {
  if (schema instanceof z.ZodISODateTime) return moment.map((date) => date.toISOString());
  if (schema instanceof z.ZodISODate) return moment.map((date) => date.toISOString().slice(0, 10));
  const { pattern, minLength = 0 } = z.toJSONSchema(schema);
  return pattern === undefined ? text(minLength) : fc.stringMatching(new RegExp(pattern));
}

const moment = fc.date({
  min: new Date('2000-01-01T00:00:00.000Z'),
  max: new Date('2099-12-31T23:59:59.999Z'),
  noInvalidDate: true,
});
