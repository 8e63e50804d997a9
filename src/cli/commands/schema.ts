import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { eventJsonSchemas } from '../../codec/event-json-schemas.ts';
import { schemaSdl } from '../../graphql/schema-sdl.ts';
import { definitionJsonSchemas } from '../../workflow/definition/json-schemas.ts';
import { dataOption } from '../data-option.ts';
import { CommandFailed } from '../explain.ts';

const SCHEMA_FOLDER = fileURLToPath(new URL('../../../schema', import.meta.url));

/** `countersign schema write|check`: the generated contracts that are committed. */
export function addSchemaCommands(program: Command): void {
  const schema = program
    .command('schema')
    .description('由代码生成并核对 schema/ 中的契约 · the generated contracts in schema/');
  schema
    .command('write')
    .description('写出 · write them')
    .addOption(dataOption())
    .action(async () => {
      for (const [file, content] of contracts()) await writeContract(file, content);
    });
  schema
    .command('check')
    .description('核对是否与代码一致 · fail where they differ from the code')
    .addOption(dataOption())
    .action(checkContracts);
}

/** Every generated file by its path in the project. */
function contracts(): ReadonlyMap<string, string> {
  return new Map([
    ['graphql/schema.graphql', schemaSdl()],
    ...[...eventJsonSchemas()].map(([file, text]) => [`events/${file}`, text] as const),
    ...[...definitionJsonSchemas()].map(([file, text]) => [`definitions/${file}`, text] as const),
  ]);
}

async function writeContract(file: string, content: string): Promise<void> {
  const path = join(SCHEMA_FOLDER, file);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}

async function checkContracts(): Promise<void> {
  const expected = contracts();
  const drifted: string[] = [];
  for (const [file, content] of expected) {
    const found = await readFile(join(SCHEMA_FOLDER, file), 'utf8').catch(() => undefined);
    if (found !== content) drifted.push(file);
  }
  for (const folder of ['events', 'definitions', 'graphql']) {
    const present = await readdir(join(SCHEMA_FOLDER, folder)).catch(() => []);
    drifted.push(
      ...present.map((file) => `${folder}/${file}`).filter((file) => !expected.has(file)),
    );
  }
  if (drifted.length === 0) return;
  throw new CommandFailed({
    zh: `schema/ 与代码不一致：${drifted.join('、')}。请运行“npm run schema”并一并提交。`,
    en: `schema/ differs from the code: ${drifted.join(', ')}. Run "npm run schema" and commit it.`,
  });
}
