/** Random events of every type: what is written is read again, and its bytes are canonical. */
import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createCodec } from '../../../src/codec/codec.ts';
import { eventJsonSchemas } from '../../../src/codec/event-json-schemas.ts';
import { metadataText } from '../../../src/codec/metadata.ts';
import { createMemoryKeyStore } from '../../../src/keys/memory-key-store.ts';
import { EVENT_TYPES, randomEvent, randomMetadata } from './random-events.ts';
import { newId, stored } from './records.ts';

const published = eventJsonSchemas();

/** A reader that has nothing but the published JSON Schema. */
function outsider(file: string): z.ZodType {
  return z.fromJSONSchema(JSON.parse(published.get(file) ?? '') as z.core.JSONSchema.JSONSchema);
}

/** No randomness, so that what is sealed twice has the same bytes, too. */
const evenBytes = (size: number) => new Uint8Array(size).fill(7);

describe.each(EVENT_TYPES)('random events %s', (type) => {
  const codec = createCodec({ keys: createMemoryKeyStore(evenBytes), randomBytes: evenBytes });

  it('stand in the log as the published JSON Schemas say', () => {
    const data = outsider(`${type}.v1.json`);
    const envelope = outsider('metadata.json');
    fc.assert(
      fc.property(randomEvent(type), randomMetadata, (event, metadata) => {
        const record = codec.encode(event, metadata, newId());
        expect(data.safeParse(JSON.parse(record.data)).error).toBeUndefined();
        expect(envelope.safeParse(JSON.parse(record.metadata)).error).toBeUndefined();
      }),
      { numRuns: 20 },
    );
    expect(data.safeParse({ surprise: true }).success).toBe(false);
  });

  it('come back as they were, and are written again as the same canonical bytes', () => {
    fc.assert(
      fc.property(randomEvent(type), randomMetadata, (event, metadata) => {
        const id = newId();
        const record = codec.encode(event, metadata, id);
        const recorded = codec.decode(stored(record));
        expect(recorded.event).toStrictEqual(event);
        expect(recorded.metadata).toStrictEqual(metadata);
        expect(codec.encode(recorded.event, recorded.metadata, id)).toStrictEqual(record);
        expect(record.data).toBe(canonicalize(JSON.parse(record.data)));
        expect(record.metadata).toBe(canonicalize({ ...metadata, version: 1 }));
      }),
      { numRuns: 50 },
    );
  });
});

describe('metadata', () => {
  it('is written as the library for canonical JSON would write it', () => {
    fc.assert(
      fc.property(randomMetadata, fc.integer({ min: 1 }), (metadata, version) => {
        expect(metadataText(metadata, version)).toBe(canonicalize({ ...metadata, version }));
      }),
      { numRuns: 1_000 },
    );
  });
});
