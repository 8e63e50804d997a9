// Writes one event, says so, and goes on holding the store until it is killed.
import { freshStream, newRecord } from '../new-records.ts';
import { openStore, say } from './open-store.ts';

const store = openStore('write');
const stream = freshStream();
await store.append(stream, 'none', [newRecord()]);
say({ stream });
setInterval(() => undefined, 1_000);
