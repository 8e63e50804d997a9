import type { Command } from 'commander';
import { pino } from 'pino';
import { openDemo } from '../../server/demo/open-demo.ts';
import { BUILT_IN_WORKFLOWS } from '../../server/publishing/built-in.ts';
import { stopWhenTold } from '../../server/stop-when-told.ts';
import { dataOption } from '../data-option.ts';
import { failedFor, hostOption, loopbackOnly, portOption } from '../demo/demo-options.ts';
import { welcome } from '../demo/welcome.ts';

interface DemoCommandOptions {
  readonly data: string;
  readonly host: string;
  readonly port: number;
}

/** `countersign demo`: a whole office on this machine, with people and dossiers. */
export function addDemoCommands(program: Command): void {
  program
    .command('demo')
    .description('演示：带演示人员和项目件，仅限本机 · a demo office with people and dossiers')
    .addOption(dataOption())
    .addOption(portOption())
    .addOption(hostOption())
    .action(startDemo);
}

async function startDemo({ data, host, port }: DemoCommandOptions): Promise<void> {
  const opened = await openDemo({
    folder: data,
    workflows: BUILT_IN_WORKFLOWS,
    host: loopbackOnly(host),
    port,
    logger: pino({ level: 'warn' }),
    withDossiers: true,
  });
  if (!opened.ok) throw failedFor(opened.error);
  const demo = opened.value;
  console.log(welcome(demo.url, data));
  stopWhenTold(() => demo.stop());
}
