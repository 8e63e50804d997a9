/**
 * Runs tasks of the same key one after the other and tasks of different keys at once. Within one
 * process this spares the commands on one dossier from conflicting with each other; between
 * processes the store's expected revision does that.
 */
export class SerialQueue {
  readonly #tails = new Map<string, Promise<unknown>>();

  run<Value>(key: string, task: () => Promise<Value>): Promise<Value> {
    const before = this.#tails.get(key);
    const mine = before === undefined ? task() : before.then(task, task);
    this.#tails.set(key, mine);
    const leave = (): void => {
      if (this.#tails.get(key) === mine) this.#tails.delete(key);
    };
    mine.then(leave, leave);
    return mine;
  }
}
