import type { Position, StoredRecord, StreamName } from '../../eventstore/port.ts';
import type { DossierNumber } from '../../kernel/ids.ts';
import type { ApiContext } from '../context.ts';
import { isOpenTo } from '../reading/read-dossier.ts';
import { queryRefused } from '../refuse-query.ts';
import type { DossierChange } from '../views/changes.ts';
import type { Pushes } from './pushes.ts';
import { pushesTo } from './subscription.ts';

interface Followed {
  readonly number: DossierNumber;
  readonly stream: StreamName;
  /** What the reader has seen already; everything up to now when absent. */
  readonly position: Position | undefined;
}

/**
 * Every event of a dossier after a position, then as they are committed, each once. Authority is
 * asked anew before each push: who loses it hears NOT_FOUND and nothing more.
 * @throws GraphQLError NOT_FOUND where the viewer may not read the dossier
 */
export async function dossierChanges(
  followed: Followed,
  context: ApiContext,
): Promise<Pushes<DossierChange>> {
  const { feed, dossiers, replay } = context;
  const { number, stream, position } = followed;
  if (!(await isReadable(followed, context))) throw queryRefused('NOT_FOUND');
  let stop = (): void => undefined;
  const pushes = pushesTo<DossierChange>(context, () => stop());
  const pusher = new Pusher(followed, context, pushes);
  stop = await feed.listen(
    (records) => pusher.take(records.filter((record) => record.stream === stream)),
    (error) => pushes.end(error === undefined ? {} : { error }),
  );
  if (pushes.isEnded) stop();
  // From here on nothing is missed; what was committed before is read from the stream.
  const seen = position ?? (await dossiers.load(number)).position;
  const missed: StoredRecord[] = [];
  for await (const page of replay.store.readStream(stream)) missed.push(...page);
  pusher.begin(seen, missed);
  return pushes;
}

/** Puts what was missed before what comes live, drops what came twice, and asks authority. */
class Pusher {
  readonly #followed: Followed;
  readonly #context: ApiContext;
  readonly #pushes: Pushes<DossierChange>;
  readonly #early: StoredRecord[] = [];
  #hasBegun = false;
  #seen: Position | undefined;
  #last: Promise<void> = Promise.resolve();

  constructor(followed: Followed, context: ApiContext, pushes: Pushes<DossierChange>) {
    this.#followed = followed;
    this.#context = context;
    this.#pushes = pushes;
  }

  take(records: readonly StoredRecord[]): void {
    if (records.length === 0) return;
    if (this.#hasBegun) this.#last = this.#last.then(() => this.#push(records));
    else this.#early.push(...records);
  }

  begin(seen: Position | undefined, missed: readonly StoredRecord[]): void {
    this.#seen = seen;
    this.#hasBegun = true;
    this.take([...missed, ...this.#early]);
  }

  async #push(records: readonly StoredRecord[]): Promise<void> {
    try {
      const fresh = records.filter(({ position }) => this.#isNew(position));
      if (fresh.length === 0) return;
      if (await isReadable(this.#followed, this.#context)) this.#pushAll(fresh);
      else this.#pushes.end({ error: queryRefused('NOT_FOUND') });
    } catch (error) {
      this.#pushes.end({ error });
    }
  }

  #pushAll(records: readonly StoredRecord[]): void {
    for (const { position, revision, type, recordedAt } of records) {
      if (!this.#isNew(position)) continue;
      this.#seen = position;
      const { number: dossier } = this.#followed;
      this.#pushes.push({ dossier, position, revision, type, recordedAt });
    }
  }

  #isNew(position: Position): boolean {
    return this.#seen === undefined || position > this.#seen;
  }
}

async function isReadable({ number }: Followed, context: ApiContext): Promise<boolean> {
  const { state } = await context.dossiers.load(number);
  return isOpenTo(state, context);
}
