import { DatabaseSync } from 'node:sqlite';

import { StoreFault } from '../faults.ts';

const BUSY = 5;

/**
 * The right to write to a data folder. It is an exclusive lock of SQLite on an empty file beside the
 * store, which the operating system drops with the process, however that ends. Readers never ask
 * for it.
 * @throws StoreFault `store-locked` where another process, or this one, holds it
 */
export function takeWriterLock(path: string): { release(): void } {
  const lock = new DatabaseSync(path, { timeout: 0 });
  try {
    lock.exec('begin exclusive');
  } catch (error) {
    lock.close();
    const isHeld = error instanceof Error && 'errcode' in error && error.errcode === BUSY;
    throw isHeld ? new StoreFault({ code: 'store-locked', path }, { cause: error }) : error;
  }
  return { release: () => lock.close() };
}
