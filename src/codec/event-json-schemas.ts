import { z } from 'zod';

import { storedMetadata } from './metadata.ts';
import { EVENT_REGISTRY } from './registry.ts';
import { isPersonal, storedPersonal } from './schemas/personal.ts';

/**
 * JSON Schemas (draft 2020-12) of what stands in the log, as the text of files by file name:
 * `<Type>.v<version>.json` for the data of each event that was ever written, personal fields in
 * their sealed form, and `metadata.json`. For readers that are not this program: auditors,
 * exporters, verifiers.
 */
export function eventJsonSchemas(): ReadonlyMap<string, string> {
  const files = new Map([['metadata.json', fileOf('metadata', storedMetadata)]]);
  for (const [type, versions] of EVENT_REGISTRY) {
    for (const [index, { schema }] of versions.entries()) {
      const name = `${type}.v${index + 1}`;
      files.set(`${name}.json`, fileOf(name, schema));
    }
  }
  return files;
}

const { $schema: _, ...sealedForm } = z.toJSONSchema(storedPersonal);

function fileOf(title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    override: ({ zodSchema, jsonSchema }) => {
      if (!isPersonal(zodSchema)) return;
      for (const name of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, name);
      Object.assign(jsonSchema, sealedForm);
    },
  });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
