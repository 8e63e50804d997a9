import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, format, parse } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ReadModelFault } from '../../faults.ts';
import { READ_TABLES } from '../../read-models.ts';
import { createStatements } from '../create-tables.ts';
import type { Generation, GenerationRecord, ReadStorage } from '../port.ts';
import { kyselyOver } from './dialect.ts';
import { translating } from './driver-faults.ts';
import { CHECKPOINT_STATEMENT, SqliteGeneration } from './sqlite-generation.ts';
import { TEXT_SEARCH_STATEMENTS } from './text-search.ts';

const MEMORY = ':memory:';
const FILE_ENDINGS = ['', '-wal', '-shm'];

/**
 * A power cut may cost the last transactions but never the file; what is lost is projected again
 * from the checkpoint, which is lost with it.
 */
const PRAGMAS = `pragma page_size = 8192; pragma journal_mode = wal; pragma synchronous = normal;
  pragma cache_size = -65536; pragma wal_autocheckpoint = 4000; pragma busy_timeout = 5000;`;

const CONTROL = `create table if not exists generations (
  number integer primary key, versions text not null, shape text not null,
  serving integer not null default 0)`;

/**
 * Read tables in SQLite: `path` says which generation serves, and each generation is a file of its
 * own beside it (`read-models.db` → `read-models.g1.db`), so that dropping one costs nothing.
 * @param path a file, or `:memory:`
 * @throws ReadModelFault `read-models-unusable`
 */
export function openSqliteStorage(path: string): ReadStorage {
  return new SqliteStorage(path);
}

class SqliteStorage implements ReadStorage {
  readonly place: string;
  readonly shape: string;
  readonly #statements: readonly string[];
  readonly #control: DatabaseSync;

  constructor(path: string) {
    this.place = path;
    if (path !== MEMORY) mkdirSync(dirname(path), { recursive: true });
    this.#control = this.#run(() => openDatabase(path, CONTROL));
    const { schema } = kyselyOver<unknown>(this.#control);
    this.#statements = [
      ...createStatements(schema, READ_TABLES).map((statement) => statement.sql),
      CHECKPOINT_STATEMENT,
      ...TEXT_SEARCH_STATEMENTS,
    ];
    this.shape = this.#statements.join(';\n');
  }

  async generations(): Promise<readonly GenerationRecord[]> {
    const rows = this.#run(() =>
      this.#control
        .prepare('select number, versions, shape, serving from generations order by number')
        .all(),
    );
    return rows.map((row) => ({
      number: Number(row.number),
      versions: String(row.versions),
      shape: String(row.shape),
      serving: row.serving === 1,
    }));
  }

  async create(versions: string): Promise<Generation> {
    const newest = (await this.generations()).at(-1)?.number ?? 0;
    const number = newest + 1;
    // The file comes before its row: a crash in between leaves a file that the next one replaces.
    this.#removeFiles(number);
    return this.#run(() => {
      const statements = ['begin', ...this.#statements, 'commit'].join(';\n');
      const generation = this.#generation(number, statements);
      this.#control
        .prepare('insert into generations (number, versions, shape) values (?, ?, ?)')
        .run(number, versions, this.shape);
      return generation;
    });
  }

  async open({ number }: GenerationRecord): Promise<Generation> {
    const place = this.#fileOf(number);
    if (!existsSync(place)) {
      throw new ReadModelFault({ code: 'read-models-unusable', place, reason: 'no such file' });
    }
    return this.#run(() => this.#generation(number));
  }

  #generation(number: number, statements = ''): Generation {
    const path = this.#fileOf(number);
    return new SqliteGeneration(openDatabase(path, statements), number, path);
  }

  async serve(generation: number): Promise<void> {
    // One statement, so that there is always exactly one.
    this.#run(() =>
      this.#control.prepare('update generations set serving = (number = ?)').run(generation),
    );
  }

  async drop(generation: number): Promise<void> {
    this.#run(() =>
      this.#control
        .prepare('delete from generations where number = ? and serving = 0')
        .run(generation),
    );
    this.#removeFiles(generation);
  }

  async close(): Promise<void> {
    if (this.#control.isOpen) this.#control.close();
  }

  #fileOf(generation: number): string {
    if (this.place === MEMORY) return MEMORY;
    const { dir, name, ext } = parse(this.place);
    return format({ dir, name: `${name}.g${generation}`, ext });
  }

  #removeFiles(generation: number): void {
    const path = this.#fileOf(generation);
    if (path === MEMORY) return;
    for (const ending of FILE_ENDINGS) rmSync(`${path}${ending}`, { force: true });
  }

  #run<Result>(work: () => Result): Result {
    return translating(this.place, work);
  }
}

function openDatabase(path: string, statements: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    database.exec(PRAGMAS);
    database.exec(statements);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
