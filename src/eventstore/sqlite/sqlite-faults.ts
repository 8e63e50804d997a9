import { closeSync, openSync, statSync, unlinkSync, writeSync } from 'node:fs';

import { StoreFault } from '../faults.ts';

/** Result codes, see https://sqlite.org/rescode.html; the low byte is the kind. */
const KIND = 0xff;
const ERROR = 1;
const IO_ERROR = 10;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;
const IO_ERROR_SHORT_READ = 522;
/** Mistakes of our own program: constraint, mismatch, misuse, range. */
const OURS: ReadonlySet<number> = new Set([ERROR, 19, 20, 21, 25]);

const NO_ROOM: ReadonlySet<string> = new Set(['EFBIG', 'ENOSPC', 'EDQUOT']);

interface SqliteError extends Error {
  readonly errcode: number;
  readonly errstr: string;
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}

/**
 * What an error of SQLite means to whoever uses the store. What is no error of SQLite, or is a
 * mistake in our own statements, comes back as it is.
 */
export function faultOf(error: unknown, path: string): unknown {
  if (!isSqliteError(error)) return error;
  const kind = error.errcode & KIND;
  if (OURS.has(kind)) return error;
  const because = { cause: error };
  const reason = `${error.errstr} (${error.errcode})`;
  if (kind === CORRUPT || error.errcode === IO_ERROR_SHORT_READ) {
    return new StoreFault({ code: 'store-corrupt', path, reason }, because);
  }
  if (kind === NOT_A_DATABASE) return new StoreFault({ code: 'store-foreign', path }, because);
  if (kind === FULL || (kind === IO_ERROR && hasNoRoomToGrow(path))) {
    return new StoreFault({ code: 'store-full', path }, because);
  }
  return new StoreFault({ code: 'store-unavailable', reason: `${path}: ${reason}` }, because);
}

/** The same while a file is opened, when a schema that is not as it should be is damage. */
export function faultOfOpening(error: unknown, path: string): unknown {
  if (isSqliteError(error) && (error.errcode & KIND) === ERROR) {
    const reason = error.message;
    return new StoreFault({ code: 'store-corrupt', path, reason }, { cause: error });
  }
  return faultOf(error, path);
}

/**
 * SQLite reports a write beyond a file size limit or a quota as any other failed write, and keeps the
 * reason to itself. So ask the operating system, with one byte in a sparse file as long as the log.
 */
function hasNoRoomToGrow(path: string): boolean {
  const probe = `${path}-probe`;
  try {
    const end = sizeOf(`${path}-wal`) + 1_048_576;
    const file = openSync(probe, 'w');
    try {
      writeSync(file, '\0', end);
      return false;
    } finally {
      closeSync(file);
      unlinkSync(probe);
    }
  } catch (error) {
    return error instanceof Error && 'code' in error && NO_ROOM.has(String(error.code));
  }
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
