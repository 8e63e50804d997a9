import canonicalize from 'canonicalize';
import { binaryEvent } from '@eventstore/db-client';
import type { EventData, RecordedEvent } from '@eventstore/db-client';

import { instantFromMs } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import { StoreFault } from '../faults.ts';
import type { EventId, NewRecord, Revision, StoredRecord, StreamName } from '../port.ts';
import { positionTextOf } from './log-position.ts';

const toBytes = new TextEncoder();
const toText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * A record as the log server keeps it. The data are bytes to it (`application/octet-stream`): as JSON
 * the client would parse and print them again, and what is hashed must come back byte for byte. The
 * metadata the client always parses where it can; canonical JSON (RFC 8785) survives that, and what
 * would not is turned away here rather than changed in silence.
 */
export function eventOf(record: NewRecord): EventData {
  invariant(
    textOfParsed(JSON.parse(record.metadata)) === record.metadata,
    `the metadata of event ${record.id} are canonical JSON`,
  );
  return binaryEvent({
    id: record.id,
    type: record.type,
    data: toBytes.encode(record.data),
    metadata: toBytes.encode(record.metadata),
  });
}

/**
 * What the log server gave back as a record of ours.
 * @throws StoreFault `store-foreign` where something else wrote it and it cannot be one of ours
 */
export function recordOf(event: RecordedEvent): StoredRecord {
  const { position } = event;
  invariant(position !== undefined, 'the log server tells positions (22.6 or later)');
  return {
    id: event.id as EventId,
    type: event.type,
    data: dataText(event),
    metadata: event.metadata === undefined ? '' : metadataText(event.metadata, event.streamId),
    stream: event.streamId as StreamName,
    revision: Number(event.revision) as Revision,
    position: positionTextOf(position, event.streamId),
    recordedAt: instantFromMs(event.created.getTime()),
  };
}

/** Streams of the server itself: statistics, settings, streams of metadata. */
export function isOfTheServer(event: { readonly streamId: string }): boolean {
  return event.streamId.startsWith('$');
}

function dataText({ data, streamId }: RecordedEvent): string {
  return data instanceof Uint8Array ? textOfBytes(data, streamId) : textOfParsed(data);
}

function metadataText(metadata: unknown, stream: string): string {
  return metadata instanceof Uint8Array ? textOfBytes(metadata, stream) : textOfParsed(metadata);
}

function textOfBytes(bytes: Uint8Array, stream: string): string {
  try {
    return toText.decode(bytes);
  } catch (error) {
    throw new StoreFault({ code: 'store-foreign', path: stream }, { cause: error });
  }
}

function textOfParsed(value: unknown): string {
  const text = canonicalize(value);
  invariant(text !== undefined, 'what was parsed from JSON has a canonical text');
  return text;
}
