import type { Instant } from '../../kernel/instant.ts';
import type { AppendRequest } from '../append-rule.ts';
import { isStoreFault, StoreFault } from '../faults.ts';
import type { Appended } from '../port.ts';
import type { Database } from './database.ts';
import type { EventLog } from './event-log.ts';

interface Waiting {
  readonly request: AppendRequest;
  readonly resolve: (appended: Appended) => void;
  readonly reject: (fault: unknown) => void;
}

type Outcome = { readonly appended: Appended } | { readonly fault: StoreFault };

export interface GroupCommitOptions {
  readonly database: Database;
  readonly log: EventLog;
  readonly now: () => Instant;
  /** Called after each commit that made the log longer. */
  readonly onGrown: () => void;
}

/**
 * One transaction, and so one fsync, for all appends that arrive in the same turn of the event loop.
 * Each is decided by itself inside the transaction: one that conflicts leaves the others alone.
 * Nobody is answered before the commit.
 *
 * The commit runs in `setImmediate`: by then whatever this turn's input and promises led to has been
 * handed in. A microtask splits a group whose commands await a different number of times (measured at
 * 64 in flight: half the rate, 22 µs CPU an append instead of 15); `nextTick` is as fast, but lets
 * appends that follow each other starve input and timers. Alone in flight all three are alike, the
 * fsync being a hundred times longer than a turn.
 */
export class GroupCommit {
  readonly #options: GroupCommitOptions;
  #waiting: Waiting[] = [];
  #closed = false;

  constructor(options: GroupCommitOptions) {
    this.#options = options;
  }

  append(request: AppendRequest): Promise<Appended> {
    if (this.#closed) return Promise.reject(new StoreFault({ code: 'store-closed' }));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  /** Commits what was accepted and takes no more. */
  close(): void {
    this.#closed = true;
    this.#flush();
  }

  #flush(): void {
    const group = this.#waiting;
    if (group.length === 0) return;
    this.#waiting = [];
    this.#settle(group);
    this.#options.onGrown();
  }

  /** If the transaction as a whole fails, each is tried alone: one may be too large, not all. */
  #settle(group: readonly Waiting[]): void {
    let outcomes: readonly Outcome[];
    try {
      outcomes = this.#commit(group);
    } catch (error) {
      const [only, ...others] = group;
      if (others.length > 0) for (const one of group) this.#settle([one]);
      else only?.reject(error);
      return;
    }
    for (const [index, { resolve, reject }] of group.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined && 'appended' in outcome) resolve(outcome.appended);
      else reject(outcome?.fault);
    }
  }

  #commit(group: readonly Waiting[]): readonly Outcome[] {
    const { database, log, now } = this.#options;
    const recordedMs = Date.parse(now());
    try {
      const outcomes = database.guard(() =>
        database.transact(() => {
          log.begin();
          return group.map(({ request }) => attempt(log, request, recordedMs));
        }),
      );
      log.committed();
      return outcomes;
    } catch (error) {
      log.rolledBack();
      throw error;
    }
  }
}

function attempt(log: EventLog, request: AppendRequest, recordedMs: number): Outcome {
  try {
    return { appended: log.append(request, recordedMs) };
  } catch (error) {
    if (isStoreFault(error)) return { fault: error };
    throw error;
  }
}
