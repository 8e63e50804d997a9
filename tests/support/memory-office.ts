import { randomBytes } from 'node:crypto';
import { DossierOffice } from '../../src/application/dossiers/dossier-office.ts';
import { OrganisationDirectory } from '../../src/application/reference/organisation-directory.ts';
import { ProcedureLibrary } from '../../src/application/reference/procedure-library.ts';
import { ReferenceOffice } from '../../src/application/reference/reference-office.ts';
import { createCodec } from '../../src/codec/codec.ts';
import { OFFICE_ITSELF } from '../../src/domain/organisation/decide.ts';
import { createMemoryEventStore } from '../../src/eventstore/memory/memory-event-store.ts';
import type { EventStore } from '../../src/eventstore/port.ts';
import { createMemoryKeyStore } from '../../src/keys/memory-key-store.ts';
import type { ProcedureId, RequestId } from '../../src/kernel/ids.ts';
import { instantFromMs, type Instant } from '../../src/kernel/instant.ts';
import { invariant } from '../../src/kernel/invariant.ts';
import { foundDemoOffice } from '../../src/server/demo/found-demo-office.ts';
import type { Definition } from '../../src/workflow/definition/definition.ts';
import { definitionHash } from '../../src/workflow/loading/definition-hash.ts';

const STARTS_AT_MS = Date.UTC(2026, 2, 2, 1, 0, 0);
const TICK_MS = 1_000;

/** A clock that goes one second on at each look. */
export function tickingClock(): () => Instant {
  let ms = STARTS_AT_MS;
  return () => {
    ms += TICK_MS;
    return instantFromMs(ms);
  };
}

/** A whole office in memory with one published procedure and its departments and people. */
export async function openMemoryOffice(
  definition: Definition,
  store?: EventStore,
  now: () => Instant = tickingClock(),
) {
  const events = store ?? createMemoryEventStore({ now });
  const keys = createMemoryKeyStore(randomBytes);
  const codec = createCodec({ keys, randomBytes });
  const organisation = new OrganisationDirectory({ store: events, codec });
  const library = new ProcedureLibrary({ store: events, codec });
  const reference = new ReferenceOffice({ organisation, library, now });
  await foundDemoOffice(definition.departments, reference);
  const published = await reference.handle({
    requestId: `publish.${definition.procedure}` as RequestId,
    command: {
      type: 'PublishProcedure',
      procedure: definition.procedure as ProcedureId,
      version: definition.version,
      hash: definitionHash(definition),
      definition,
    },
    actor: { person: OFFICE_ITSELF, post: 'administrator' },
  });
  invariant(published.ok, `published: ${JSON.stringify(published)}`);
  const attachments = { describe: () => undefined };
  const dossiers = new DossierOffice({
    store: events,
    codec,
    now,
    organisation,
    library,
    attachments,
  });
  return { store: events, keys, codec, organisation, library, reference, dossiers, now };
}
