import { KeyStoreFault } from '../codec/key-store-faults.ts';

/** Result codes of SQLite, https://www.sqlite.org/rescode.html; the low byte is the kind. */
const KIND = 0xff;
const ERROR = 1;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;
const IO_ERROR_SHORT_READ = 522;
/** No permission, busy, locked, read-only, failed input or output, cannot be opened. */
const OUT_OF_REACH: ReadonlySet<number> = new Set([3, 5, 6, 8, 10, 14, 15]);

/**
 * Runs what talks to SQLite and says what its error means for us. What is no error of SQLite, or is
 * a mistake in our own statements, comes out as it is.
 * @throws KeyStoreFault
 */
export function translating<Value>(path: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw isSqliteError(error) ? translate(error, path) : error;
  }
}

/** The same while a file is opened, when a schema that is not as it should be is damage. */
export function translatingOpening<Value>(path: string, work: () => Value): Value {
  try {
    return translating(path, work);
  } catch (error) {
    if (!isSqliteError(error) || (error.errcode & KIND) !== ERROR) throw error;
    const reason = error.message;
    throw new KeyStoreFault({ code: 'keys-corrupt', path, reason }, { cause: error });
  }
}

interface SqliteError extends Error {
  readonly errcode: number;
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}

function translate(error: SqliteError, path: string): Error {
  const kind = error.errcode & KIND;
  const because = { cause: error };
  const reason = `${error.message} (${error.errcode})`;
  if (kind === CORRUPT || error.errcode === IO_ERROR_SHORT_READ) {
    return new KeyStoreFault({ code: 'keys-corrupt', path, reason }, because);
  }
  if (kind === NOT_A_DATABASE) return new KeyStoreFault({ code: 'keys-foreign', path }, because);
  if (kind === FULL) return new KeyStoreFault({ code: 'keys-full', path }, because);
  if (!OUT_OF_REACH.has(kind)) return error;
  return new KeyStoreFault({ code: 'keys-unavailable', reason: `${path}: ${reason}` }, because);
}
