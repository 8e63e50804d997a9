import { InvalidArgumentError, Option, type Command } from 'commander';
import { pino } from 'pino';
import { openDemo } from '../../server/demo/open-demo.ts';
import { BUILT_IN_WORKFLOWS } from '../../server/publishing/built-in.ts';
import { stopWhenTold } from '../../server/stop-when-told.ts';
import { dataOption } from '../data-option.ts';
import { demoRun, type DemoRunOptions } from '../demo/demo-run.ts';
import { failedFor, hostOption, loopbackOnly, portOption } from '../demo/demo-options.ts';
import { portIsFree } from '../demo/port-is-free.ts';
import { welcome } from '../demo/welcome.ts';

interface DemoCommandOptions {
  readonly data: string;
  readonly host: string;
  readonly port: number;
}

/**
 * `countersign demo`: a whole office on this machine, with people and dossiers; and
 * `countersign demo-run`: one application through all stages, each department a process.
 */
export function addDemoCommands(program: Command): void {
  program
    .command('demo')
    .description('演示：带演示人员和项目件，仅限本机 · a demo office with people and dossiers')
    .addOption(dataOption())
    .addOption(portOption())
    .addOption(hostOption())
    .action(startDemo);
  program
    .command('demo-run')
    .description(
      '演示：各部门各为一个进程，一件办完四个阶段 · every department a process, one dossier',
    )
    .option('--data <dir>', '数据目录，默认用后即删 · the data folder; a temporary one by default')
    .addOption(paceOption())
    .addOption(languageOption())
    .action((options: DemoRunOptions) => demoRun(options));
}

function paceOption(): Option {
  return new Option('--pace-ms <milliseconds>', '每人平均考虑时间 · how long an officer thinks')
    .default(250)
    .argParser((text) => {
      if (/^\d{1,5}$/.test(text)) return Number(text);
      throw new InvalidArgumentError('应为毫秒数 · a number of milliseconds');
    });
}

async function startDemo({ data, host, port }: DemoCommandOptions): Promise<void> {
  await portIsFree(port, loopbackOnly(host));
  console.log('启动中，第一次要几秒 … starting; the first time takes some seconds');
  const opened = await openDemo({
    folder: data,
    workflows: BUILT_IN_WORKFLOWS,
    host,
    port,
    logger: pino({ level: 'warn' }, pino.destination(2)),
    withDossiers: true,
  });
  if (!opened.ok) throw failedFor(opened.error);
  const demo = opened.value;
  console.log(welcome(demo.url, data));
  stopWhenTold(() => demo.stop());
}

function languageOption(): Option {
  return new Option('--language <language>', '表格与过程的语言 · of the table and the timeline')
    .choices(['zh', 'en'])
    .default('zh');
}
