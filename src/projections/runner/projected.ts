import type { Position } from '../../eventstore/port.ts';
import type { DepartmentId, DossierNumber } from '../../kernel/ids.ts';
import { dossiers } from '../dossier/tables.ts';
import { inbox } from '../inbox/tables.ts';
import type { TableChanges } from '../storage/port.ts';

/** What a batch has changed, for those who look on. */
export interface Projected {
  readonly position: Position;
  readonly dossiers: readonly DossierNumber[];
  /** Departments whose inbox has changed. */
  readonly departments: readonly DepartmentId[];
}

export function projectedOf(position: Position, changes: readonly TableChanges[]): Projected {
  const departments = new Set<DepartmentId>();
  let touched: readonly DossierNumber[] = [];
  for (const { table, written, removed } of changes) {
    if (table.name === dossiers.name) touched = written.map((row) => row.dossier as DossierNumber);
    if (table.name !== inbox.name) continue;
    for (const row of written) departments.add(row.department as DepartmentId);
    for (const row of removed) departments.add(row.department as DepartmentId);
  }
  return { position, dossiers: touched, departments: [...departments] };
}
