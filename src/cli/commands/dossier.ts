import { randomUUID } from 'node:crypto';
import type { Command } from 'commander';
import { isDossierNumber } from '../../application/dossiers/dossier-number.ts';
import { dryRunMove, type ProcedureMove } from '../../domain/dossier/dry-run-move.ts';
import type { Dossier } from '../../domain/dossier/state.ts';
import type { Actor } from '../../domain/post.ts';
import type { PostId, RequestId } from '../../kernel/ids.ts';
import { openHouse, type House } from '../../server/house.ts';
import { wallClock } from '../../server/wall-clock.ts';
import { refusalSentences } from '../../wording/refusals.ts';
import type { CompiledProcedure } from '../../workflow/procedure/compile.ts';
import { dataOption } from '../data-option.ts';
import { CommandFailed } from '../explain.ts';

interface MoveOptions {
  readonly data: string;
  readonly to: string;
  readonly dryRun?: boolean;
  readonly as?: string;
  readonly reason?: string;
  readonly authority?: string;
}

/** `countersign dossier move`: to another version of its procedure, after a dry run. */
export function addDossierCommands(program: Command): void {
  const dossier = program.command('dossier').description('单个项目件 · a single dossier');
  dossier
    .command('move <dossier>')
    .description('换到流程的另一版本 · move to another version of its procedure')
    .addOption(dataOption())
    .requiredOption('--to <version>', '目标版本号 · the version to move to')
    .option('--dry-run', '只看会改变什么 · only say what would change')
    .option('--as <post>', '以哪个管理岗位 · the administrator post to act in')
    .option('--reason <text>', '理由 · why')
    .option('--authority <text>', '批准文号 · the authority for it')
    .action(async (number: string, options: MoveOptions) => {
      const mode = options.dryRun === true ? 'read' : 'write';
      const house = await openHouse({ folder: options.data, now: wallClock, mode });
      try {
        await (options.dryRun === true ? dryRun : move)(number, options, house);
      } finally {
        await house.close();
      }
    });
}

async function dryRun(number: string, { to }: MoveOptions, house: House): Promise<void> {
  const dossier = await dossierFrom(number, house);
  const from = house.library.published(dossier.procedure);
  const next = house.library.version(from.ref.id, Number(to));
  if (next === undefined) {
    const procedure = `${from.ref.id}@${to}`;
    throw new CommandFailed(
      refusalSentences({ code: 'procedure-not-published', facts: { procedure } }),
    );
  }
  const change = dryRunMove(dossier, from, next);
  for (const line of moveLines(change, next)) console.log(line);
  if (change.lost.length > 0) process.exitCode = 1;
}

function moveLines(change: ProcedureMove, next: CompiledProcedure): readonly string[] {
  const name = (item: string): string => next.names.items.get(item as never)?.zh ?? item;
  const list = (items: readonly string[]): string =>
    items.length === 0 ? '无 none' : items.map((item) => `${name(item)} (${item})`).join('，');
  return [
    `${change.from.id}@${change.from.version} → @${change.to.version}`,
    `新增事项 added: ${list(change.added)}`,
    `不再适用 gone: ${list(change.gone)}`,
    `无法延续（不得换版）lost, forbids the move: ${list(change.lost)}`,
    `待补答案 answers to give: ${change.missingAnswers.join(', ') || '无 none'}`,
    `不符合条件 conditions not met: ${change.ineligible.join('；') || '无 none'}`,
  ];
}

async function move(number: string, options: MoveOptions, house: House): Promise<void> {
  const { number: dossier } = await dossierFrom(number, house);
  const done = await house.dossiers.handle(dossier, {
    requestId: randomUUID() as RequestId,
    actor: actorFrom(options.as, house),
    input: {
      type: 'MoveProcedure',
      version: Number(options.to),
      reason: options.reason ?? '',
      authority: options.authority ?? '',
    },
  });
  if (!done.ok) throw new CommandFailed(refusalSentences(done.error));
  console.log(`${dossier}: @${options.to} (${done.value.position})`);
}

async function dossierFrom(number: string, house: House): Promise<Dossier> {
  const state = isDossierNumber(number)
    ? (await house.dossiers.load(number)).state
    : ({ status: 'none' } as const);
  if (state.status !== 'none') return state;
  throw new CommandFailed({
    zh: `没有项目件“${number}”。请核对编号与 --data。`,
    en: `There is no dossier "${number}". Check the number and --data.`,
  });
}

function actorFrom(post: string | undefined, house: House): Actor {
  const found = post && house.organisation.current().posts.get(post as PostId);
  if (!found) {
    throw new CommandFailed({
      zh: '请用 --as 指明一个已任命的管理岗位。',
      en: 'Name an appointed administrator post with --as.',
    });
  }
  const { person, kind, department } = found;
  return { person, post: kind, ...(department && { department }) };
}
