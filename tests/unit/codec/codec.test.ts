import { randomBytes, randomUUID } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { createCodec } from '../../../src/codec/codec.ts';
import type { AnyEvent, Metadata } from '../../../src/codec/envelope.ts';
import type { EventId, NewRecord, StoredRecord } from '../../../src/eventstore/port.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import { createMemoryKeyStore } from '../../../src/keys/memory-key-store.ts';

const HASH = 'a'.repeat(64);
const METADATA = {
  occurredAt: '2026-11-22T02:27:00.000Z',
  recordedAt: '2026-11-22T02:27:00.123Z',
  actor: { person: 'p-wang', post: 'handler', department: '331100-natural-resources' },
  authority: { post: 'post-1', letter: '丽政任〔2026〕12号', organisationRevision: 12 },
  requestId: 'request-1',
  commandHash: HASH,
  correlation: '331100-20261122-7K3F9Q',
  procedure: { id: 'ent-general', version: 1, hash: HASH },
} as Metadata;

const HANDLED = {
  type: 'ItemHandled',
  data: { item: 'works-planning-permit', proposal: 'approve', opinion: '同意' },
} as AnyEvent;

const OPENED = {
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

function stored(record: NewRecord): StoredRecord {
  return {
    ...record,
    stream: 'dossier-331100-20261122-7K3F9Q' as StoredRecord['stream'],
    revision: 3 as StoredRecord['revision'],
    position: '0000000007' as StoredRecord['position'],
    recordedAt: METADATA.recordedAt,
  };
}

function newCodec() {
  const keys = createMemoryKeyStore(randomBytes);
  return { keys, codec: createCodec({ keys, randomBytes }) };
}

const newId = () => randomUUID() as EventId;

describe('an event that is written and read again', () => {
  it('comes back as it was, with its metadata and its place', () => {
    const { codec } = newCodec();
    const id = newId();
    const record = codec.encode(HANDLED, METADATA, id);
    expect(codec.decode(stored(record))).toEqual({
      id,
      stream: 'dossier-331100-20261122-7K3F9Q',
      revision: 3,
      position: '0000000007',
      event: HANDLED,
      metadata: METADATA,
    });
  });

  it('stands in the log as canonical JSON with the version in the metadata', () => {
    const { codec } = newCodec();
    const record = codec.encode(HANDLED, METADATA, newId());
    expect(record.type).toBe('ItemHandled');
    expect(record.data).toBe(
      '{"item":"works-planning-permit","opinion":"同意","proposal":"approve"}',
    );
    expect(JSON.parse(record.metadata)).toEqual({ ...METADATA, version: 1 });
  });

  it('shows nothing of a person in the log, and all of it to the reader', () => {
    const { codec } = newCodec();
    const record = codec.encode(OPENED, METADATA, newId());
    expect(record.data).not.toContain('李四');
    expect(record.data).not.toContain('13800000000');
    expect(codec.decode(stored(record)).event).toEqual(OPENED);
  });

  it('reads as erased once the key of the person is destroyed, and nothing else is lost', () => {
    const { codec, keys } = newCodec();
    const record = codec.encode(OPENED, METADATA, newId());
    keys.erase('p-li' as PersonId);
    expect(codec.decode(stored(record)).event).toMatchObject({
      data: {
        projectName: '新能源汽车零部件项目',
        investor: { name: '丽水某某公司', contact: { subject: 'p-li', erased: true } },
      },
    });
  });
});
