import { instantFromMs, type Instant } from '../kernel/instant.ts';

let lastMs = Number.NaN;
let lastInstant: Instant;

/**
 * The machine's clock; everything else is handed its time. The text of a millisecond is made once:
 * under load many commands fall into one.
 */
export function wallClock(): Instant {
  const ms = Date.now();
  if (ms !== lastMs) {
    lastMs = ms;
    lastInstant = instantFromMs(ms);
  }
  return lastInstant;
}
