import { setTimeout as pause } from 'node:timers/promises';

import { EventStoreDBClient } from '@eventstore/db-client';
import type { Credentials } from '@eventstore/db-client';

import { isStoreFault, StoreFault } from '../faults.ts';
import { faultOf, isNotLeader } from './kurrent-faults.ts';
import { NewestSeen } from './newest-seen.ts';

const USER = /^[a-z+]+:\/\/([^:@/]+):([^@/]*)@/;
/** An insecure server ignores credentials, but the client asks for some, see `Connection`. */
const NOBODY: Credentials = { username: 'nobody', password: 'nobody' };
/** The client changes its channel in the background; until then it would ask the same member. */
const RECONNECT_MS = 20;

/**
 * A connection to the log server. Everything asks for the leader, so that whoever appended reads what
 * he wrote. Appends carry credentials of their own on purpose: it makes the client use one call for
 * each, with a deadline. Without them it sends all appends of the process through shared streams, where
 * the break of one connection rejects the appends of all others, and a late answer ends the process.
 */
export class Connection {
  readonly client: EventStoreDBClient;
  readonly newest = new NewestSeen();
  readonly perCall: { readonly credentials: Credentials; readonly requiresLeader: true };

  /** @throws StoreFault `store-refused` where the text is no connection string */
  constructor(connectionString: string) {
    const text = connectionString.replace(/^kurrentdb(?=[+:])/, 'esdb');
    try {
      this.client = EventStoreDBClient.connectionString(text);
    } catch (error) {
      throw refused(error instanceof Error ? error.message : String(error), error);
    }
    this.perCall = { credentials: credentialsIn(text), requiresLeader: true };
  }

  /**
   * Runs one call. A member that does not lead has done nothing and names the leader: ask there once.
   * @throws StoreFault
   */
  async call<T>(run: () => Promise<T>): Promise<T> {
    try {
      return await run().catch(async (error: unknown) => {
        if (!isNotLeader(error)) throw error;
        await pause(RECONNECT_MS);
        return run();
      });
    } catch (error) {
      const fault = faultOf(error);
      if (isStoreFault(fault, 'store-unavailable')) this.newest.forget();
      throw fault;
    }
  }

  async close(): Promise<void> {
    await this.client.dispose();
  }
}

function credentialsIn(connectionString: string): Credentials {
  const [, username, password] = USER.exec(connectionString) ?? [];
  if (username !== undefined && password !== undefined) {
    return { username: decodeURIComponent(username), password: decodeURIComponent(password) };
  }
  if (/[?&]tls=false\b/i.test(connectionString)) return NOBODY;
  throw refused('a log server with TLS needs a user: esdb://user:password@host:port');
}

function refused(reason: string, cause?: unknown): StoreFault {
  return new StoreFault({ code: 'store-refused', reason }, { cause });
}
