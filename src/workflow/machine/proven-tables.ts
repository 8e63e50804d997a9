import type { ResolvedItem } from '../definition/definition.ts';
import { itemMachine } from './item-machine.ts';
import { planItem } from './item-plan.ts';
import { itemTable, proveTable, type ExploredItemTable } from './item-table.ts';

/**
 * Tables of items, each explored from its machine and proven against it. Items with the same plan
 * and the same changes have the same machine but for its name, and share a table.
 */
export function provenTables(): (item: ResolvedItem) => ExploredItemTable {
  const tables = new Map<string, ExploredItemTable>();
  return (item) => {
    const shape = JSON.stringify([planItem(item), item.transitions]);
    const known = tables.get(shape);
    if (known) return known;
    const machine = itemMachine(item);
    const table = itemTable(machine);
    proveTable(machine, table);
    tables.set(shape, table);
    return table;
  };
}
