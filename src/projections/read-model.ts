import type { Recorded } from '../codec/envelope.ts';
import type { DossierEvent } from '../domain/dossier/events.ts';
import type { NextActions } from '../domain/dossier/next-actions.ts';
import type { Dossier } from '../domain/dossier/state.ts';
import type { Position, Revision } from '../eventstore/port.ts';
import type { StageSlug } from '../kernel/ids.ts';
import type { Instant } from '../kernel/instant.ts';
import type { DossierTrail } from './dossier-trail.ts';
import type { Row, RowOf, Table } from './storage/table.ts';

/** What people look at, as pure functions from a dossier and its events to rows. */
export interface ReadModel {
  readonly name: string;
  /** To be raised with every change of the rows: a start then rebuilds the tables. */
  readonly version: number;
  readonly tables: readonly Table[];
  /** A table with one row for each event, where the model has one. */
  readonly ofEvent?: EventRows;
  /** For each of the other tables all rows that the dossier has in it now. */
  project(touched: TouchedDossier): readonly TableRows[];
}

/** A dossier after a batch of events of which some were its own. */
export interface TouchedDossier {
  readonly dossier: Dossier;
  readonly trail: DossierTrail;
  /** Read off the machines, once a batch. */
  readonly next: NextActions;
  readonly last: LastEvent;
}

/** What is left of a dossier's last event. */
export interface LastEvent {
  readonly revision: Revision;
  readonly position: Position;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** An event, and what must be known of it as of that moment, however the log is cut in batches. */
export interface TakenEvent {
  readonly recorded: Recorded<DossierEvent>;
  /** The stage that it concerns, where it concerns one. */
  readonly stage: StageSlug | undefined;
}

export interface EventRows {
  readonly table: Table;
  rowOf(taken: TakenEvent): Row;
}

export interface TableRows {
  readonly table: Table;
  readonly rows: readonly Row[];
}

export function eventRows<Of extends Table>(
  table: Of,
  rowOf: (taken: TakenEvent) => RowOf<Of>,
): EventRows {
  return { table, rowOf };
}

export function rowsIn<Of extends Table>(table: Of, rows: readonly RowOf<Of>[]): TableRows {
  return { table, rows };
}
