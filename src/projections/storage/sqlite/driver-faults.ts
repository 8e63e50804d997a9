import { ReadModelFault } from '../../faults.ts';

/** Result codes of SQLite, https://www.sqlite.org/rescode.html; the low byte is the kind. */
const KIND = 0xff;
const FULL = 13;
/** Damaged, or no database at all. */
const UNUSABLE: ReadonlySet<number> = new Set([11, 26]);

interface SqliteError extends Error {
  readonly errcode: number;
}

/**
 * Runs what talks to SQLite and says what its error means for us; any other comes out as it is.
 * @throws ReadModelFault `read-models-unusable`, `read-models-full`
 */
export function translating<Value>(place: string, work: () => Value): Value {
  try {
    return work();
  } catch (error) {
    throw isSqliteError(error) ? translate(error, place) : error;
  }
}

function isSqliteError(error: unknown): error is SqliteError {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number';
}

function translate(error: SqliteError, place: string): Error {
  const kind = error.errcode & KIND;
  const because = { cause: error };
  if (kind === FULL) return new ReadModelFault({ code: 'read-models-full', place }, because);
  if (!UNUSABLE.has(kind)) return error;
  const reason = `${error.message} (${error.errcode})`;
  return new ReadModelFault({ code: 'read-models-unusable', place, reason }, because);
}
