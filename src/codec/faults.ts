import type { EventId } from '../eventstore/port.ts';
import type { PersonId } from '../kernel/ids.ts';

/**
 * Why an event could not become a record, or a record an event. None is retryable: the same bytes
 * give the same answer. Wording is elsewhere (`src/wording/codec-faults.ts`).
 */
export type CodecFaultFacts =
  | {
      /** No schema has this name: another program wrote it, or an event was never registered. */
      readonly code: 'unknown-event-type';
      readonly id: EventId;
      readonly type: string;
    }
  | {
      /** Newer than the newest version known here: a newer program wrote it. Upgrade, read again. */
      readonly code: 'unknown-event-version';
      readonly id: EventId;
      readonly type: string;
      readonly version: number;
      readonly known: number;
    }
  | {
      /** Not what the schema says. When encoding: a mistake of ours; when decoding: damaged bytes. */
      readonly code: 'malformed-event';
      readonly id: EventId;
      readonly type: string;
      /** JSON pointer that begins with `/data` or `/metadata`. */
      readonly path: string;
      readonly reason: string;
    }
  | {
      /**
       * A sealed field cannot be opened. `key-missing`: this key store never knew the person, so it
       * does not belong to this data (an old backup?). `not-authentic`: altered, or moved here from
       * another event or field, or sealed with another key.
       */
      readonly code: 'unsealing-failed';
      readonly id: EventId;
      readonly type: string;
      readonly path: string;
      readonly subject: PersonId;
      readonly reason: 'key-missing' | 'not-authentic';
    };

export class CodecFault extends Error {
  override readonly name = 'CodecFault';
  readonly facts: CodecFaultFacts;
  readonly retryable = false;

  constructor(facts: CodecFaultFacts, options?: ErrorOptions) {
    super(`${facts.code} ${JSON.stringify(facts)}`, options);
    this.facts = facts;
  }
}

export function isCodecFault(error: unknown, code?: CodecFaultFacts['code']): error is CodecFault {
  return error instanceof CodecFault && (code === undefined || error.facts.code === code);
}
