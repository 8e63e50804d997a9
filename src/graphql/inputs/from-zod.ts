import type { z } from 'zod';
import { BrokenInvariant, invariant } from '../../kernel/invariant.ts';
import type { ApiBuilder } from '../builder.ts';

/**
 * GraphQL input types made from the schemas of the commands, so that the API and the application
 * can never disagree on what a command takes. The zod schema still checks every value.
 */
export class InputTypes {
  readonly #builder: ApiBuilder;
  readonly #names: ReadonlyMap<z.ZodType, string>;
  readonly #made = new Map<z.ZodType, string>();
  readonly #taken = new Set<string>();

  /** @param names how the parts that several commands share are called in the API */
  constructor(builder: ApiBuilder, names: ReadonlyMap<z.ZodType, string>) {
    this.#builder = builder;
    this.#names = names;
  }

  /** The input object of one command; `type` is the mutation's own name and left out. */
  object(schema: z.ZodObject, suggested: string): string {
    const known = this.#made.get(schema);
    if (known !== undefined) return known;
    const name = this.#claim(schema, suggested);
    const fields = Object.entries(schema.shape as Record<string, z.ZodType>)
      .filter(([field]) => field !== 'type')
      .map(([field, value]) => ({ field, ...this.#field(value, name + capital(field)) }));
    this.#builder.inputType(name as never, {
      fields: (t) =>
        Object.fromEntries(
          fields.map(({ field, type, required }) => [field, t.field({ type, required } as never)]),
        ) as never,
    });
    return name;
  }

  #field(schema: z.ZodType, suggested: string): { type: unknown; required: boolean } {
    const def = definitionOf(schema);
    if (def.type === 'optional') {
      invariant(def.innerType, 'an optional schema has an inner one');
      return { ...this.#field(def.innerType, suggested), required: false };
    }
    return { type: this.#type(schema, def, suggested), required: true };
  }

  #type(schema: z.ZodType, def: ZodDefinition, suggested: string): unknown {
    switch (def.type) {
      case 'string':
        return 'String';
      case 'boolean':
        return 'Boolean';
      case 'number':
        return isInteger(schema) ? 'Int' : 'Float';
      case 'enum':
        return this.enum(schema, suggested);
      case 'array':
        invariant(def.element, 'an array has elements');
        return [this.#field(def.element, singular(suggested)).type];
      case 'object':
        return this.object(schema as z.ZodObject, `${suggested}Input`);
      case 'record':
        return 'FormAnswers';
      default:
        throw new BrokenInvariant(`no input type for zod's ${def.type} (${suggested})`);
    }
  }

  /** The enum of a choice; its values are written `LIKE_THIS`. */
  enum(schema: z.ZodType, suggested: string): string {
    const known = this.#made.get(schema);
    if (known !== undefined) return known;
    const name = this.#claim(schema, suggested);
    const values = Object.values(definitionOf(schema).entries ?? {}).map((value) => [
      value.toUpperCase().replaceAll('-', '_'),
      { value },
    ]);
    this.#builder.enumType(name, { values: Object.fromEntries(values) as EnumValues });
    return name;
  }

  #claim(schema: z.ZodType, suggested: string): string {
    const name = this.#names.get(schema) ?? suggested;
    invariant(!this.#taken.has(name), `one input type is called ${name}`);
    this.#taken.add(name);
    this.#made.set(schema, name);
    return name;
  }
}

type EnumValues = Readonly<Record<string, { readonly value: string }>>;

/** The part of zod's own description of a schema that is looked at here. */
interface ZodDefinition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly entries?: Readonly<Record<string, string>>;
}

function definitionOf(schema: z.ZodType): ZodDefinition {
  return schema.def;
}

function isInteger(schema: z.ZodType): boolean {
  return (schema as z.ZodNumber).format === 'safeint';
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function singular(word: string): string {
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
