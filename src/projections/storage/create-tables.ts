import { sql, type CompiledQuery, type Kysely } from 'kysely';
import type { ColumnKind, Table } from './table.ts';

/** `bigint` because a gap in milliseconds outgrows 32 bits after 24 days; SQLite takes the word. */
const TYPES: Readonly<Record<ColumnKind, 'text' | 'bigint'>> = {
  text: 'text',
  'text?': 'text',
  integer: 'bigint',
  'integer?': 'bigint',
};

/** The statements that make the tables, in a dialect's words. */
export function createStatements(
  schema: Kysely<unknown>['schema'],
  tables: readonly Table[],
): readonly CompiledQuery[] {
  return tables.flatMap((table) => [createTable(schema, table), ...createIndexes(schema, table)]);
}

function createTable(schema: Kysely<unknown>['schema'], table: Table): CompiledQuery {
  let creating = schema.createTable(table.name);
  for (const [column, kind] of Object.entries(table.columns)) {
    creating = creating.addColumn(column, TYPES[kind], (one) =>
      kind.endsWith('?') ? one : one.notNull(),
    );
  }
  const key = [...table.key] as never[];
  return creating.addPrimaryKeyConstraint(`${table.name}_key`, key).compile();
}

function createIndexes(schema: Kysely<unknown>['schema'], table: Table): readonly CompiledQuery[] {
  return table.indexes.map((index) =>
    schema
      .createIndex(index.name)
      .on(table.name)
      .columns([...index.columns])
      .compile(),
  );
}

/** Statements that change one table, each with `?` or `$1` for the columns named beside it. */
export interface TableStatements {
  /** Adds a row or replaces the one with its key. Parameters: all columns in their order. */
  readonly write: string;
  /** Parameters: the key columns in their order. */
  readonly remove: string;
  /** Parameter: the dossier. */
  readonly clear: string;
}

/** Compiled once: building a query costs more than running it. */
export function tableStatements(kysely: Kysely<never>, table: Table): TableStatements {
  const open = kysely as unknown as Kysely<Record<string, Record<string, unknown>>>;
  const columns = Object.keys(table.columns);
  const others = columns.filter((column) => !(table.key as readonly string[]).includes(column));
  const blank = Object.fromEntries(columns.map((column) => [column, null]));
  const adding = open.insertInto(table.name).values(blank);
  const write = adding.onConflict((conflict) =>
    others.length === 0
      ? conflict.columns([...table.key]).doNothing()
      : conflict
          .columns([...table.key])
          .doUpdateSet(
            Object.fromEntries(others.map((column) => [column, sql.ref(`excluded.${column}`)])),
          ),
  );
  let remove = open.deleteFrom(table.name);
  for (const column of table.key) remove = remove.where(column, '=', null);
  const clear = open.deleteFrom(table.name).where('dossier', '=', null);
  return {
    write: write.compile().sql,
    remove: remove.compile().sql,
    clear: clear.compile().sql,
  };
}
