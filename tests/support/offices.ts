import { randomBytes } from 'node:crypto';
import type { AttachmentFinder } from '../../src/application/attachments/port.ts';
import { DossierOffice } from '../../src/application/dossiers/dossier-office.ts';
import { OrganisationDirectory } from '../../src/application/reference/organisation-directory.ts';
import { ProcedureLibrary } from '../../src/application/reference/procedure-library.ts';
import { ReferenceOffice } from '../../src/application/reference/reference-office.ts';
import { createCodec } from '../../src/codec/codec.ts';
import type { KeyStore } from '../../src/codec/key-store.ts';
import { OFFICE_ITSELF } from '../../src/domain/organisation/decide.ts';
import { createMemoryEventStore } from '../../src/eventstore/memory/memory-event-store.ts';
import type { EventStore } from '../../src/eventstore/port.ts';
import { createMemoryKeyStore } from '../../src/keys/memory-key-store.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import { invariant } from '../../src/kernel/invariant.ts';
import { foundDemoOffice } from '../../src/server/demo/found-demo-office.ts';
import { publishProcedure } from '../../src/server/publishing/publish-procedure.ts';
import type { Definition } from '../../src/workflow/definition/definition.ts';
import { tickingClock } from './memory-office.ts';

/** What outlives a process: the log, the keys, and the world's time. */
export interface Ground {
  readonly store: EventStore;
  readonly keys: KeyStore;
  readonly now: () => Instant;
}

export function memoryGround(now: () => Instant = tickingClock()): Ground {
  return { store: createMemoryEventStore({ now }), keys: createMemoryKeyStore(randomBytes), now };
}

/** Any hash names a stored file here: what files are is no business of these tests. */
const EVERY_FILE: AttachmentFinder = {
  describe: (hash) => ({ hash, mediaType: 'application/pdf', sizeBytes: 1_024 }),
};

/** The office of one process over a ground that others may share; nothing of it is in memory yet. */
export async function openOfficeOn(ground: Ground) {
  const { store, keys, now } = ground;
  const codec = createCodec({ keys, randomBytes });
  const organisation = new OrganisationDirectory({ store, codec });
  const library = new ProcedureLibrary({ store, codec });
  await Promise.all([organisation.stream.refresh(), library.catalogue.refresh()]);
  const reference = new ReferenceOffice({ organisation, library, now });
  const parts = { store, codec, now, organisation, library, attachments: EVERY_FILE };
  return { ...parts, reference, dossiers: new DossierOffice(parts) };
}

export type TestOffice = Awaited<ReturnType<typeof openOfficeOn>>;

/** Departments, people and the procedures, by ordinary commands. */
export async function foundOffice(
  { reference }: Pick<TestOffice, 'reference'>,
  ...definitions: readonly Definition[]
): Promise<void> {
  for (const definition of definitions) {
    await foundDemoOffice(definition.departments, reference);
    const office = { person: OFFICE_ITSELF, post: 'administrator' } as const;
    const published = await publishProcedure(definition, office, reference);
    invariant(published.ok, `published: ${JSON.stringify(published)}`);
  }
}
