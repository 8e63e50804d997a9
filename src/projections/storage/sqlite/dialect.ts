import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { Kysely, SqliteDialect, type SqliteDatabase, type SqliteStatement } from 'kysely';

const STATEMENTS_KEPT_MOST = 200;

/** The query builder over `node:sqlite`. Rows have no prototype; read their columns by name. */
export function kyselyOver<Database>(database: DatabaseSync): Kysely<Database> {
  const kept = new Map<string, SqliteStatement>();
  const shim: SqliteDatabase = {
    close: () => database.close(),
    prepare: (sql) => {
      const known = kept.get(sql);
      if (known) return known;
      if (kept.size >= STATEMENTS_KEPT_MOST) kept.clear();
      const statement = statementOver(database.prepare(sql));
      kept.set(sql, statement);
      return statement;
    },
  };
  return new Kysely<Database>({ dialect: new SqliteDialect({ database: shim }) });
}

function statementOver(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => statement.all(...(parameters as SQLInputValue[])),
    run: (parameters) => statement.run(...(parameters as SQLInputValue[])),
    iterate: (parameters) => statement.iterate(...(parameters as SQLInputValue[])),
  };
}
