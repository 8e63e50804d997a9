import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const PROGRAM = join(import.meta.dirname, '../../src/cli/countersign.mjs');
const PATIENCE_MS = 60_000;

/** What a command came to. */
export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** The command line as an operator runs it: a process of its own. */
export class CountersignProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #out = '';
  #err = '';

  constructor(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(process.execPath, [PROGRAM, ...args], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
    });
    this.#closed = once(this.#child, 'close');
    this.#child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.#out += text;
    });
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#err += text;
    });
  }

  /** The first match in what it prints; fails with what it printed if it ends before. */
  async printed(pattern: RegExp): Promise<RegExpExecArray> {
    const deadline = Date.now() + PATIENCE_MS;
    for (;;) {
      const found = pattern.exec(this.#out);
      if (found) return found;
      const hasEnded = this.#child.exitCode !== null;
      if (hasEnded || Date.now() > deadline) throw new Error(`${this.#out}\n${this.#err}`);
      await Promise.race([once(this.#child.stdout ?? this.#child, 'data'), this.#closed]);
    }
  }

  /** Until it ends by itself. */
  async ended(): Promise<Ended> {
    await this.#closed;
    return { code: this.#child.exitCode, out: this.#out, err: this.#err };
  }

  /** Asks it to stop, as an operator does with Ctrl+C. */
  stop(): Promise<Ended> {
    this.#child.kill('SIGTERM');
    return this.ended();
  }
}
