import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DossierOffice } from '../application/dossiers/dossier-office.ts';
import { OrganisationDirectory } from '../application/reference/organisation-directory.ts';
import { ProcedureLibrary } from '../application/reference/procedure-library.ts';
import { ReferenceOffice } from '../application/reference/reference-office.ts';
import type { ReplayParts } from '../application/replay/replay-dossier.ts';
import { createCodec, type Codec } from '../codec/codec.ts';
import type { EventStore } from '../eventstore/port.ts';
import { openSqliteEventStore } from '../eventstore/sqlite/sqlite-event-store.ts';
import type { KeyVault } from '../keys/key-vault.ts';
import { openSqliteKeyStore } from '../keys/sqlite-key-store.ts';
import type { Instant } from '../kernel/instant.ts';
import { ContentFolder } from './attachments/content-folder.ts';

const MEBIBYTE = 1024 * 1024;
const ATTACHMENT_MOST_BYTES = 200 * MEBIBYTE;

export interface HouseOptions {
  /** Everything lives here: `events.db`, `keys.db`, `attachments/`, read tables. */
  readonly folder: string;
  readonly now: () => Instant;
  /** A reader shares the folder with the one process that writes. */
  readonly mode?: 'write' | 'read';
  readonly attachmentMostBytes?: number;
  /** 32 bytes that wrap the persons' keys; without it they lie plain in `keys.db` (mode 0600). */
  readonly masterKey?: Uint8Array;
}

/** The rooms of one process, wired. */
export interface House {
  readonly folder: string;
  readonly now: () => Instant;
  readonly store: EventStore;
  readonly codec: Codec;
  readonly attachments: ContentFolder;
  readonly organisation: OrganisationDirectory;
  readonly library: ProcedureLibrary;
  readonly dossiers: DossierOffice;
  readonly reference: ReferenceOffice;
  readonly replay: ReplayParts;
  close(): Promise<void>;
}

/**
 * Opens store, keys and attachments below one folder and loads organisation and catalogue.
 * @throws StoreFault, KeyStoreFault, CodecFault, each with what to do in `wording`
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { folder, now, mode = 'write' } = options;
  if (mode === 'write') mkdirSync(folder, { recursive: true });
  const store = openSqliteEventStore({ folder, now, mode });
  try {
    return await furnish(store, options);
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function furnish(store: EventStore, options: HouseOptions): Promise<House> {
  const { folder, masterKey } = options;
  const path = join(folder, 'keys.db');
  const keys = openSqliteKeyStore({ path, randomBytes, ...(masterKey && { masterKey }) });
  try {
    return await arrange(store, keys, options);
  } catch (error) {
    keys.close();
    throw error;
  }
}

async function arrange(store: EventStore, keys: KeyVault, options: HouseOptions): Promise<House> {
  const { folder, now, mode = 'write' } = options;
  const codec = createCodec({ keys, randomBytes });
  const attachments = new ContentFolder({
    folder: join(folder, 'attachments'),
    sizeMostBytes: options.attachmentMostBytes ?? ATTACHMENT_MOST_BYTES,
    mode,
  });
  const organisation = new OrganisationDirectory({ store, codec });
  const library = new ProcedureLibrary({ store, codec });
  await Promise.all([organisation.stream.refresh(), library.catalogue.refresh()]);
  return {
    folder,
    now,
    store,
    codec,
    attachments,
    organisation,
    library,
    dossiers: new DossierOffice({ store, codec, now, organisation, library, attachments }),
    reference: new ReferenceOffice({ organisation, library, now }),
    replay: { store, codec, procedureOf: (ref) => library.published(ref) },
    async close(): Promise<void> {
      await store.close();
      keys.close();
    },
  };
}
