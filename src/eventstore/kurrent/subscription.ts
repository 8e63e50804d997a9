import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';

import type { AllStreamSubscription } from '@eventstore/db-client';

import { isStoreFault } from '../faults.ts';
import type { Position, StoredRecord, SubscribeOptions } from '../port.ts';
import type { Connection } from './connection.ts';
import { faultOf } from './kurrent-faults.ts';
import { logPositionOf } from './log-position.ts';
import { isOfTheServer, recordOf } from './recorded.ts';

const BATCH_MOST_DEFAULT = 1_000;
const RECONNECT_AFTER_MS = 200;

/**
 * Follows the whole log. The server catches up and goes live by itself without a hole; after a break
 * the subscription begins anew right after the last record that was delivered.
 * @throws StoreFault what is not retryable, `store-refused` for example
 */
export async function* followServer(
  connection: Connection,
  options: SubscribeOptions,
  closing: AbortSignal,
): AsyncGenerator<readonly StoredRecord[], void, undefined> {
  const stop = AbortSignal.any([options.signal, closing]);
  const { batchMost = BATCH_MOST_DEFAULT } = options;
  let after = options.after;
  while (!stop.aborted) {
    try {
      for await (const batch of oneConnection(connection, { after, batchMost, stop })) {
        after = batch.at(-1)?.position ?? after;
        connection.newest.saw(after);
        yield batch;
      }
    } catch (error) {
      const fault = faultOf(error);
      if (stop.aborted) return;
      if (!isStoreFault(fault, 'store-unavailable')) throw fault;
      connection.newest.forget();
    }
    await pause(RECONNECT_AFTER_MS, undefined, { signal: stop }).catch(() => undefined);
  }
}

interface Following {
  readonly after: Position | undefined;
  readonly batchMost: number;
  readonly stop: AbortSignal;
}

/** Yields what has arrived, as long as the connection holds. */
async function* oneConnection(
  { client, perCall: { credentials } }: Connection,
  { after, batchMost, stop }: Following,
): AsyncGenerator<readonly StoredRecord[], void, undefined> {
  const fromPosition = after === undefined ? 'start' : logPositionOf(after);
  const subscription = client.subscribeToAll(
    { fromPosition, credentials },
    { highWaterMark: Math.min(batchMost, BATCH_MOST_DEFAULT) },
  );
  let broken: unknown;
  subscription.on('error', (error: unknown) => (broken ??= error));
  try {
    while (!stop.aborted) {
      const batch = arrived(subscription, batchMost);
      if (batch.length > 0) yield batch;
      else if (broken !== undefined) throw broken;
      else if (subscription.readableEnded || subscription.destroyed) return;
      else await news(subscription, stop);
    }
  } finally {
    subscription.unsubscribe().catch(() => undefined);
    subscription.destroy();
  }
}

function arrived(subscription: AllStreamSubscription, most: number): readonly StoredRecord[] {
  const records: StoredRecord[] = [];
  while (records.length < most) {
    const resolved = subscription.read();
    if (resolved === null) break;
    if (resolved.event !== undefined && !isOfTheServer(resolved.event)) {
      records.push(recordOf(resolved.event));
    }
  }
  return records;
}

/** Resolves when something arrived, the connection broke or ended, or `stop` is aborted. */
async function news(subscription: AllStreamSubscription, stop: AbortSignal): Promise<void> {
  const heard = new AbortController();
  const signal = AbortSignal.any([stop, heard.signal]);
  const events = ['readable', 'end', 'close'].map((name) => once(subscription, name, { signal }));
  await Promise.race(events).catch(() => undefined);
  heard.abort();
  await Promise.allSettled(events);
}
