import type { RecordedEvent } from '@eventstore/db-client';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { canonicalText } from '../../../../src/codec/canonical.ts';
import { eventOf, recordOf } from '../../../../src/eventstore/kurrent/recorded.ts';
import type { EventId, NewRecord } from '../../../../src/eventstore/port.ts';

const record = (metadata: string, data = '{}'): NewRecord => ({
  id: '2f1d2f7e-7b4f-5d1c-9d53-5f2b8f1d8f10' as EventId,
  type: 'OpinionGiven',
  data,
  metadata,
});

/** What the client makes of the bytes on the way back. */
function comingBack(written: NewRecord): RecordedEvent {
  const { data, metadata } = eventOf(written);
  if (!(data instanceof Uint8Array) || !(metadata instanceof Uint8Array)) throw new Error('bytes');
  return {
    streamId: 'dossier-1',
    id: written.id,
    type: written.type,
    data,
    metadata: JSON.parse(new TextDecoder().decode(metadata)),
    isJson: false,
    revision: 4n,
    created: new Date(Date.UTC(2026, 10, 22)),
    position: { commit: 733n, prepare: 733n },
  };
}

const jsonObject = fc
  .dictionary(fc.oneof(fc.string({ unit: 'grapheme' }), fc.nat().map(String)), fc.jsonValue())
  .map((value) => JSON.stringify(value))
  .filter((text) => !text.includes('__proto__'))
  .map((text) => canonicalText(JSON.parse(text)));

describe('A record on its way through the log server', () => {
  it('comes back byte for byte, whatever canonical JSON it is', () => {
    fc.assert(
      fc.property(jsonObject, jsonObject, (metadata, data) => {
        expect(recordOf(comingBack(record(metadata, data)))).toMatchObject({ metadata, data });
      }),
    );
  });

  it('keeps the order of members that look like numbers, which a parser turns round', () => {
    const metadata = '{"10":1,"9":2}';
    expect(recordOf(comingBack(record(metadata))).metadata).toBe(metadata);
  });

  it('is turned away when its metadata would come back changed', () => {
    expect(() => eventOf(record('{"b":1,"a":2}'))).toThrow('canonical JSON');
  });

  it('says where it stands and when the server wrote it', () => {
    expect(recordOf(comingBack(record('{"a":1}')))).toMatchObject({
      stream: 'dossier-1',
      revision: 4,
      position: '00000000000000000733',
      recordedAt: '2026-11-22T00:00:00.000Z',
    });
  });

  it('is foreign when it is no text or stands in a transaction of the old interface', () => {
    const event = comingBack(record('{"a":1}'));
    const foreign = { facts: { code: 'store-foreign', path: 'dossier-1' } };
    const noText: RecordedEvent = { ...event, isJson: false, data: Uint8Array.of(0xff) };
    expect(() => recordOf(noText)).toThrow(expect.objectContaining(foreign));
    const elsewhere: RecordedEvent = { ...event, position: { commit: 900n, prepare: 733n } };
    expect(() => recordOf(elsewhere)).toThrow(expect.objectContaining(foreign));
  });
});
