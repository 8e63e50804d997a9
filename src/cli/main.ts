import { Command } from 'commander';
import { addAdministratorCommands } from './commands/administrator.ts';
import { addDemoCommands } from './commands/demo.ts';
import { addDossierCommands } from './commands/dossier.ts';
import { addProcedureCommands } from './commands/procedure.ts';
import { addReplayCommand } from './commands/replay.ts';
import { addSchemaCommands } from './commands/schema.ts';
import { addServeCommand } from './commands/serve.ts';
import { explain } from './explain.ts';

/** The operator's table. Every command answers `--help`, and ends non-zero where it failed. */
export async function main(argv: readonly string[]): Promise<void> {
  const program = new Command('countersign')
    .description('会签：投资项目并联审批 · joint approval of investment projects')
    .showHelpAfterError('（--help 查看用法 · --help shows the usage）')
    .configureHelp({ showGlobalOptions: true });
  addServeCommand(program);
  addDemoCommands(program);
  addAdministratorCommands(program);
  addProcedureCommands(program);
  addDossierCommands(program);
  addReplayCommand(program);
  addSchemaCommands(program);
  try {
    await program.parseAsync(argv);
  } catch (error) {
    process.exitCode = 1;
    console.error(explain(error));
  }
}
