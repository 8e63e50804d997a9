import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The program that runs a log server: called as `KURRENTDB_COMMAND DATADIR PORT`. */
export const serverCommand = process.env['KURRENTDB_COMMAND'];
/** A log server that runs already. */
export const serverUrl = process.env['KURRENTDB_URL'];

/** The suite writes an event of one megabyte, just above what a server takes unless it is told. */
const MAX_APPEND_SIZE = '16000000';
const START_MS_MOST = 60_000;

/**
 * A log server of the test's own. `KURRENTDB_COMMAND DATADIR PORT` must stay in the foreground and be
 * the server (a script ends with `exec`), so that killing it kills the server; it must serve the port
 * without TLS on 127.0.0.1 and keep its data in the folder.
 */
export class KurrentServer {
  readonly #folder = mkdtempSync(join(tmpdir(), 'countersign-kurrent-'));
  readonly #command: string;
  #port = 0;
  #process: ChildProcess | undefined;

  constructor(command: string) {
    this.#command = command;
  }

  get connectionString(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  /** Starts it, on the same data and port as before, and waits until it leads. */
  async start(): Promise<void> {
    if (this.#port === 0) this.#port = await freePort();
    const child = spawn(this.#command, [this.#folder, String(this.#port)], {
      stdio: 'ignore',
      env: {
        ...process.env,
        EVENTSTORE_MAX_APPEND_SIZE: MAX_APPEND_SIZE,
        KURRENTDB_MAX_APPEND_SIZE: MAX_APPEND_SIZE,
      },
    });
    this.#process = child;
    const end = Date.now() + START_MS_MOST;
    while (!(await this.#leads())) {
      if (child.exitCode !== null) throw new Error(`the log server ended with ${child.exitCode}`);
      if (Date.now() > end) throw new Error('the log server did not lead in time');
      await pause(100);
    }
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (child === undefined || child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #leads(): Promise<boolean> {
    try {
      const info = await fetch(`http://127.0.0.1:${this.#port}/info`);
      const { state } = (await info.json()) as { state?: string };
      return state === 'leader';
    } catch {
      return false;
    }
  }
}

/** Low enough for a program that takes further ports counted from this one. */
async function freePort(): Promise<number> {
  for (;;) {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    server.close();
    await once(server, 'close');
    if (address !== null && typeof address === 'object' && address.port < 60_000) {
      return address.port;
    }
  }
}
