import { isReadModelFault } from '../faults.ts';
import type { ReadModel } from '../read-model.ts';
import type { Generation, GenerationRecord, ReadStorage } from '../storage/port.ts';

/** The generations of a storage, seen from the models that this program fills. */
export class GenerationStock {
  readonly #storage: ReadStorage;
  readonly #versions: string;

  constructor(storage: ReadStorage, models: readonly ReadModel[]) {
    this.#storage = storage;
    this.#versions = models.map(({ name, version }) => `${name}@${version}`).join(' ');
  }

  /** Whether these very models filled it. */
  async isCurrent({ number }: Generation): Promise<boolean> {
    const records = await this.#storage.generations();
    return records.some((record) => record.number === number && this.#isOurs(record));
  }

  /** One that an earlier run began to fill and did not finish, where it can still be used. */
  async unfinished(): Promise<Generation | undefined> {
    const records = await this.#storage.generations();
    const found = records.findLast((record) => !record.serving && this.#isOurs(record));
    if (!found) return undefined;
    try {
      return await this.#storage.open(found);
    } catch (error) {
      if (!isReadModelFault(error, 'read-models-unusable')) throw error;
      await this.#storage.drop(found.number);
      return undefined;
    }
  }

  create(): Promise<Generation> {
    return this.#storage.create(this.#versions);
  }

  /** Makes this one serve, for whoever opens the storage. */
  serve({ number }: Generation): Promise<void> {
    return this.#storage.serve(number);
  }

  async discard(generation: Generation): Promise<void> {
    await generation.close();
    await this.#storage.drop(generation.number);
  }

  /** Takes all away but the one that serves. */
  async dropOthers({ number: kept }: Generation): Promise<void> {
    for (const { number } of await this.#storage.generations()) {
      if (number !== kept) await this.#storage.drop(number);
    }
  }

  #isOurs({ versions, shape }: GenerationRecord): boolean {
    return versions === this.#versions && shape === this.#storage.shape;
  }
}
