import { StoreFault } from './faults.ts';
import type {
  Appended,
  EventId,
  ExpectedRevision,
  NewRecord,
  Position,
  Revision,
  StreamName,
} from './port.ts';

/** Where an event stands. */
export interface Place {
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
}

/** What the rule must know of the log, as it is at the moment of the append. */
export interface LogFacts {
  lastRevisionOf(stream: StreamName): Revision | 'none';
  placeOf(id: EventId): Place | undefined;
}

export interface AppendRequest {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly records: readonly NewRecord[];
}

/**
 * The rule of appending, one for every adapter that decides by itself. Ids are looked at first: an
 * append that was already written is acknowledged again however far the stream has moved since, and
 * an id that stands for something else can never succeed, whereas a conflict invites a new decision.
 * @returns the first outcome where these very events were already there, `undefined` where they are
 *   to be written now, right after the last revision of the stream.
 * @throws StoreFault `event-id-reused`, `stream-conflict`
 */
export function judgeAppend(log: LogFacts, request: AppendRequest): Appended | undefined {
  const already = isOneNewRecord(log, request) ? undefined : outcomeOfEarlier(log, request);
  if (already !== undefined) return already;
  const { stream, expected } = request;
  const actual = log.lastRevisionOf(stream);
  if (expected === 'any' || expected === actual) return undefined;
  throw new StoreFault({ code: 'stream-conflict', stream, expected, actual });
}

/** Nearly every append, so it is answered first. */
function isOneNewRecord(log: LogFacts, { records }: AppendRequest): boolean {
  const [only] = records;
  return records.length === 1 && only !== undefined && log.placeOf(only.id) === undefined;
}

function outcomeOfEarlier(log: LogFacts, request: AppendRequest): Appended | undefined {
  const places = request.records.map((record) => log.placeOf(record.id));
  const reused = reusedId(request, places);
  if (reused !== undefined) {
    throw new StoreFault({ code: 'event-id-reused', id: reused, stream: request.stream });
  }
  const last = places.at(-1);
  if (last === undefined) return undefined;
  return { position: last.position, revision: last.revision, duplicate: true };
}

/** The first id that was used before or twice, unless the append as a whole is a repetition. */
function reusedId(
  request: AppendRequest,
  places: readonly (Place | undefined)[],
): EventId | undefined {
  if (isRepetition(request, places)) return undefined;
  const seen = new Set<EventId>();
  for (const [index, { id }] of request.records.entries()) {
    if (places[index] !== undefined || seen.has(id)) return id;
    seen.add(id);
  }
  return undefined;
}

function isRepetition(
  { stream, expected }: AppendRequest,
  places: readonly (Place | undefined)[],
): boolean {
  const start = expected === 'any' ? places[0]?.revision : firstRevisionAfter(expected);
  return (
    start !== undefined &&
    places.every((place, index) => place?.stream === stream && place.revision === start + index)
  );
}

/** Where the first event of an append with this expectation stands in its stream. */
export function firstRevisionAfter(last: Revision | 'none'): Revision {
  return (last === 'none' ? 0 : last + 1) as Revision;
}
