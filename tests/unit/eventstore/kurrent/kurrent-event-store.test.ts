import { describe, expect, it } from 'vitest';

import { openKurrentEventStore } from '../../../../src/eventstore/kurrent/kurrent-event-store.ts';
import type { StreamName } from '../../../../src/eventstore/port.ts';

const refused = expect.objectContaining({
  facts: expect.objectContaining({ code: 'store-refused' }),
});

describe('Opening the event store on a log server', () => {
  it.each(['', 'http://127.0.0.1:2113', 'esdb://', 'esdb://host:port?tls=false'])(
    'refuses "%s", which is no connection string',
    (connectionString) => {
      expect(() => openKurrentEventStore({ connectionString })).toThrow(refused);
    },
  );

  it('refuses a server with TLS where nobody is named to sign in as', () => {
    const connectionString = 'esdb://log.example:2113';
    expect(() => openKurrentEventStore({ connectionString })).toThrow(refused);
  });

  it.each(['esdb', 'kurrentdb'])('finds nobody at a closed port, under %s://', async (scheme) => {
    const store = openKurrentEventStore({ connectionString: `${scheme}://127.0.0.1:1?tls=false` });
    await expect(store.head()).rejects.toMatchObject({
      facts: { code: 'store-unavailable' },
      retryable: true,
    });
    await store.close();
    await expect(store.append('a-1' as StreamName, 'any', [])).rejects.toThrow('store-closed');
  });
});
