import type { Recorded } from '../../codec/envelope.ts';
import type { DossierEvent } from '../../domain/dossier/events.ts';
import { evolve } from '../../domain/dossier/evolve.ts';
import { own } from '../../domain/dossier/own.ts';
import type { Procedure } from '../../domain/dossier/procedure.ts';
import { NO_DOSSIER, type Dossier, type DossierState } from '../../domain/dossier/state.ts';
import type { StageSlug } from '../../kernel/ids.ts';
import { invariant } from '../../kernel/invariant.ts';
import { NO_TRAIL, trailAfter, type DossierTrail } from '../dossier-trail.ts';
import type { Row, Table } from '../storage/table.ts';

/** Rows of one dossier in one table, by the rest of their key. */
export type KeptRows = ReadonlyMap<string, Row>;

const NO_ROWS: KeptRows = new Map();

/** A dossier as far as it was projected, and the rows that stand for it in the tables. */
export class DossierFold {
  readonly #rows = new Map<Table, KeptRows>();
  readonly #isNew: boolean;
  #state: DossierState = NO_DOSSIER;
  #trail: DossierTrail = NO_TRAIL;
  #revision = -1;
  #procedure: Procedure | undefined;

  /** @param isNew whether its first event is yet to come into the tables */
  constructor(isNew: boolean) {
    this.#isNew = isNew;
  }

  /** What it has in the table; not known where an earlier run wrote it. */
  rowsIn(table: Table): KeptRows | undefined {
    return this.#rows.get(table) ?? (this.#isNew ? NO_ROWS : undefined);
  }

  keepRows(table: Table, rows: KeptRows): void {
    this.#rows.set(table, rows);
  }

  get state(): DossierState {
    return this.#state;
  }

  get trail(): DossierTrail {
    return this.#trail;
  }

  get revision(): number {
    return this.#revision;
  }

  dossier(): Dossier {
    invariant(this.#state.status !== 'none', 'a dossier that was touched is there');
    return this.#state;
  }

  /** The version that the dossier runs on now. */
  procedure(): Procedure {
    invariant(this.#procedure, 'a dossier that was touched has a procedure');
    return this.#procedure;
  }

  /** @returns the stage that the event concerns, where it concerns one */
  take(recorded: Recorded<DossierEvent>, procedure: Procedure): StageSlug | undefined {
    const { event, metadata, revision, stream } = recorded;
    invariant(revision === this.#revision + 1, `${stream} goes on with ${this.#revision + 1}`);
    const act = { by: metadata.actor, occurredAt: metadata.occurredAt };
    const dossier = evolve(this.#state, event, act, procedure);
    this.#state = dossier;
    this.#trail = trailAfter(this.#trail, recorded);
    this.#procedure = procedure;
    this.#revision = revision;
    return stageOf(dossier, event);
  }
}

/** The stage that the event names, or that of its item or intake right after it. */
function stageOf(dossier: Dossier, { data }: DossierEvent): StageSlug | undefined {
  if ('stage' in data) return data.stage;
  if ('item' in data) return own(dossier.items, data.item)?.stage;
  if ('intake' in data) return dossier.intakes[data.intake - 1]?.stage;
  return undefined;
}
