import type { Recorded } from '../codec/envelope.ts';
import type { DossierEvent } from '../domain/dossier/events.ts';
import type { NextActions } from '../domain/dossier/next-actions.ts';
import type { Dossier } from '../domain/dossier/state.ts';
import type { StageSlug } from '../kernel/ids.ts';
import type { DossierTrail } from './dossier-trail.ts';
import type { Row, RowOf, Table } from './storage/table.ts';

/** What people look at, as a pure function from a dossier and its new events to rows. */
export interface ReadModel {
  readonly name: string;
  /** To be raised with every change of what `project` returns: a start then rebuilds the tables. */
  readonly version: number;
  readonly tables: readonly Table[];
  project(touched: TouchedDossier): readonly TableRows[];
}

/** A dossier after a batch of events of which some were its own. */
export interface TouchedDossier {
  readonly dossier: Dossier;
  readonly trail: DossierTrail;
  /** Read off the machines, once a batch. */
  readonly next: NextActions;
  /** Its events of this batch; at least one. */
  readonly events: readonly TakenEvent[];
}

/** An event, and what must be known of it as of that moment, however the log is cut in batches. */
export interface TakenEvent {
  readonly recorded: Recorded<DossierEvent>;
  /** The stage that it concerns, where it concerns one. */
  readonly stage: StageSlug | undefined;
}

export interface TableRows {
  /** `replaced`: these are all the rows the dossier has in the table. `added`: some more. */
  readonly kind: 'replaced' | 'added';
  readonly table: Table;
  readonly rows: readonly Row[];
}

export function replaced<Of extends Table>(table: Of, rows: readonly RowOf<Of>[]): TableRows {
  return { kind: 'replaced', table, rows };
}

export function added<Of extends Table>(table: Of, rows: readonly RowOf<Of>[]): TableRows {
  return { kind: 'added', table, rows };
}
