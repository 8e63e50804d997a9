// Appends until the store says that it is full, then tells what was acknowledged and what is there.
import { isStoreFault } from '../../../src/eventstore/faults.ts';
import { collect } from '../collect.ts';
import { freshStream, newRecord } from '../new-records.ts';
import { openStore, say } from './open-store.ts';

const store = openStore('write');
const stream = freshStream();
const acknowledged: string[] = [];
let refusedWith: unknown;
while (refusedWith === undefined) {
  const record = newRecord(JSON.stringify({ minutes: '会'.repeat(20_000) }));
  try {
    await store.append(stream, 'any', [record]);
    acknowledged.push(record.id);
  } catch (error) {
    refusedWith = isStoreFault(error) ? error.facts : String(error);
  }
}
const found = (await collect(store.readStream(stream))).map((record) => record.id);
await store.close();
say({ refusedWith, acknowledged, found });
