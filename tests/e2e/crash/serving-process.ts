import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const PROGRAM = join(import.meta.dirname, '..', 'processes', 'serve-a-house.ts');

/** The process ended before it served; the message is what it complained about. */
export class NeverServed extends Error {}

/** One life of the serving process. */
export interface Life {
  /** Where it serves; rejects with `NeverServed` where it dies before. */
  readonly url: Promise<string>;
  /** Everything it complained about. */
  complaints(): string;
  /** SIGKILL: no handler runs, nothing is flushed. Resolves once it is gone. */
  kill(): Promise<void>;
}

/**
 * Begins to serve the house in the folder.
 * @param fileMostBlocks no file may grow beyond so many blocks of 512 bytes, as on a full disk
 */
export function bringToLife(folder: string, keysFile: string, fileMostBlocks?: number): Life {
  const program = [process.execPath, PROGRAM, folder, keysFile];
  const limited = ['sh', '-c', `ulimit -f ${fileMostBlocks} && exec "$0" "$@"`, ...program];
  const [file = '', ...args] = fileMostBlocks === undefined ? program : limited;
  const child = spawn(file, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    // Twenty lives in a row compile the same program once.
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') },
  });
  let complaints = '';
  child.stderr.on('data', (text) => {
    complaints += String(text);
  });
  const { promise: url, resolve, reject } = Promise.withResolvers<string>();
  createInterface({ input: child.stdout }).once('line', resolve);
  child.once('exit', () => {
    reject(new NeverServed(complaints));
  });
  // Nobody may be waiting for it at that moment.
  url.catch(() => undefined);
  return { url, complaints: () => complaints, kill: () => killed(child) };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}
