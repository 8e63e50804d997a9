import type { Kysely } from 'kysely';
import type { EventId, Position } from '../../eventstore/port.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { ReadDatabase } from '../read-database.ts';
import type { Row, Table } from './table.ts';

/**
 * Where read tables live. A *generation* is one complete set of them: a file in SQLite, a schema in
 * PostgreSQL. One serves while another is filled; which one serves changes in one atomic step.
 */
export interface ReadStorage {
  /** What a fault names, e.g. the path of the file. */
  readonly place: string;
  /** The `create` statements of a generation: two that are equal can be asked the same questions. */
  readonly shape: string;
  /** All that were begun and not dropped, oldest first. */
  generations(): Promise<readonly GenerationRecord[]>;
  /** Makes an empty one. It does not serve yet. */
  create(versions: string): Promise<Generation>;
  open(record: GenerationRecord): Promise<Generation>;
  /** From now on this one serves, for whoever opens the storage. */
  serve(generation: number): Promise<void>;
  /** Takes one away that does not serve. It must be closed. */
  drop(generation: number): Promise<void>;
  close(): Promise<void>;
}

export interface GenerationRecord {
  readonly number: number;
  /** Which version of each model filled it. */
  readonly versions: string;
  readonly shape: string;
  readonly serving: boolean;
}

export interface Generation {
  readonly number: number;
  readonly tables: Kysely<ReadDatabase>;
  readonly textSearch: TextSearch;
  checkpoint(): Promise<Checkpoint | undefined>;
  /**
   * Writes rows and checkpoint in one transaction.
   * @returns false, with nothing written, where the checkpoint is not `batch.after`: somebody else
   *   has gone on from there.
   */
  apply(batch: Batch): Promise<boolean>;
  close(): Promise<void>;
}

/** Up to where the log is in the tables, and enough to recognise the log again. */
export interface Checkpoint {
  readonly position: Position;
  readonly id: EventId;
  /** Position of the event before, absent where it is the log's first. */
  readonly previous?: Position;
  /** When the event was recorded; how far behind the tables are in time follows from it. */
  readonly recordedAt: Instant;
}

export interface Batch {
  /** Where the tables must stand; `undefined` before the first event. */
  readonly after: Position | undefined;
  readonly checkpoint: Checkpoint;
  readonly changes: readonly TableChanges[];
}

/** Applied in this order: cleared, removed, written. */
export interface TableChanges {
  readonly table: Table;
  /** Dossiers that lose all their rows. */
  readonly cleared: readonly string[];
  /** Rows to take away, by their key columns. */
  readonly removed: readonly Row[];
  /** Rows to add, or to put in the place of the row with the same key. */
  readonly written: readonly Row[];
}

/** The one query that no two databases spell alike. */
export interface TextSearch {
  /**
   * Dossiers whose names hold all the words, the dossier opened last first.
   * @param after `place` of the last hit that was seen; from the beginning when absent
   */
  find(words: readonly SearchWord[], most: number, after?: number): Promise<readonly TextHit[]>;
}

/** A searched word, cut as `projections/search/grams.ts` cuts what is searched. */
export type SearchWord =
  | { readonly kind: 'pairs'; readonly pairs: readonly string[] }
  | { readonly kind: 'character'; readonly character: string };

export interface TextHit {
  readonly dossier: string;
  /** Where the hit stands in the order of all; it never changes. */
  readonly place: number;
}
