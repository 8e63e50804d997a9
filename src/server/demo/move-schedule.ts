import { hash } from 'node:crypto';
import type { Instant } from '../../kernel/instant.ts';
import { afterOfficeMinutes, nextMorning } from './office-hours.ts';
import type { Deed, Move } from './playing/move.ts';

/** Shortest and longest time that somebody takes over it, in minutes of office time. */
const MINUTES: Readonly<Partial<Record<Deed['type'], readonly [number, number]>>> = {
  AttachMaterial: [2, 40],
  // On the morning of the application: the days for corrections are natural days.
  NoteCorrections: [10, 60],
  AcceptApplication: [15, 60],
  SubmitApplication: [5, 45],
  AdvisePreReview: [90, 600],
  SupplyCorrections: [20, 60],
  GiveOpinion: [200, 1_200],
  HandleItem: [150, 900],
  ReviewItem: [60, 400],
  ApproveItem: [30, 300],
  RejectItem: [120, 400],
  RecordSuperiorAnswer: [600, 1_200],
  RecordMilestone: [800, 2_000],
};
const ORDINARY = [15, 90] as const;

/** When demo people get round to what they can do: each takes their time, all at once. */
export class MoveSchedule {
  #at: Instant;
  readonly #pace: number;
  readonly #due = new Map<string, Instant>();

  /** @param pace factor on every time */
  constructor(from: Instant, pace: number) {
    this.#at = from;
    this.#pace = pace;
  }

  /** When the last move was made. */
  get at(): Instant {
    return this.#at;
  }

  /** The move that is due first, of those that are possible now; time goes on to it. */
  next(possible: readonly Move[]): { readonly key: string; readonly at: Instant } | undefined {
    let first: { readonly key: string; readonly at: Instant } | undefined;
    for (const { key, deed } of possible) {
      const at = this.#due.get(key) ?? this.#planned(key, deed.type);
      this.#due.set(key, at);
      if (first === undefined || at < first.at) first = { key, at };
    }
    if (first) this.#at = first.at;
    return first;
  }

  #planned(key: string, type: Deed['type']): Instant {
    const [least, most] = MINUTES[type] ?? ORDINARY;
    const minutes = Math.round((least + (most - least) * shareOf(key)) * this.#pace);
    const from = type === 'SubmitApplication' ? nextMorning(this.#at) : this.#at;
    return afterOfficeMinutes(from, minutes);
  }
}

/** A number from 0 to 1 that is always the same for the same move. */
function shareOf(key: string): number {
  return Number.parseInt(hash('sha256', key, 'hex').slice(0, 4), 16) / 0xff_ff;
}
