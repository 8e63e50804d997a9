import type { Position } from '../port.ts';

/**
 * The newest place of the log that was seen here. What is written from now on stands after it, so an
 * append that is answered with a place at or before it had been written earlier. After a break nothing
 * is known until the end of the log was looked at again.
 */
export class NewestSeen {
  #at: Position | undefined;

  async at(lookAtEnd: () => Promise<Position>): Promise<Position> {
    if (this.#at !== undefined) return this.#at;
    const end = await lookAtEnd();
    this.#at ??= end;
    return end;
  }

  saw(position: Position | undefined): void {
    if (this.#at === undefined || position === undefined) return;
    if (position > this.#at) this.#at = position;
  }

  forget(): void {
    this.#at = undefined;
  }
}
