import { describe, expect, it } from 'vitest';

import type { PersonId } from '../../../src/kernel/ids.ts';
import { HANDLED, METADATA, newCodec, newId, OPENED, stored } from './records.ts';

describe('an event that is written and read again', () => {
  it('comes back as it was, with its metadata and its place', () => {
    const { codec } = newCodec();
    const id = newId();
    const record = codec.encode(HANDLED, METADATA, id);
    expect(codec.decode(stored(record))).toStrictEqual({
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
    expect(JSON.parse(record.metadata)).toStrictEqual({ ...METADATA, version: 1 });
  });

  it('shows nothing of a person in the log, and all of it to the reader', () => {
    const { codec } = newCodec();
    const record = codec.encode(OPENED, METADATA, newId());
    expect(record.data).not.toContain('李四');
    expect(record.data).not.toContain('13800000000');
    expect(record.data).toMatch(/"contact":\{"sealed":"[A-Za-z0-9_-]+","subject":"p-li"\}/);
    expect(codec.decode(stored(record)).event).toStrictEqual(OPENED);
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

  it('never carries the same ciphertext twice, though the person and the words are the same', () => {
    const { codec } = newCodec();
    const id = newId();
    expect(codec.encode(OPENED, METADATA, id).data).not.toBe(
      codec.encode(OPENED, METADATA, id).data,
    );
  });
});
