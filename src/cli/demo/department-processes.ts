import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Party } from '../../server/demo/playing/moves.ts';

const PROGRAM = fileURLToPath(new URL('./department-process.ts', import.meta.url));

export interface ProcessOptions {
  readonly url: string;
  /** Where the case is written, for every process to read. */
  readonly caseFile: string;
  readonly paceMs: number;
  /** Where compiled code is kept, so that the second process starts faster than the first. */
  readonly cacheFolder: string;
}

/** The processes that take part, one a party, each started when it is first its turn. */
export class DepartmentProcesses {
  readonly #options: ProcessOptions;
  readonly #processes = new Map<Party, ChildProcess>();
  #failure: string | undefined;

  constructor(options: ProcessOptions) {
    this.#options = options;
  }

  get count(): number {
    return this.#processes.size;
  }

  /** Why a process gave up; `undefined` while all is well. */
  get failure(): string | undefined {
    return this.#failure;
  }

  start(party: Party): void {
    if (this.#processes.has(party)) return;
    const { url, caseFile, paceMs, cacheFolder } = this.#options;
    const args = ['--url', url, '--party', party, '--case', caseFile, '--pace-ms', String(paceMs)];
    const child = fork(PROGRAM, args, {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: cacheFolder },
    });
    let complaint = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      complaint += text;
    });
    child.once('exit', (code, signal) => {
      if (code !== 0) this.#failure ??= complaint || `${party}: ${code ?? signal}`;
    });
    this.#processes.set(party, child);
  }

  /** Lets go of all; each ends by itself when nobody listens any more. */
  async end(): Promise<void> {
    await Promise.all(
      [...this.#processes.values()].map(async (child) => {
        if (child.exitCode !== null) return;
        const exited = once(child, 'exit');
        if (child.connected) child.disconnect();
        await exited;
      }),
    );
  }
}
