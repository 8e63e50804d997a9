import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromMs, type Instant } from '../../../../src/kernel/instant.ts';
import {
  afterOfficeMinutes,
  nextMorning,
  workingDaysBefore,
} from '../../../../src/server/demo/office-hours.ts';

const at = (text: string) => Temporal.Instant.from(`${text}+08:00`).toString() as Instant;
const there = (instant: Instant) =>
  Temporal.Instant.from(instant)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

const instants = integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) }).map(
  instantFromMs,
);

describe('Office time', () => {
  it('goes on after lunch where it stopped before', () => {
    expect(there(afterOfficeMinutes(at('2026-11-20T11:50:00'), 30))).toBe('2026-11-20T13:50');
  });

  it('goes from Friday evening to Monday morning', () => {
    expect(there(afterOfficeMinutes(at('2026-11-20T16:45:00'), 30))).toBe('2026-11-23T09:15');
  });

  it('begins in the morning for what comes in the night', () => {
    expect(there(afterOfficeMinutes(at('2026-11-24T03:00:00'), 10))).toBe('2026-11-24T09:10');
  });

  it('knows the next morning and the working days before', () => {
    expect(there(nextMorning(at('2026-11-20T10:00:00')))).toBe('2026-11-23T09:00');
    expect(there(nextMorning(at('2026-11-24T07:00:00')))).toBe('2026-11-24T09:00');
    expect(there(workingDaysBefore(at('2026-11-22T11:00:00'), 1))).toBe('2026-11-20T09:00');
    expect(there(workingDaysBefore(at('2026-11-24T11:00:00'), 2))).toBe('2026-11-20T09:00');
  });

  it('never ends outside office hours, and never before it began', () => {
    assert(
      property(instants, integer({ min: 0, max: 5_000 }), (begun, minutes) => {
        const ended = afterOfficeMinutes(begun, minutes);
        expect(ended >= begun).toBe(true);
        const { dayOfWeek, hour, minute } =
          Temporal.Instant.from(ended).toZonedDateTimeISO('Asia/Shanghai');
        const time = hour * 60 + minute;
        expect(dayOfWeek).toBeLessThanOrEqual(5);
        expect((time >= 540 && time <= 720) || (time >= 810 && time <= 1_020)).toBe(true);
      }),
    );
  });

  it('adds up: two spells one after the other are the same as both at once', () => {
    const minutes = integer({ min: 0, max: 2_000 });
    assert(
      property(instants, minutes, minutes, (begun, first, second) => {
        const twice = afterOfficeMinutes(afterOfficeMinutes(begun, first), second);
        expect(twice).toBe(afterOfficeMinutes(begun, first + second));
      }),
    );
  });
});
