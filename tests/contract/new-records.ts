import { randomUUID } from 'node:crypto';

import type { EventId, NewRecord, StoredRecord, StreamName } from '../../src/eventstore/port.ts';

/** A stream nobody else has: the store under test may be shared with other runs. */
export function freshStream(): StreamName {
  return `contract-${randomUUID()}` as StreamName;
}

/** A record with an id of its own; `data` must be JSON text. */
export function newRecord(data = '{"opinion":"agree"}'): NewRecord {
  return {
    id: randomUUID() as EventId,
    type: 'OpinionGiven',
    data,
    metadata: '{"department":"natural-resources"}',
  };
}

export function newRecords(count: number): NewRecord[] {
  return Array.from({ length: count }, (_, index) => newRecord(`{"number":${index}}`));
}

/** What the writer handed over, picked out of what the reader got back. */
export function asWritten(record: StoredRecord): NewRecord {
  return { id: record.id, type: record.type, data: record.data, metadata: record.metadata };
}
