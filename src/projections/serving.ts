import { ReadModelFault } from './faults.ts';
import type { Generation } from './storage/port.ts';

interface Served {
  readonly generation: Generation;
  readers: number;
  /** Called when nobody reads it any more, once another generation serves. */
  onIdle?: () => void;
}

/** The generation that people are shown, and who is reading it right now. */
export class Serving {
  readonly #place: string;
  #served: Served | undefined;

  constructor(place: string) {
    this.#place = place;
  }

  get generation(): Generation | undefined {
    return this.#served?.generation;
  }

  /**
   * Asks the generation that serves now; it is kept until the answer is there.
   * @throws ReadModelFault `read-models-rebuilding` where none can serve yet
   */
  async read<Answer>(ask: (generation: Generation) => Promise<Answer>): Promise<Answer> {
    const served = this.#served;
    if (!served) throw new ReadModelFault({ code: 'read-models-rebuilding', place: this.#place });
    served.readers += 1;
    try {
      return await ask(served.generation);
    } finally {
      served.readers -= 1;
      if (served.readers === 0) served.onIdle?.();
    }
  }

  /** From now on this one is read; resolves when nobody reads the one before. */
  async switchTo(generation: Generation | undefined): Promise<void> {
    const before = this.#served;
    this.#served = generation && { generation, readers: 0 };
    if (!before || before.readers === 0) return;
    await new Promise<void>((resolve) => {
      before.onIdle = resolve;
    });
  }
}
