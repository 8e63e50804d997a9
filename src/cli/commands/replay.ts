import type { Command } from 'commander';
import { isDossierNumber } from '../../application/dossiers/dossier-number.ts';
import {
  replayDossier,
  type AsOf,
  type ReplayStep,
} from '../../application/replay/replay-dossier.ts';
import type { DossierState } from '../../domain/dossier/state.ts';
import { NO_DOSSIER } from '../../domain/dossier/state.ts';
import { positionFrom } from '../../eventstore/position.ts';
import { instantFrom } from '../../kernel/instant.ts';
import { openHouse, type House } from '../../server/house.ts';
import { wallClock } from '../../server/wall-clock.ts';
import { dataOption } from '../data-option.ts';
import { CommandFailed } from '../explain.ts';
import { dossierLines, stepLine } from '../dossier-lines.ts';

interface ReplayOptions {
  readonly data: string;
  readonly at?: string;
  readonly followSteps?: boolean;
}

/** `countersign replay DOSSIER`: a dossier from the log alone, now or as it stood then. */
export function addReplayCommand(program: Command): void {
  program
    .command('replay <dossier>')
    .description('从事件日志重现项目件 · replay a dossier from the log')
    .addOption(dataOption())
    .option('--at <instant|position>', '截至何时何处 · as of an instant or a position')
    .option('--follow-steps', '逐步显示 · show every step')
    .action(async (dossier: string, options: ReplayOptions) => {
      const house = await openHouse({ folder: options.data, now: wallClock, mode: 'read' });
      try {
        await replay(dossier, options, house);
      } finally {
        await house.close();
      }
    });
}

async function replay(dossier: string, options: ReplayOptions, house: House): Promise<void> {
  if (!isDossierNumber(dossier)) throw unknownDossier(dossier);
  let state: DossierState = NO_DOSSIER;
  for await (const step of replayDossier(dossier, asOfFrom(options.at), house.replay)) {
    if (options.followSteps === true) printStep(step);
    ({ state } = step);
  }
  if (state.status === 'none') throw unknownDossier(dossier);
  const procedure = house.library.published(state.procedure);
  for (const line of dossierLines(state, procedure)) console.log(line);
}

function printStep({ recorded }: ReplayStep): void {
  console.log(stepLine(recorded));
}

function asOfFrom(text: string | undefined): AsOf {
  if (text === undefined) return 'now';
  const position = positionFrom(text);
  if (position !== undefined) return { position };
  const instant = instantFrom(text);
  if (instant !== undefined) return { instant };
  throw new CommandFailed({
    zh: `“${text}”既不是时刻（如 2026-03-02T09:30:00+08:00）也不是日志位置。`,
    en: `"${text}" is neither an instant (such as 2026-03-02T09:30:00+08:00) nor a position.`,
  });
}

function unknownDossier(dossier: string): CommandFailed {
  return new CommandFailed({
    zh: `日志中没有项目件“${dossier}”（截至所指时刻）。请核对编号与 --data。`,
    en: `The log has no dossier "${dossier}" (as of then). Check the number and --data.`,
  });
}
