// The floor: the least that can be done for a durable command on this machine. It is the denominator
// of the measurements, so nothing of Countersign is in it.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { StatementSync } from 'node:sqlite';

import { COMMANDS_PER_DOSSIER, runDossierLoad } from './dossier-load.ts';
import type { LoadOptions, LoadResult } from './dossier-load.ts';

const EVENT_BYTES = 650;

export interface FloorOptions extends LoadOptions {
  /** An empty folder for the database. */
  readonly folder: string;
  /** Bytes of JSON of one event; set it to what the real events have. */
  readonly eventBytes?: number;
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

interface DossierEvent {
  readonly type: 'Submitted' | 'ItemAccepted' | 'ItemReviewed' | 'SignedOff' | 'Concluded';
  readonly dossier: string;
  readonly step: number;
  readonly padding: string;
}

/**
 * A plain decider with its state in memory over `node:sqlite`: write-ahead log, `synchronous=FULL`,
 * one row an event, one commit for all commands that arrived in the same turn of the event loop.
 */
export async function runFloor(options: FloorOptions): Promise<FloorResult> {
  const { folder, dossiers, eventBytes = EVENT_BYTES } = options;
  const path = join(folder, 'floor.db');
  const database = new DatabaseSync(path);
  database.exec('pragma journal_mode = wal; pragma synchronous = full');
  database.exec('create table event (position integer primary key, stream text, data text)');
  const log = new FloorLog(database);
  const result = await runDossierLoad(options, (number) => {
    const dossier = `dossier-${number}`;
    const padding = 'x'.repeat(eventBytes - 80);
    let state: DossierState = { accepted: 0, reviewed: 0, signedOff: 0, status: 'new' };
    return async (step) => {
      const event: DossierEvent = { type: decide(state, step), dossier, step, padding };
      await log.append(dossier, JSON.stringify(event));
      state = evolve(state, event);
    };
  });
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  return { ...result, bytesPerDossier: Math.round(statSync(path).size / dossiers) };
}

function decide(state: DossierState, step: number): DossierEvent['type'] {
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

function evolve(state: DossierState, event: DossierEvent): DossierState {
  switch (event.type) {
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
    this.#insert = database.prepare('insert into event (stream, data) values (?, ?)');
    this.#begin = database.prepare('begin immediate');
    this.#commit = database.prepare('commit');
  }

  append(stream: string, data: string): Promise<void> {
    if (this.#waiting.length === 0) {
      this.#begin.run();
      setImmediate(() => this.#flush());
    }
    this.#insert.run(stream, data);
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #flush(): void {
    this.#commit.run();
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const acknowledge of waiting) acknowledge();
  }
}
