import { randomBytes, randomUUID } from 'node:crypto';

import { type Codec, createCodec } from '../../../src/codec/codec.ts';
import type { AnyEvent, Metadata } from '../../../src/codec/envelope.ts';
import { type CodecFaultFacts, isCodecFault } from '../../../src/codec/faults.ts';
import type { EventRegistry } from '../../../src/codec/registry.ts';
import type { EventId, NewRecord, StoredRecord } from '../../../src/eventstore/port.ts';
import type { KeyVault } from '../../../src/keys/key-vault.ts';
import { createMemoryKeyStore } from '../../../src/keys/memory-key-store.ts';

const HASH = 'a'.repeat(64);

export const METADATA = {
  occurredAt: '2026-11-22T02:27:00.000Z',
  recordedAt: '2026-11-22T02:27:00.123Z',
  actor: { person: 'p-wang', post: 'handler', department: '331100-natural-resources' },
  authority: { post: 'post-1', letter: '丽政任〔2026〕12号', organisationRevision: 12 },
  requestId: 'request-1',
  commandHash: HASH,
  correlation: '331100-20261122-7K3F9Q',
  procedure: { id: 'ent-general', version: 1, hash: HASH },
} as Metadata;

export const HANDLED = {
  type: 'ItemHandled',
  data: { item: 'works-planning-permit', proposal: 'approve', opinion: '同意' },
} as AnyEvent;

/** With a personal field: the contact of the investor, who is the person `p-li`. */
export const OPENED = {
  type: 'DossierOpened',
  data: {
    dossier: '331100-20261122-7K3F9Q',
    projectName: '新能源汽车零部件项目',
    region: '331100',
    investor: {
      name: '丽水某某公司',
      kind: 'enterprise',
      contact: { subject: 'p-li', value: { name: '李四', phone: '13800000000' } },
    },
    procedure: { id: 'ent-general', version: 1, hash: HASH },
  },
} as AnyEvent;

/** The record as it comes back from a store. */
export function stored(record: NewRecord): StoredRecord {
  return {
    ...record,
    stream: 'dossier-331100-20261122-7K3F9Q' as StoredRecord['stream'],
    revision: 3 as StoredRecord['revision'],
    position: '0000000007' as StoredRecord['position'],
    recordedAt: METADATA.recordedAt,
  };
}

export function newCodec(
  registry?: EventRegistry,
  keys: KeyVault = createMemoryKeyStore(randomBytes),
): { readonly codec: Codec; readonly keys: KeyVault } {
  return { keys, codec: createCodec({ keys, randomBytes, ...(registry && { registry }) }) };
}

export function newId(): EventId {
  return randomUUID() as EventId;
}

/** Facts of the fault that the act throws; any other error is thrown on. */
export function factsOf(act: () => unknown): CodecFaultFacts | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (isCodecFault(error)) return error.facts;
    throw error;
  }
}
