import type { Position, Revision } from '../../eventstore/port.ts';
import type { DepartmentId, DossierNumber } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';

/** One event of a dossier, right after it was committed. */
export interface DossierChange {
  readonly dossier: DossierNumber;
  readonly position: Position;
  readonly revision: Revision;
  readonly type: string;
  readonly recordedAt: Instant;
}

/** An inbox that shows something else than before. */
export interface InboxChange {
  readonly department: DepartmentId;
  /** Up to where the log is in what a query shows now. */
  readonly position: Position;
}
