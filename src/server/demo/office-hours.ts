import type { Instant } from '../../kernel/instant.ts';

const ZONE = 'Asia/Shanghai';
/** Minutes of the day, 9:00 to 12:00 and 13:30 to 17:00. */
const SPELLS = [
  { opens: 540, closes: 720 },
  { opens: 810, closes: 1020 },
] as const;
const SATURDAY = 6;

/** The moment that many minutes of office time later; weekends and nights do not count. */
export function afterOfficeMinutes(instant: Instant, minutes: number): Instant {
  let at = there(instant);
  let left = minutes;
  for (;;) {
    const minute = minuteOf(at);
    const spell = at.dayOfWeek < SATURDAY && SPELLS.find(({ closes }) => minute < closes);
    if (spell === undefined || spell === false) {
      at = at.toPlainDate().add({ days: 1 }).toZonedDateTime(ZONE);
      continue;
    }
    const wait = Math.max(spell.opens - minute, 0);
    const rest = spell.closes - minute - wait;
    if (left < rest) return written(at.add({ minutes: wait + left }));
    left -= rest;
    at = at.add({ minutes: wait + rest });
  }
}

/** Nine o'clock of the next morning on which the office opens, today's where it has not opened yet. */
export function nextMorning(instant: Instant): Instant {
  const day = there(instant);
  const tomorrow = day.toPlainDate().add({ days: minuteOf(day) < SPELLS[0].opens ? 0 : 1 });
  return afterOfficeMinutes(written(tomorrow.toZonedDateTime(ZONE)), 0);
}

/** Nine o'clock of the working day that many working days before; weekends alone are taken out. */
export function workingDaysBefore(instant: Instant, days: number): Instant {
  let day = there(instant).toPlainDate();
  for (let left = days; left > 0; left -= day.dayOfWeek < SATURDAY ? 1 : 0) {
    day = day.subtract({ days: 1 });
  }
  return afterOfficeMinutes(written(day.toZonedDateTime(ZONE)), 0);
}

function there(instant: Instant): Temporal.ZonedDateTime {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE);
}

function minuteOf({ hour, minute }: Temporal.ZonedDateTime): number {
  return hour * 60 + minute;
}

function written(at: Temporal.ZonedDateTime): Instant {
  return at.toInstant().toString({ fractionalSecondDigits: 3 }) as Instant;
}
