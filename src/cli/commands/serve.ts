import type { Command } from 'commander';
import { pino } from 'pino';
import { readConfig } from '../../server/config.ts';
import { openHouse } from '../../server/house.ts';
import { startServing } from '../../server/serving.ts';
import { stopWhenTold } from '../../server/stop-when-told.ts';
import { wallClock } from '../../server/wall-clock.ts';
import { dataOption } from '../data-option.ts';
import { CommandFailed } from '../explain.ts';

/** `countersign serve`: the production start. It never knows demo people. */
export function addServeCommand(program: Command): void {
  program
    .command('serve')
    .description('生产环境启动；配置取自环境变量 · production start, configured by environment')
    .addOption(dataOption())
    .action(async ({ data }: { readonly data: string }) => {
      const read = readConfig(process.env);
      if (!read.ok) {
        const zh = read.problems.map((problem) => problem.zh).join('\n');
        const en = read.problems.map((problem) => problem.en).join('\n');
        throw new CommandFailed({ zh, en });
      }
      const { config } = read;
      const logger = pino({ level: config.COUNTERSIGN_LOG_LEVEL });
      const masterKey = config.COUNTERSIGN_MASTER_KEY;
      const house = await openHouse({
        folder: data,
        now: wallClock,
        ...(masterKey && { masterKey }),
      });
      const serving = await startServing(house, {
        host: config.COUNTERSIGN_HOST,
        port: config.COUNTERSIGN_PORT,
        tokens: {
          jwks: new URL(config.COUNTERSIGN_JWKS_URL),
          issuer: config.COUNTERSIGN_ISSUER,
          audience: config.COUNTERSIGN_AUDIENCE,
          algorithms: config.COUNTERSIGN_ALGORITHMS,
        },
        logger,
        graphiql: false,
      });
      logger.info({ url: serving.url, data }, 'serving');
      stopWhenTold(async () => {
        await serving.stop();
        await house.close();
        logger.info('stopped');
      });
    });
}
