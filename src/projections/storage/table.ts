/** Kinds of column that SQLite and PostgreSQL share; `?` may be null. Truth is 0 or 1. */
export type ColumnKind = 'text' | 'text?' | 'integer' | 'integer?';

type Columns = Readonly<Record<string, ColumnKind>>;

/**
 * A read table. Every one belongs to dossiers: its first key column is `dossier`, so that what a
 * dossier has in it can be replaced as a whole.
 */
export interface Table {
  readonly name: string;
  readonly columns: Columns;
  readonly key: readonly ['dossier', ...string[]];
  readonly indexes: readonly TableIndex[];
}

export interface TableIndex<Column extends string = string> {
  readonly name: string;
  readonly columns: readonly Column[];
}

/** A table that knows its columns by name. */
interface TableOf<Shape extends Columns> extends Table {
  readonly columns: Shape;
  readonly key: readonly ['dossier', ...(keyof Shape & string)[]];
  readonly indexes: readonly TableIndex<keyof Shape & string>[];
}

export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** What a row of the table looks like. */
export type RowOf<Of extends Table> = {
  readonly [Column in keyof Of['columns']]: ValueOf<Of['columns'][Column]>;
};

type ValueOf<Kind extends ColumnKind> = Kind extends 'text'
  ? string
  : Kind extends 'text?'
    ? string | null
    : Kind extends 'integer'
      ? number
      : number | null;

/** Declares a table; what is said here is the only description of it. */
export function table<const Shape extends Columns>(definition: TableOf<Shape>): TableOf<Shape> {
  return definition;
}
