import { hash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { OrganisationDirectory } from '../../src/application/reference/organisation-directory.ts';
import { ProcedureLibrary } from '../../src/application/reference/procedure-library.ts';
import { loadDossier } from '../../src/application/dossiers/load-dossier.ts';
import { canonicalText } from '../../src/codec/canonical.ts';
import { createCodec, type Codec } from '../../src/codec/codec.ts';
import { dossierOfStream } from '../../src/codec/dossier-stream.ts';
import type { KeyStore } from '../../src/codec/key-store.ts';
import { nextActions, type NextActions } from '../../src/domain/dossier/next-actions.ts';
import { StoreFault } from '../../src/eventstore/faults.ts';
import type { EventStore, StoredRecord } from '../../src/eventstore/port.ts';
import type { DossierNumber, Sha256 } from '../../src/kernel/ids.ts';
import { invariant } from '../../src/kernel/invariant.ts';

// #region expected
/** What a recorded dossier came to when it was recorded, and must come to for ever. */
export interface ExpectedDossier {
  readonly dossier: DossierNumber;
  readonly events: number;
  /** Of the canonical JSON of the folded state. */
  readonly state: Sha256;
  readonly nextActions: NextActions;
}

/** What a history adds up to. */
export interface Expected {
  /** Of the canonical JSON of every event as it is read today, in order. */
  readonly events: Sha256;
  readonly dossiers: readonly ExpectedDossier[];
}
// #endregion expected

/** Keys by subject, in hexadecimal; null where the person was erased. */
export type ArchivedKeys = Readonly<Record<string, string | null>>;

/** Keys that were kept beside a history; new ones are never made. */
export function archivedKeyStore(keys: ArchivedKeys): KeyStore {
  const find: KeyStore['find'] = (subject) => {
    const key = keys[subject];
    if (key === undefined) return undefined;
    return key === null ? 'erased' : Buffer.from(key, 'hex');
  };
  return {
    find,
    ensure: (subject) => invariant(false, `a history seals nothing new for ${subject}`) as never,
  };
}

/** A log that was written once and is only read. */
export function archivedStore(records: readonly StoredRecord[]): EventStore {
  const isNot = (): never => {
    throw new StoreFault({ code: 'store-closed' });
  };
  return {
    append: isNot,
    subscribe: async function* subscribe({ after = '', signal }) {
      const later = records.filter(({ position }) => position > after);
      if (later.length > 0) yield later;
      if (!signal.aborted) await once(signal, 'abort');
    },
    readAll: async function* readAll({ after = '' } = {}) {
      yield records.filter(({ position }) => position > after);
    },
    readStream: async function* readStream(stream, { from = 0 } = {}) {
      yield records.filter((record) => record.stream === stream && record.revision >= from);
    },
    head: async () => records.at(-1)?.position,
    close: async () => undefined,
  };
}

/** Reads and folds a whole history with the program as it is now. */
export async function foldHistory(
  records: readonly StoredRecord[],
  keys: KeyStore,
): Promise<Expected> {
  const store = archivedStore(records);
  const codec = createCodec({ keys, randomBytes });
  const library = new ProcedureLibrary({ store, codec });
  const organisation = new OrganisationDirectory({ store, codec });
  await Promise.all([library.catalogue.refresh(), organisation.stream.refresh()]);
  const numbers = new Set(records.flatMap(({ stream }) => dossierOfStream(stream) ?? []));
  const dossiers: ExpectedDossier[] = [];
  for (const dossier of numbers) {
    dossiers.push(await foldDossier(dossier, { store, codec, library }));
  }
  return { events: hashOfEvents(records, codec), dossiers };
}

interface Parts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly library: ProcedureLibrary;
}

async function foldDossier(
  dossier: DossierNumber,
  { library, ...parts }: Parts,
): Promise<ExpectedDossier> {
  const procedureOf: typeof library.published = (ref) => library.published(ref);
  const { state, revision } = await loadDossier(dossier, { ...parts, procedureOf });
  invariant(state.status !== 'none' && revision !== 'none', `${dossier} is in the history`);
  return {
    dossier,
    events: revision + 1,
    state: hashOf(state),
    nextActions: nextActions(state, library.published(state.procedure)),
  };
}

function hashOfEvents(records: readonly StoredRecord[], codec: Codec): Sha256 {
  return hashOf(records.map((record) => codec.decode(record)));
}

function hashOf(value: unknown): Sha256 {
  // What is not there and what is undefined read the same.
  return hash('sha256', canonicalText(JSON.parse(JSON.stringify(value))), 'hex') as Sha256;
}
