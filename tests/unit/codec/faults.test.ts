/** What cannot be an event or a record is refused with its reason, never guessed at. */
import { describe, expect, it } from 'vitest';

import type { AnyEvent, Metadata } from '../../../src/codec/envelope.ts';
import type { NewRecord } from '../../../src/eventstore/port.ts';
import { factsOf, HANDLED, METADATA, newCodec, newId, stored } from './records.ts';

const { codec } = newCodec();

function record(): NewRecord {
  return codec.encode(HANDLED, METADATA, newId());
}

function withMetadata(changes: object): NewRecord {
  const written = record();
  const metadata = { ...(JSON.parse(written.metadata) as object), ...changes };
  return { ...written, metadata: JSON.stringify(metadata) };
}

function encodedFacts(data: object) {
  const event = { type: 'ItemHandled', data } as AnyEvent;
  return factsOf(() => codec.encode(event, METADATA, newId()));
}

describe('reading a record', () => {
  it.each(['NeverHeardOf', 'constructor', '__proto__', ''])(
    'refuses the unknown event “%s”',
    (type) => {
      const strange = { ...record(), type };
      expect(factsOf(() => codec.decode(stored(strange)))).toEqual({
        code: 'unknown-event-type',
        id: strange.id,
        type,
      });
    },
  );

  it('refuses a newer version and says that a newer program wrote it', () => {
    const newer = withMetadata({ version: 2, somethingNew: true });
    expect(factsOf(() => codec.decode(stored(newer)))).toEqual({
      code: 'unknown-event-version',
      id: newer.id,
      type: 'ItemHandled',
      version: 2,
      known: 1,
    });
  });

  it.each([
    ['no version', { version: undefined }, '/metadata/version'],
    ['version 0', { version: 0 }, '/metadata/version'],
    ['half a version', { version: 0.5 }, '/metadata/version'],
    ['a version in words', { version: 'one' }, '/metadata/version'],
    [
      'a moment without milliseconds',
      { occurredAt: '2026-11-22T02:27:00Z' },
      '/metadata/occurredAt',
    ],
    [
      'a day that does not exist',
      { recordedAt: '2026-02-30T02:27:00.000Z' },
      '/metadata/recordedAt',
    ],
    ['an unknown post', { actor: { person: 'p', post: 'king' } }, '/metadata/actor/post'],
    ['a hash that is none', { commandHash: 'abc' }, '/metadata/commandHash'],
    ['a member nobody knows', { mood: 'good' }, '/metadata'],
  ])('refuses metadata with %s', (_, changes, path) => {
    expect(factsOf(() => codec.decode(stored(withMetadata(changes))))).toMatchObject({
      code: 'malformed-event',
      type: 'ItemHandled',
      path,
    });
  });

  it.each([
    ['{"item":"a","opinion":"","proposal":"perhaps"}', '/data/proposal'],
    ['{"item":"a","proposal":"approve"}', '/data/opinion'],
    ['{"item":"a","opinion":"","proposal":"approve","extra":1}', '/data'],
    ['{"item":""', '/data'],
    ['null', '/data'],
    ['', '/data'],
  ])('refuses the data %s', (data, path) => {
    expect(factsOf(() => codec.decode(stored({ ...record(), data })))).toMatchObject({
      code: 'malformed-event',
      path,
    });
  });

  it.each(['null', '7', '', '{', '[]'])('refuses the metadata %s', (metadata) => {
    expect(factsOf(() => codec.decode(stored({ ...record(), metadata })))).toMatchObject({
      code: 'malformed-event',
      path: '/metadata',
    });
  });
});

describe('writing an event', () => {
  it('refuses what the schema does not know', () => {
    expect(encodedFacts({ item: 'a', opinion: '', proposal: 'perhaps' })).toMatchObject({
      code: 'malformed-event',
      path: '/data/proposal',
    });
    expect(encodedFacts({ item: 'a', opinion: '', proposal: 'approve', note: undefined })).toEqual(
      expect.objectContaining({ code: 'malformed-event', path: '/data' }),
    );
  });

  it('refuses text with half a character in it, which canonical JSON cannot hold', () => {
    expect(encodedFacts({ item: 'a', opinion: '\ud800', proposal: 'approve' })).toMatchObject({
      code: 'malformed-event',
      path: '/data',
    });
    const metadata = { ...METADATA, correlation: '\udc00' } as Metadata;
    expect(factsOf(() => codec.encode(HANDLED, metadata, newId()))).toMatchObject({
      code: 'malformed-event',
      path: '/metadata',
    });
  });

  it('refuses an answer named __proto__, which would not come back', () => {
    const answers: unknown = JSON.parse('{"__proto__":"x"}');
    const event = { type: 'FormFilled', data: { answers } } as AnyEvent;
    expect(factsOf(() => codec.encode(event, METADATA, newId()))).toMatchObject({
      code: 'malformed-event',
      path: '/data',
    });
  });

  it('refuses metadata that could not be read again', () => {
    const metadata = { ...METADATA, requestId: '' } as Metadata;
    expect(factsOf(() => codec.encode(HANDLED, metadata, newId()))).toMatchObject({
      code: 'malformed-event',
      path: '/metadata/requestId',
    });
  });

  it('refuses an event that nobody registered', () => {
    const event = { type: 'NeverHeardOf', data: {} } as unknown as AnyEvent;
    expect(factsOf(() => codec.encode(event, METADATA, newId()))).toMatchObject({
      code: 'unknown-event-type',
      type: 'NeverHeardOf',
    });
  });

  it('keeps text that looks like an escape', () => {
    const metadata = { ...METADATA, correlation: String.raw`\ud800` } as Metadata;
    const written = codec.encode(HANDLED, metadata, newId());
    expect(codec.decode(stored(written)).metadata).toStrictEqual(metadata);
  });
});
