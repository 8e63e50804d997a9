import type { ApiContext } from '../context.ts';
import { queryRefused } from '../refuse-query.ts';
import { Pushes } from './pushes.ts';

/** The longest time that a timer of the runtime can wait. */
const TIMER_MOST_MS = 2_147_483_647;

/**
 * Pushes to one viewer, which end with the viewer's token and with the connection.
 * @param onEnd called once, however they end
 */
export function pushesTo<Value>(
  { viewer, now, gone }: ApiContext,
  onEnd: () => void,
): Pushes<Value> {
  const leftMs = (viewer?.expiresAtMs ?? 0) - Date.parse(now());
  const leave = (): void => pushes.end();
  const pushes = new Pushes<Value>(
    () => {
      clearTimeout(timer);
      gone.removeEventListener('abort', leave);
      onEnd();
    },
    () => queryRefused('TOO_SLOW'),
  );
  const timer = setTimeout(
    () => pushes.end({ error: queryRefused('UNAUTHENTICATED') }),
    Math.min(Math.max(leftMs, 0), TIMER_MOST_MS),
  ).unref();
  gone.addEventListener('abort', leave);
  if (gone.aborted) leave();
  return pushes;
}
