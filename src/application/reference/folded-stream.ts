import type { Codec } from '../../codec/codec.ts';
import type { AnyEvent, Metadata, Recorded } from '../../codec/envelope.ts';
import { isStoreFault } from '../../eventstore/faults.ts';
import type { EventStore, Position, Revision, StreamName } from '../../eventstore/port.ts';
import type { RequestId, Sha256 } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { eventId } from '../event-id.ts';
import type { ApplicationRefusal } from '../refusals.ts';
import { SerialQueue } from '../serial-queue.ts';

const ATTEMPTS_MOST = 8;

/** How the events of one reference stream add up. */
export interface Folding<State, Event extends AnyEvent> {
  readonly stream: StreamName;
  readonly initial: State;
  evolve(state: State, events: readonly Event[]): State;
}

export interface FoldedStreamParts {
  readonly store: EventStore;
  readonly codec: Codec;
}

/** One decision on a reference stream: who, under which request, and the decider itself. */
export interface ReferenceDecision<State, Event extends AnyEvent, Refused> {
  readonly metadata: Metadata;
  decide(state: State, revision: Revision | 'none'): Result<readonly Event[], Refused>;
}

export interface ReferenceOutcome {
  readonly position: Position | undefined;
  readonly repeated: boolean;
}

/**
 * Reference data that every decision looks at (organisation, catalogue): one short stream, kept
 * folded in memory, caught up on demand, written with its exact revision.
 */
export class FoldedStream<State, Event extends AnyEvent> {
  readonly #folding: Folding<State, Event>;
  readonly #parts: FoldedStreamParts;
  readonly #queue = new SerialQueue();
  readonly #requests = new Map<RequestId, { hash: Sha256; position: Position }>();
  #state: State;
  #revision: Revision | 'none' = 'none';

  constructor(folding: Folding<State, Event>, parts: FoldedStreamParts) {
    this.#folding = folding;
    this.#parts = parts;
    this.#state = folding.initial;
  }

  get state(): State {
    return this.#state;
  }

  get revision(): Revision | 'none' {
    return this.#revision;
  }

  /** Takes in what others wrote since. */
  refresh(): Promise<void> {
    return this.#queue.run(this.#folding.stream, () => this.#catchUp());
  }

  /** Decides and writes, once per request id. */
  apply<Refused>(
    decision: ReferenceDecision<State, Event, Refused>,
  ): Promise<Result<ReferenceOutcome, Refused | ApplicationRefusal>> {
    return this.#queue.run(this.#folding.stream, () => this.#attempt(decision));
  }

  async #attempt<Refused>(
    decision: ReferenceDecision<State, Event, Refused>,
  ): Promise<Result<ReferenceOutcome, Refused | ApplicationRefusal>> {
    const { requestId, commandHash } = decision.metadata;
    for (let attempt = 0; attempt < ATTEMPTS_MOST; attempt += 1) {
      const past = this.#requests.get(requestId);
      if (past !== undefined) {
        return past.hash === commandHash
          ? ok({ position: past.position, repeated: true })
          : refuse({ code: 'request-id-reused', facts: { requestId } });
      }
      const decided = decision.decide(this.#state, this.#revision);
      if (!decided.ok) return decided;
      if (decided.value.length === 0) return ok({ position: undefined, repeated: false });
      const position = await this.#write(decided.value, decision.metadata);
      await this.#catchUp();
      if (position !== 'conflict') return ok({ position, repeated: false });
    }
    const facts = { stream: this.#folding.stream, attempts: ATTEMPTS_MOST };
    return refuse({ code: 'too-much-contention', facts });
  }

  async #write(events: readonly Event[], metadata: Metadata): Promise<Position | 'conflict'> {
    const { store, codec } = this.#parts;
    const records = events.map((event, index) =>
      codec.encode(event, metadata, eventId(metadata.requestId, index)),
    );
    try {
      return (await store.append(this.#folding.stream, this.#revision, records)).position;
    } catch (error) {
      if (isStoreFault(error, 'stream-conflict')) return 'conflict';
      throw error;
    }
  }

  async #catchUp(): Promise<void> {
    const from = (this.#revision === 'none' ? 0 : this.#revision + 1) as Revision;
    for await (const page of this.#parts.store.readStream(this.#folding.stream, { from })) {
      this.#take(page.map((record) => this.#parts.codec.decode(record)));
    }
  }

  #take(page: readonly Recorded[]): void {
    // Only this class writes to the stream, so it holds events of this kind alone.
    const events = page.map((recorded) => recorded.event as Event);
    this.#state = this.#folding.evolve(this.#state, events);
    for (const { revision, position, metadata } of page) {
      this.#revision = revision;
      this.#requests.set(metadata.requestId, { hash: metadata.commandHash, position });
    }
  }
}
