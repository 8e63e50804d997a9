import type * as fc from 'fast-check';

import type { AnyEvent, Metadata } from '../../../src/codec/envelope.ts';
import { storedMetadata } from '../../../src/codec/metadata.ts';
import { EVENT_SCHEMAS } from '../../../src/codec/registry.ts';
import { arbitraryOf } from './arbitrary-of.ts';

/** Any event of a type that its schema accepts. */
export function randomEvent(type: AnyEvent['type']): fc.Arbitrary<AnyEvent> {
  return arbitraryOf(EVENT_SCHEMAS[type]).map((data) => ({ type, data }) as AnyEvent);
}

export const EVENT_TYPES = Object.keys(EVENT_SCHEMAS) as readonly AnyEvent['type'][];

export const randomMetadata = arbitraryOf(storedMetadata.omit({ version: true })).map(
  (metadata) => metadata as Metadata,
);
