import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Position } from '../../../eventstore/port.ts';
import { ReadModelFault } from '../../faults.ts';
import type { ReadDatabase } from '../../read-database.ts';
import { tableStatements, type TableStatements } from '../create-tables.ts';
import type { Batch, Checkpoint, Generation, TableChanges, TextSearch } from '../port.ts';
import type { Row, Table, Value } from '../table.ts';
import { kyselyOver } from './dialect.ts';
import { translating } from './driver-faults.ts';
import { sqliteTextSearch } from './text-search.ts';

export const CHECKPOINT_STATEMENT = `create table checkpoint (
  one integer primary key check (one = 1), position text not null, id text not null,
  previous text, recorded_at text not null)`;

const READ_CHECKPOINT = 'select position, id, previous, recorded_at as recordedAt from checkpoint';
const WRITE_CHECKPOINT = `insert into checkpoint (one, position, id, previous, recorded_at)
  values (1, ?, ?, ?, ?) on conflict (one) do update set position = excluded.position,
  id = excluded.id, previous = excluded.previous, recorded_at = excluded.recorded_at`;

/** One file of read tables. All of a batch happens in one turn of the event loop. */
export class SqliteGeneration implements Generation {
  readonly number: number;
  readonly tables;
  readonly textSearch: TextSearch;
  readonly #database: DatabaseSync;
  readonly #place: string;
  readonly #readCheckpoint: StatementSync;
  readonly #writeCheckpoint: StatementSync;
  readonly #writers = new Map<Table, TableWriter>();

  constructor(database: DatabaseSync, number: number, place: string) {
    this.number = number;
    this.#database = database;
    this.#place = place;
    this.tables = kyselyOver<ReadDatabase>(database);
    this.textSearch = sqliteTextSearch(database);
    this.#readCheckpoint = database.prepare(READ_CHECKPOINT);
    this.#writeCheckpoint = database.prepare(WRITE_CHECKPOINT);
  }

  checkpoint(): Promise<Checkpoint | undefined> {
    return Promise.resolve(this.#run(() => this.#checkpoint()));
  }

  #checkpoint(): Checkpoint | undefined {
    const row = this.#readCheckpoint.get();
    if (row === undefined) return undefined;
    const { previous, ...kept } = row as unknown as Checkpoint & { previous: Position | null };
    return previous === null ? kept : { ...kept, previous };
  }

  apply(batch: Batch): Promise<boolean> {
    return Promise.resolve(this.#run(() => this.#apply(batch)));
  }

  #apply(batch: Batch): boolean {
    this.#database.exec('begin immediate');
    try {
      const stands = this.#checkpoint()?.position === batch.after;
      if (stands) this.#write(batch);
      this.#database.exec(stands ? 'commit' : 'rollback');
      return stands;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      throw error;
    }
  }

  #write({ changes, checkpoint }: Batch): void {
    for (const change of changes) this.#writerOf(change.table).write(change);
    const { position, id, previous, recordedAt } = checkpoint;
    this.#writeCheckpoint.run(position, id, previous ?? null, recordedAt);
  }

  #writerOf(table: Table): TableWriter {
    const known = this.#writers.get(table);
    if (known) return known;
    const statements = tableStatements(this.tables as never, table);
    const writer = new TableWriter(this.#database, table, statements);
    this.#writers.set(table, writer);
    return writer;
  }

  close(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
    return Promise.resolve();
  }

  #run<Result>(work: () => Result): Result {
    if (!this.#database.isOpen) throw new ReadModelFault({ code: 'read-models-closed' });
    return translating(this.#place, work);
  }
}

class TableWriter {
  readonly #columns: readonly string[];
  readonly #key: readonly string[];
  readonly #write: StatementSync;
  readonly #remove: StatementSync;
  readonly #clear: StatementSync;

  constructor(database: DatabaseSync, table: Table, statements: TableStatements) {
    this.#columns = Object.keys(table.columns);
    this.#key = table.key;
    this.#write = database.prepare(statements.write);
    this.#remove = database.prepare(statements.remove);
    this.#clear = database.prepare(statements.clear);
  }

  write({ cleared, removed, written }: TableChanges): void {
    for (const dossier of cleared) this.#clear.run(dossier);
    for (const row of removed) this.#remove.run(...valuesOf(row, this.#key));
    for (const row of written) this.#write.run(...valuesOf(row, this.#columns));
  }
}

function valuesOf(row: Row, columns: readonly string[]): Value[] {
  const values: Value[] = [];
  for (const column of columns) values.push(row[column] ?? null);
  return values;
}
