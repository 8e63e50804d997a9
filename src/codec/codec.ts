import { z } from 'zod';

import type { EventId, NewRecord, StoredRecord } from '../eventstore/port.ts';
import { invariant } from '../kernel/invariant.ts';
import { canonicalText, NotCanonical } from './canonical.ts';
import type { AnyEvent, Metadata, Recorded } from './envelope.ts';
import { CodecFault } from './faults.ts';
import type { KeyStore } from './key-store.ts';
import { metadataText, storedMetadata } from './metadata.ts';
import { type EventName, sealFields, unsealFields } from './personal-fields.ts';
import { EVENT_REGISTRY, type EventRegistry, type EventVersion } from './registry.ts';
import { type FieldPath, personalPaths } from './schemas/personal.ts';
import type { RandomBytes } from './sealing.ts';

/** Turns events into the bytes that stand in the log, and back. */
export interface Codec {
  /**
   * Checks event and metadata, seals its personal fields and writes canonical JSON of the newest version.
   * @throws CodecFault `unknown-event-type`, `malformed-event`; KeyStoreFault
   */
  encode(event: AnyEvent, metadata: Metadata, id: EventId): NewRecord;
  /**
   * Checks the bytes, opens the personal fields and brings old versions up to the newest.
   * @throws CodecFault of every code; KeyStoreFault
   */
  decode(record: StoredRecord): Recorded;
}

export interface CodecParts {
  readonly keys: KeyStore;
  readonly randomBytes: RandomBytes;
  /** The events that exist; tests of upcasting bring their own. */
  readonly registry?: EventRegistry;
}

export function createCodec(parts: CodecParts): Codec {
  const versions = prepare(parts.registry ?? EVENT_REGISTRY);
  return {
    encode: (event, metadata, id) => encode(event, metadata, { id, versions, parts }),
    decode: (record) => decode(record, versions, parts.keys),
  };
}

/** A version with what would be dear to find out anew for every event. */
interface PreparedVersion {
  readonly schema: z.ZodType;
  readonly personal: readonly FieldPath[];
  readonly upcast: EventVersion['upcast'];
}
type Root = '/data' | '/metadata';
type Prepared = ReadonlyMap<string, readonly PreparedVersion[]>;

const compiledMetadata = z.compile(storedMetadata);
/** Checked before writing as well: a record that cannot be read again would lock its stream. */
const compiledEnvelope = z.compile(storedMetadata.omit({ version: true }));

function prepare(registry: EventRegistry): Prepared {
  const prepared = new Map<string, readonly PreparedVersion[]>();
  for (const [type, versions] of registry) {
    const last = versions.length - 1;
    for (const [index, { upcast }] of versions.entries()) {
      invariant((upcast === undefined) === (index === last), `${type}@${index + 1}: one upcaster`);
    }
    prepared.set(
      type,
      versions.map((version) => prepareVersion(version)),
    );
  }
  return prepared;
}

/** Compiling costs some 0.3 ms a schema: once a process, however many codecs it makes. */
const preparedVersions = new WeakMap<EventVersion, PreparedVersion>();

function prepareVersion(version: EventVersion): PreparedVersion {
  const { schema, upcast } = version;
  const prepared = preparedVersions.get(version) ?? {
    schema: z.compile(schema),
    personal: personalPaths(schema),
    upcast,
  };
  preparedVersions.set(version, prepared);
  return prepared;
}

function encode(
  event: AnyEvent,
  metadata: Metadata,
  { id, versions, parts }: { id: EventId; versions: Prepared; parts: CodecParts },
): NewRecord {
  const name = { id, type: event.type };
  const known = knownVersions(versions, name);
  const newest = known.at(-1);
  invariant(newest, `no version of ${event.type}`);
  check(newest.schema, event.data, name, '/data');
  check(compiledEnvelope, metadata, name, '/metadata');
  const isPersonal = newest.personal.length > 0;
  return {
    id,
    type: event.type,
    data: writing(name, '/data', () =>
      canonicalText(isPersonal ? sealFields(event.data, newest.personal, name, parts) : event.data),
    ),
    metadata: writing(name, '/metadata', () => metadataText(metadata, known.length)),
  };
}

function decode(record: StoredRecord, versions: Prepared, keys: KeyStore): Recorded {
  const { id, type, stream, revision, position } = record;
  const name = { id, type };
  const known = knownVersions(versions, name);
  const { version, ...metadata } = readMetadata(record.metadata, name, known.length);
  const data = readData(record.data, name, known.slice(version - 1), keys);
  return { id, stream, revision, position, event: { type, data } as AnyEvent, metadata };
}

function knownVersions(versions: Prepared, name: EventName): readonly PreparedVersion[] {
  const known = versions.get(name.type);
  if (!known) throw new CodecFault({ code: 'unknown-event-type', ...name });
  return known;
}

function readMetadata(
  text: string,
  name: EventName,
  known: number,
): z.infer<typeof storedMetadata> {
  const json = parseJson(text, name, '/metadata');
  // Looked at first: what a newer program wrote may well have a shape that is unknown here.
  const version = (json as { readonly version?: unknown } | null)?.version;
  if (typeof version === 'number' && version > known) {
    throw new CodecFault({ code: 'unknown-event-version', ...name, version, known });
  }
  return check(compiledMetadata, json, name, '/metadata');
}

/** Reads data of the first of the given versions and brings it up to the last. */
function readData(
  text: string,
  name: EventName,
  [first, ...later]: readonly PreparedVersion[],
  keys: KeyStore,
): unknown {
  invariant(first, `no version of ${name.type}`);
  const json = parseJson(text, name, '/data');
  const open = first.personal.length > 0 ? unsealFields(json, first.personal, name, keys) : json;
  let data = check(first.schema, open, name, '/data');
  let { upcast } = first;
  for (const next of later) {
    data = check(next.schema, upcast?.(data), name, '/data');
    ({ upcast } = next);
  }
  return data;
}

function parseJson(text: string, name: EventName, path: Root): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CodecFault({ code: 'malformed-event', ...name, path, reason }, { cause: error });
  }
}

function check<Value>(
  schema: z.ZodType<Value>,
  value: unknown,
  name: EventName,
  root: Root,
): Value {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  const path = [root, ...(issue?.path ?? []).map(String)].join('/');
  const reason = issue?.message ?? 'invalid';
  throw new CodecFault({ code: 'malformed-event', ...name, path, reason });
}

function writing(name: EventName, path: Root, write: () => string): string {
  try {
    return write();
  } catch (error) {
    if (!(error instanceof NotCanonical)) throw error;
    const reason = error.message;
    throw new CodecFault({ code: 'malformed-event', ...name, path, reason }, { cause: error });
  }
}
