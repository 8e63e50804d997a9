import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';

import { faultOf } from './sqlite-faults.ts';

/** How long a statement waits for another process that holds the file for a moment. */
const BUSY_MS = 5_000;
const CACHE_KIB = 64 * 1_024;
/** Bytes a page of a new file: fewer pages for each commit to write than with SQLite's 4,096. */
const PAGE_BYTES = 8_192;
/**
 * Pages the write-ahead log grows to before it is copied into the file (16 MB). A commit that writes
 * over old frames is cheaper than one that makes the file longer, so this is not larger.
 */
const CHECKPOINT_PAGES = 2_000;

export interface WritingOptions {
  readonly synchronous: 'FULL' | 'OFF';
  readonly maxPageCount: number | undefined;
}

/** A thin driver over `node:sqlite`: pragmas, transactions, and SQLite's errors as our faults. */
export class Database {
  readonly path: string;
  readonly #sqlite: DatabaseSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  readonly #rollback: StatementSync;

  constructor(path: string, mode: 'write' | 'read') {
    this.path = path;
    this.#sqlite = new DatabaseSync(path, {
      readOnly: mode === 'read',
      enableForeignKeyConstraints: false,
      timeout: BUSY_MS,
    });
    this.run(`pragma cache_size = ${-CACHE_KIB}`);
    this.#begin = this.#sqlite.prepare('begin immediate');
    this.#commit = this.#sqlite.prepare('commit');
    this.#rollback = this.#sqlite.prepare('rollback');
  }

  /** Changes the file, so it must be known to be ours. */
  prepareToWrite({ synchronous, maxPageCount }: WritingOptions): void {
    this.run(`pragma page_size = ${PAGE_BYTES}`);
    this.run('pragma journal_mode = wal');
    this.run(`pragma synchronous = ${synchronous}`);
    this.run(`pragma wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    if (maxPageCount !== undefined) this.run(`pragma max_page_count = ${maxPageCount}`);
  }

  run(sql: string): void {
    this.#sqlite.exec(sql);
  }

  /** Rows come as arrays in the order of the columns: less work for each row than objects. */
  prepare(sql: string): StatementSync {
    const statement = this.#sqlite.prepare(sql);
    statement.setReturnArrays(true);
    return statement;
  }

  /** The value of a pragma that is a number. */
  pragma(name: 'application_id' | 'data_version' | 'schema_version' | 'user_version'): number {
    return numberOf(this.prepare(`pragma ${name}`));
  }

  /** All of `work` or nothing of it, synced when this returns. */
  transact<Value>(work: () => Value): Value {
    this.#begin.run();
    try {
      const value = work();
      this.#commit.run();
      return value;
    } catch (error) {
      // A full disk has often rolled back already.
      if (this.#sqlite.isTransaction) this.#rollback.run();
      throw error;
    }
  }

  /** Runs what talks to SQLite, so that what goes wrong in there comes out as a fault of ours. */
  guard<Value>(work: () => Value): Value {
    try {
      return work();
    } catch (error) {
      throw faultOf(error, this.path);
    }
  }

  close(): void {
    this.#sqlite.close();
  }
}

/** The one value of the one row; 0 where it is null. */
export function numberOf(statement: StatementSync, ...values: SQLInputValue[]): number {
  const [value] = (statement.get(...values) ?? []) as unknown as [number | null] | [];
  return value ?? 0;
}
