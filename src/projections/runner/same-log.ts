import type { EventReader, StoredRecord } from '../../eventstore/port.ts';
import { ReadModelFault } from '../faults.ts';
import type { Checkpoint } from '../storage/port.ts';

/**
 * Refuses tables that this log cannot have filled: going on from them would mix two histories.
 * @throws ReadModelFault `read-models-ahead`, `read-models-of-other-log`
 */
export async function assertSameLog(
  checkpoint: Checkpoint,
  store: EventReader,
  place: string,
): Promise<void> {
  const head = await store.head();
  const { position, id, previous } = checkpoint;
  if (head === undefined || position > head) {
    const facts = { code: 'read-models-ahead', place, checkpoint: position } as const;
    throw new ReadModelFault(head === undefined ? facts : { ...facts, head });
  }
  const record = await firstAfter(previous, store);
  if (record?.position === position && record.id === id) return;
  throw new ReadModelFault({ code: 'read-models-of-other-log', place, checkpoint: position });
}

async function firstAfter(
  previous: Checkpoint['previous'],
  store: EventReader,
): Promise<StoredRecord | undefined> {
  const after = previous === undefined ? {} : { after: previous };
  for await (const page of store.readAll({ ...after, most: 1 })) return page[0];
  return undefined;
}
