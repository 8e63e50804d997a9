import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Option, type Command } from 'commander';
import {
  checkWorkflows,
  type CheckedWorkflows,
} from '../../application/examples/check-workflows.ts';
import { OFFICE_ITSELF } from '../../domain/organisation/decide.ts';
import { dayOf, isDay, type Day } from '../../kernel/instant.ts';
import { openHouse } from '../../server/house.ts';
import { BUILT_IN_WORKFLOWS } from '../../server/publishing/built-in.ts';
import { publishProcedure } from '../../server/publishing/publish-procedure.ts';
import { wallClock } from '../../server/wall-clock.ts';
import { definitionMistakeSentence } from '../../wording/definition-mistakes.ts';
import { refusalSentences } from '../../wording/refusals.ts';
import type { Definition } from '../../workflow/definition/definition.ts';
import { drawMermaid, drawStatechart } from '../../workflow/drawing/mermaid.ts';
import { drawSvg } from '../../workflow/drawing/svg.ts';
import type { DefinitionMistake } from '../../workflow/loading/mistake.ts';
import { dataOption } from '../data-option.ts';
import { publicationsFrom } from '../publication-options.ts';
import { CommandFailed } from '../explain.ts';

interface FolderOptions {
  readonly data: string;
  readonly workflows: string;
  readonly on?: string;
  readonly lead?: readonly string[];
  readonly set?: readonly string[];
}

/** `countersign procedure check|draw|publish` */
export function addProcedureCommands(program: Command): void {
  const procedure = program
    .command('procedure')
    .description('审批流程的检查、画图与发布 · check, draw and publish procedures');
  addCheck(procedure);
  addDraw(procedure);
  addPublish(procedure);
}

function addCheck(procedure: Command): void {
  procedure
    .command('check')
    .description('检查目录与流程，指出文件、行、列 · check the catalogue and the procedures')
    .addOption(dataOption())
    .addOption(workflowsOption())
    .addOption(onOption())
    .action(async (options: FolderOptions) => {
      const { definitions } = await checked(options);
      const names = definitions.map(({ definition }) => definition.procedure).join(', ');
      console.log(`没有错误 · no mistakes: ${names}`);
    });
}

function addDraw(procedure: Command): void {
  procedure
    .command('draw [procedures...]')
    .description('画出流程图（Mermaid 与 SVG）· draw flow charts')
    .addOption(dataOption())
    .addOption(workflowsOption())
    .addOption(onOption())
    .option('--out <dir>', '输出目录 · where to write', 'docs/procedures')
    .action(async (wanted: string[], options: FolderOptions & { readonly out: string }) => {
      const { definitions } = await checked(options);
      await mkdir(options.out, { recursive: true });
      for (const definition of chosen(definitions, wanted)) await draw(definition, options.out);
    });
}

async function draw(definition: Definition, folder: string): Promise<void> {
  for (const language of ['zh', 'en'] as const) {
    const name = join(folder, `${definition.procedure}.${language}`);
    await writeFile(`${name}.mmd`, drawMermaid(definition, language));
    await writeFile(`${name}.svg`, await drawSvg(definition, language));
    console.log(`${name}.mmd ${name}.svg`);
  }
  const states = join(folder, `${definition.procedure}.states.mmd`);
  await writeFile(states, drawStatechart(definition));
  console.log(states);
}

function addPublish(procedure: Command): void {
  procedure
    .command('publish [procedures...]')
    .description('发布流程；已发布的版本不再改变 · publish; a published version never changes')
    .addOption(dataOption())
    .addOption(workflowsOption())
    .addOption(onOption())
    .option('--lead <stage=kind...>', '某阶段的牵头部门 · the lead department of a stage')
    .option('--set <parameter=number...>', '参数的取值 · the value of a parameter')
    .action(async (wanted: string[], options: FolderOptions) => {
      const { definitions } = await checked(options, wanted);
      const house = await openHouse({ folder: options.data, now: wallClock });
      try {
        for (const definition of chosen(definitions, wanted)) {
          const actor = { person: OFFICE_ITSELF, post: 'administrator' } as const;
          const done = await publishProcedure(definition, actor, house.reference);
          if (!done.ok) throw new CommandFailed(refusalSentences(done.error));
          console.log(`${definition.procedure}@${definition.version}`);
        }
      } finally {
        await house.close();
      }
    });
}

function workflowsOption(): Option {
  return new Option('--workflows <dir>', '流程定义目录 · the folder of definitions').default(
    BUILT_IN_WORKFLOWS,
  );
}

function onOption(): Option {
  return new Option(
    '--on <day>',
    '以哪一天的法律状态检查 · the day on which instruments must be in force',
  );
}

async function checked(
  options: FolderOptions,
  wanted: readonly string[] = [],
): Promise<CheckedWorkflows> {
  const publications = publicationsFrom(options, wanted);
  const found = await checkWorkflows(options.workflows, dayFrom(options.on), publications);
  for (const warning of found.warnings) console.warn(lineOf(warning, '提示 · note'));
  for (const mistake of found.mistakes) console.error(lineOf(mistake, '错误 · mistake'));
  if (found.mistakes.length === 0) return found;
  throw new CommandFailed({
    zh: `共 ${found.mistakes.length} 处错误，请按文件与行列改正。`,
    en: `${found.mistakes.length} mistakes; mend them at the places named.`,
  });
}

function dayFrom(text: string | undefined): Day {
  if (text === undefined) return dayOf(wallClock());
  if (isDay(text)) return text;
  throw new CommandFailed({
    zh: `“${text}”不是日期，应如 2026-03-02。`,
    en: `"${text}" is not a day, such as 2026-03-02.`,
  });
}

function lineOf(mistake: DefinitionMistake, kind: string): string {
  const { zh, en } = definitionMistakeSentence(mistake);
  return `${mistake.file}:${mistake.line}:${mistake.column} ${kind}: ${zh}\n    ${en}`;
}

function chosen(
  definitions: CheckedWorkflows['definitions'],
  wanted: readonly string[],
): readonly Definition[] {
  const all = definitions.map(({ definition }) => definition);
  const unknown = wanted.find((name) => !all.some(({ procedure }) => procedure === name));
  if (unknown !== undefined) {
    throw new CommandFailed({
      zh: `没有流程“${unknown}”。`,
      en: `There is no procedure "${unknown}".`,
    });
  }
  return wanted.length === 0 ? all : all.filter(({ procedure }) => wanted.includes(procedure));
}
