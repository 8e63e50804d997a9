// The floor: the least that can be done for a durable command on this machine. It is the denominator
// of the measurements, so nothing of Countersign is in it.
import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { SQLInputValue, StatementSync } from 'node:sqlite';

import { COMMANDS_PER_DOSSIER, runDossierLoad } from './dossier-load.ts';
import type { LoadOptions, LoadResult } from './dossier-load.ts';

/** What a command writes; the floor is handed the very events of what it is compared with. */
export interface FloorEvent {
  readonly type: string;
  readonly data: object;
  readonly metadata: object;
}

export interface FloorOptions extends LoadOptions {
  /** An empty folder for the database. */
  readonly folder: string;
  /** The event of each step, as plain objects. */
  readonly events: readonly FloorEvent[];
}

export interface FloorResult extends LoadResult {
  readonly bytesPerDossier: number;
}

interface DossierState {
  readonly accepted: number;
  readonly reviewed: number;
  readonly signedOff: number;
  readonly status: 'new' | 'submitted' | 'concluded';
}

type Happening = 'Submitted' | 'ItemAccepted' | 'ItemReviewed' | 'SignedOff' | 'Concluded';

/**
 * A plain decider with its state in memory over `node:sqlite`: write-ahead log, `synchronous=FULL`,
 * one row an event, one commit for all commands that arrived in the same turn of the event loop. A
 * stream can be read back in order, and no revision stands twice: less would be no log of dossiers.
 */
export async function runFloor(options: FloorOptions): Promise<FloorResult> {
  const { folder, dossiers, events } = options;
  const path = join(folder, 'floor.db');
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec(
    `create table event (position integer primary key, id text not null, stream text not null,
       revision integer not null, type text not null, data text not null, metadata text not null,
       unique (stream, revision))`,
  );
  const log = new FloorLog(database);
  const result = await runDossierLoad(options, (number) => {
    const stream = `dossier-331100-${number}`;
    let state: DossierState = { accepted: 0, reviewed: 0, signedOff: 0, status: 'new' };
    return async (step) => {
      const happening = decide(state, step);
      const { type, data, metadata } = events[step] ?? { type: happening, data: {}, metadata: {} };
      const texts = [type, JSON.stringify(data), JSON.stringify(metadata)] as const;
      await log.append([randomUUID(), stream, step, ...texts]);
      state = evolve(state, happening);
    };
  });
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  return { ...result, bytesPerDossier: Math.round(statSync(path).size / dossiers) };
}

function decide(state: DossierState, step: number): Happening {
  switch (state.status) {
    case 'new':
      return 'Submitted';
    case 'submitted':
      if (step === COMMANDS_PER_DOSSIER - 1) return 'Concluded';
      return (['ItemAccepted', 'ItemReviewed', 'SignedOff'] as const)[step % 3] ?? 'SignedOff';
    default:
      throw new Error('the dossier is concluded');
  }
}

function evolve(state: DossierState, happening: Happening): DossierState {
  switch (happening) {
    case 'Submitted':
      return { ...state, status: 'submitted' };
    case 'ItemAccepted':
      return { ...state, accepted: state.accepted + 1 };
    case 'ItemReviewed':
      return { ...state, reviewed: state.reviewed + 1 };
    case 'SignedOff':
      return { ...state, signedOff: state.signedOff + 1 };
    default:
      return { ...state, status: 'concluded' };
  }
}

class FloorLog {
  readonly #insert: StatementSync;
  readonly #begin: StatementSync;
  readonly #commit: StatementSync;
  #waiting: (() => void)[] = [];

  constructor(database: DatabaseSync) {
    this.#insert = database.prepare('insert into event values (null, ?, ?, ?, ?, ?, ?)');
    this.#begin = database.prepare('begin immediate');
    this.#commit = database.prepare('commit');
  }

  append(row: readonly SQLInputValue[]): Promise<void> {
    if (this.#waiting.length === 0) {
      this.#begin.run();
      setImmediate(() => this.#flush());
    }
    this.#insert.run(...row);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #flush(): void {
    this.#commit.run();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const acknowledge of waiting) acknowledge();
  }
}
