import type { TableChanges } from '../storage/port.ts';
import type { Row, Table } from '../storage/table.ts';
import type { TableRows } from '../read-model.ts';
import type { DossierFold, KeptRows } from './dossier-fold.ts';

interface Collected extends TableChanges {
  readonly cleared: string[];
  readonly removed: Row[];
  readonly written: Row[];
}

/** Collects what a batch changes in the tables. Rows that are there already are left alone. */
export class RowChanges {
  readonly #tables = new Map<Table, Collected>();

  add(table: Table, row: Row): void {
    this.#of(table).written.push(row);
  }

  /** @param rows all that the dossier has in the table now */
  replace(fold: DossierFold, rows: TableRows): void {
    fold.keepRows(rows.table, replaceRows(fold, rows, this.#of(rows.table)));
  }

  all(): readonly TableChanges[] {
    return [...this.#tables.values()];
  }

  #of(table: Table): Collected {
    const known = this.#tables.get(table);
    if (known) return known;
    const fresh = { table, cleared: [], removed: [], written: [] };
    this.#tables.set(table, fresh);
    return fresh;
  }
}

function replaceRows(fold: DossierFold, { table, rows }: TableRows, into: Collected): KeptRows {
  const before = fold.rowsIn(table);
  if (before === undefined) return replaceUnknown(fold.dossier().number, { table, rows }, into);
  const after = new Map<string, Row>();
  for (const row of rows) {
    const key = restOfKey(table, row);
    const old = before.get(key);
    if (old !== undefined && isSame(old, row)) after.set(key, old);
    else {
      after.set(key, row);
      into.written.push(row);
    }
  }
  for (const [key, old] of before) if (!after.has(key)) into.removed.push(old);
  return after;
}

/** A dossier with one row in the table keeps its place there: it is overwritten, not replaced. */
function replaceUnknown(dossier: string, { table, rows }: TableRows, into: Collected): KeptRows {
  if (table.key.length > 1 || rows.length === 0) into.cleared.push(dossier);
  into.written.push(...rows);
  return new Map(rows.map((row) => [restOfKey(table, row), row]));
}

function restOfKey(table: Table, row: Row): string {
  const { key } = table;
  if (key.length === 2) return String(row[key[1] ?? '']);
  return key
    .slice(1)
    .map((column) => row[column])
    .join('\n');
}

function isSame(left: Row, right: Row): boolean {
  for (const column in right) if (left[column] !== right[column]) return false;
  return true;
}
