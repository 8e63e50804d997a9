import { afterAll, beforeAll, describe } from 'vitest';

import { openKurrentEventStore } from '../../src/eventstore/kurrent/kurrent-event-store.ts';
import { describeEventStore } from './event-store.suite.ts';
import { KurrentServer, serverCommand, serverUrl } from './kurrent-server.ts';

const isThere = serverUrl !== undefined || serverCommand !== undefined;

describe.skipIf(!isThere)('With KURRENTDB_URL or KURRENTDB_COMMAND', () => {
  let own: KurrentServer | undefined;
  beforeAll(async () => {
    if (serverUrl !== undefined || serverCommand === undefined) return;
    own = new KurrentServer(serverCommand);
    await own.start();
  });
  afterAll(async () => {
    await own?.remove();
  });

  describeEventStore('on a log server', {
    open: async () =>
      openKurrentEventStore({ connectionString: serverUrl ?? own?.connectionString ?? '' }),
    clear: async () => undefined,
    refusesReusedIds: false,
    randomHistories: 20,
  });
});
