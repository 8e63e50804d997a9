import { z } from 'zod';
import { catalogueItem, departmentsFile, instrumentsFile, materialsFile } from './catalogue.ts';
import { exampleFile } from './example-file.ts';
import { procedureFile } from './procedure-file.ts';

const FILES = {
  departments: departmentsFile,
  example: exampleFile,
  instruments: instrumentsFile,
  item: catalogueItem,
  materials: materialsFile,
  procedure: procedureFile,
} as const satisfies Record<string, z.ZodType>;

/**
 * JSON Schemas (draft 2020-12) of the files that authors of definitions write, as the text of files
 * by file name: an editor that reads YAML checks and completes with them. Names and references
 * across files are the business of `countersign procedure check`.
 */
export function definitionJsonSchemas(): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(FILES).map(([name, schema]) => [`${name}.schema.json`, fileOf(name, schema)]),
  );
}

function fileOf(title: string, schema: z.ZodType): string {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' });
  return `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`;
}
