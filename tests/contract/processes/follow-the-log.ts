// Follows the log of a store that another process writes; one line for each event.
import { openStore, say } from './open-store.ts';

const store = openStore('read');
say('following');
for await (const batch of store.subscribe({ signal: new AbortController().signal })) {
  for (const { stream, revision, position, id } of batch) say({ stream, revision, position, id });
}
