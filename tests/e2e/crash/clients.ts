import { setTimeout as pause } from 'node:timers/promises';

import type { PersonId } from '../../../src/kernel/ids.ts';
import type { Random } from '../../support/seeded-random.ts';
import { Course, type Errand } from './courses.ts';
import { NeverServed } from './serving-process.ts';

const DOSSIERS_AT_ONCE = 16;
const ANSWER_MOST_MS = 20_000;

/** What the server told a client: the command is carried out, here. */
export interface Acknowledged {
  readonly errand: Errand;
  readonly position: string;
  readonly repeated: boolean;
  /** How often it was sent. */
  readonly tries: number;
}

export interface ClientsParts {
  readonly random: Random;
  /** Where the server is now; waits while there is none. */
  readonly url: () => Promise<string>;
  readonly tokenFor: (person: PersonId) => Promise<string>;
}

/** Many clients who carry joint approvals through, each asking again until it is answered. */
export class Clients {
  readonly acknowledged: Acknowledged[] = [];
  readonly #parts: ClientsParts;
  readonly #ready: { readonly course: Course; readonly errand: Errand }[] = [];
  readonly #tokens = new Map<PersonId, Promise<string>>();
  #courses = 0;
  #inHand = 0;
  #isOver = false;

  constructor(parts: ClientsParts) {
    this.#parts = parts;
  }

  /** Works until `finish`, then ends what is in hand. */
  async work(clients: number): Promise<void> {
    try {
      await Promise.all(Array.from({ length: clients }, () => this.#workAlone()));
    } finally {
      this.#isOver = true;
    }
  }

  isOver(): boolean {
    return this.#isOver;
  }

  finish(): void {
    this.#isOver = true;
  }

  /** Sends a request until there is an answer, whatever happens to the line or to the server. */
  async insist(errand: Errand): Promise<Acknowledged> {
    for (let tries = 1; ; tries += 1) {
      const answer = await this.#send(errand).catch(lineBroken);
      if (answer !== undefined) return { errand, ...answer, tries };
      await pause(5);
    }
  }

  async #workAlone(): Promise<void> {
    while (!this.#isOver) {
      const taken = this.#take();
      if (taken === undefined) {
        await pause(1);
        continue;
      }
      this.acknowledged.push(await this.insist(taken.errand));
      const { course } = taken;
      const next = course.after(taken.errand);
      this.#ready.push(...next.map((errand) => ({ course, errand })));
      if (course.isOver()) this.#inHand -= 1;
    }
  }

  /** Something that is ready, or else a new dossier. */
  #take() {
    const index = this.#parts.random.below(this.#ready.length + 1);
    const [found] = this.#ready.splice(index, 1);
    if (found !== undefined) return found;
    if (this.#inHand >= DOSSIERS_AT_ONCE) return this.#ready.pop();
    this.#inHand += 1;
    this.#courses += 1;
    const course = new Course(`dossier-${this.#courses}`);
    return { course, errand: course.first() };
  }

  async #send(
    errand: Errand,
  ): Promise<{ readonly position: string; readonly repeated: boolean } | undefined> {
    const { command } = errand;
    const response = await fetch(`${await this.#parts.url()}/graphql`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await this.#tokenOf(command.actor.person)}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(mutationOf(errand)),
      signal: AbortSignal.timeout(ANSWER_MOST_MS),
    });
    const { data, errors } = (await response.json()) as Answer;
    const result = data && Object.values(data)[0];
    if (result?.position !== undefined) return result;
    // A fault that may pass says so; everything else must never be heard.
    if (errors?.every(({ extensions }) => extensions?.retryable === true)) return undefined;
    throw new Error(`${errand.requestId}: ${response.status} ${JSON.stringify({ data, errors })}`);
  }

  #tokenOf(person: PersonId): Promise<string> {
    const known = this.#tokens.get(person) ?? this.#parts.tokenFor(person);
    this.#tokens.set(person, known);
    return known;
  }
}

interface Answer {
  readonly data?: Readonly<Record<string, { position: string; repeated: boolean }>> | null;
  readonly errors?: readonly { readonly extensions?: { readonly retryable?: boolean } }[];
}

/** What `fetch` throws of a broken line and of half an answer. */
const BROKEN = [TypeError, SyntaxError, NeverServed];

/** The line broke, or the server died: nobody knows whether the command was carried out. */
function lineBroken(error: unknown): undefined {
  if (BROKEN.some((Kind) => error instanceof Kind)) return undefined;
  throw error;
}

function mutationOf({ requestId, dossier, command }: Errand): object {
  const { type, ...input } = command.input as { readonly type: string };
  const variables = { id: requestId, input, ...(type !== 'OpenDossier' && { dossier }) };
  const name = `${type.charAt(0).toLowerCase()}${type.slice(1)}`;
  const isOpening = type === 'OpenDossier';
  const query = `mutation ($id: String!, $input: ${type}Input!${isOpening ? '' : ', $dossier: ID!'}) {
    ${name}(requestId: $id, input: $input${isOpening ? '' : ', dossier: $dossier'}) {
      __typename
      ... on CommandDone { position repeated }
      ... on Refusal { messageEn }
      ... on InputRefused { issues { path problem } }
    }
  }`;
  return { query, variables: JSON.parse(JSON.stringify(variables, asInSchema)) as object };
}

/** Choices are written in capitals in the API. */
function asInSchema(field: string, value: unknown): unknown {
  return field === 'kind' || field === 'proposal' ? String(value).toUpperCase() : value;
}
