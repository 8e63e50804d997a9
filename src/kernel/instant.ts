import type { Brand } from './brand.ts';

/**
 * A moment in UTC as `YYYY-MM-DDTHH:mm:ss.sssZ`, always with milliseconds, so that plain string
 * comparison orders instants.
 */
export type Instant = Brand<string, 'Instant'>;

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai, where every office of this system sits. */
export type Day = Brand<string, 'Day'>;

const INSTANT_SHAPE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const DAY_SHAPE = /^\d{4}-\d\d-\d\d$/;
const OFFICE_ZONE = 'Asia/Shanghai';

export function isInstant(text: string): text is Instant {
  return INSTANT_SHAPE.test(text) && instantFrom(text) === text;
}

/** Reads any ISO 8601 instant with an offset; `undefined` where the text is none. */
export function instantFrom(text: string): Instant | undefined {
  try {
    return Temporal.Instant.from(text).toString({ fractionalSecondDigits: 3 }) as Instant;
  } catch {
    return undefined;
  }
}

export function instantFromMs(epochMs: number): Instant {
  return Temporal.Instant.fromEpochMilliseconds(epochMs).toString({
    fractionalSecondDigits: 3,
  }) as Instant;
}

export function isDay(text: string): text is Day {
  if (!DAY_SHAPE.test(text)) return false;
  try {
    Temporal.PlainDate.from(text, { overflow: 'reject' });
    return true;
  } catch {
    return false;
  }
}

/** The office's calendar day in which the instant falls. */
export function dayOf(instant: Instant): Day {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(OFFICE_ZONE)
    .toPlainDate()
    .toString() as Day;
}

/** Natural days later; working days are the calendar's business. */
export function addDays(day: Day, days: number): Day {
  return Temporal.PlainDate.from(day).add({ days }).toString() as Day;
}

/** From the one to the other; negative where the other is earlier. */
export function millisecondsBetween(from: Instant, to: Instant): number {
  if (from === to) return 0;
  return (
    Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds
  );
}
