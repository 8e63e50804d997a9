import type {
  DossierOutcome,
  DossierRequest,
} from '../../src/application/dossiers/dossier-request.ts';
import type { Refusal } from '../../src/application/refusals.ts';
import { isStoreFault } from '../../src/eventstore/faults.ts';
import type { Position } from '../../src/eventstore/port.ts';
import type { DossierNumber } from '../../src/kernel/ids.ts';
import { invariant } from '../../src/kernel/invariant.ts';
import type { Result } from '../../src/kernel/result.ts';
import type { City } from './city.ts';

type Answer = Result<DossierOutcome, Refusal>;

/** A request that was answered, and the furthest position anybody had heard of when it was sent. */
export interface Asked {
  readonly dossier: DossierNumber;
  readonly request: DossierRequest;
  readonly answer: Answer;
  readonly heardBefore: Position | undefined;
}

/** Those who send requests and remember what they were told. */
export class Clients {
  readonly asked: Asked[] = [];
  readonly #city: City;
  #heard: Position | undefined;

  constructor(city: City) {
    this.#city = city;
  }

  /** Asks until there is an answer, each time whichever process is reached. */
  async ask(dossier: DossierNumber, request: DossierRequest): Promise<Answer> {
    const heardBefore = this.#heard;
    const answer = await this.#insist(dossier, request);
    this.asked.push({ dossier, request, answer, heardBefore });
    if (answer.ok && (this.#heard === undefined || answer.value.position > this.#heard)) {
      this.#heard = answer.value.position;
    }
    return answer;
  }

  /** Asks something once more, as it was or with other content, and compares the answers. */
  async askAgain(): Promise<void> {
    const { random } = this.#city;
    const { dossier, request, answer } = random.oneOf(this.asked);
    // A refusal is not remembered, and what changed nothing left no trace to be recognised by.
    if (!answer.ok || !(await this.#isInTheLog(dossier, request))) return;
    const again = await this.#insist(dossier, request);
    const isSame =
      again.ok &&
      again.value.repeated &&
      again.value.position === answer.value.position &&
      again.value.revision === answer.value.revision;
    invariant(isSame, `${JSON.stringify([request, answer])} became ${JSON.stringify(again)}`);
    const other = { ...request, occurredAt: '2026-03-01T00:00:00.000Z' as never };
    const refused = await this.#insist(dossier, other);
    invariant(
      !refused.ok && refused.error.code === 'request-id-reused',
      `${JSON.stringify(other)} was answered with ${JSON.stringify(refused)}`,
    );
  }

  async #insist(dossier: DossierNumber, request: DossierRequest): Promise<Answer> {
    for (;;) {
      try {
        return await this.#city.process().dossiers.handle(dossier, request);
      } catch (error) {
        if (!isStoreFault(error, 'store-unavailable')) throw error;
      }
    }
  }

  async #isInTheLog(dossier: DossierNumber, { requestId }: DossierRequest): Promise<boolean> {
    const { store } = this.#city.ground;
    for await (const page of store.readStream(`dossier-${dossier}` as never)) {
      if (page.some(({ metadata }) => metadata.includes(`"${requestId}"`))) return true;
    }
    return false;
  }
}
