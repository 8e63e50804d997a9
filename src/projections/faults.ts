import type { Position } from '../eventstore/port.ts';

/**
 * What can be wrong with the read tables. None of it touches the log: the tables can always be
 * rebuilt. Wording is elsewhere (`src/wording/read-model-faults.ts`).
 */
export type ReadModelFaultFacts =
  | {
      /** The tables know more than the log: one of the two was restored from another backup. */
      readonly code: 'read-models-ahead';
      readonly place: string;
      readonly checkpoint: Position;
      /** Where the log ends; absent where it is empty. */
      readonly head?: Position;
    }
  | {
      /** The log has another event where the tables say they stopped: they are of another log. */
      readonly code: 'read-models-of-other-log';
      readonly place: string;
      readonly checkpoint: Position;
    }
  | {
      /** The tables did not get as far as asked within the time given. Ask again. */
      readonly code: 'read-models-behind';
      readonly asked: Position;
      readonly reached?: Position;
    }
  | {
      /** No generation can be asked yet: the tables are being filled for this version. Ask again. */
      readonly code: 'read-models-rebuilding';
      readonly place: string;
    }
  | {
      /** The file is damaged or no database of ours. */
      readonly code: 'read-models-unusable';
      readonly place: string;
      readonly reason: string;
    }
  | {
      /** No room left. What was committed is kept, and the tables go on when there is room. */
      readonly code: 'read-models-full';
      readonly place: string;
    }
  | {
      /** No cursor that a page of this list gave out. Ask again from the beginning. */
      readonly code: 'cursor-invalid';
      readonly cursor: string;
    }
  | {
      /** The storage was closed before or during the call. */
      readonly code: 'read-models-closed';
    };

export type ReadModelFaultCode = ReadModelFaultFacts['code'];

const RETRYABLE: ReadonlySet<ReadModelFaultCode> = new Set([
  'read-models-behind',
  'read-models-rebuilding',
  'read-models-full',
]);

export class ReadModelFault extends Error {
  override readonly name = 'ReadModelFault';
  readonly facts: ReadModelFaultFacts;
  /** Whether the very same call may succeed later. */
  readonly retryable: boolean;

  constructor(facts: ReadModelFaultFacts, options?: ErrorOptions) {
    super(`${facts.code} ${JSON.stringify(facts)}`, options);
    this.facts = facts;
    this.retryable = RETRYABLE.has(facts.code);
  }
}

export function isReadModelFault(
  error: unknown,
  code?: ReadModelFaultCode,
): error is ReadModelFault {
  return error instanceof ReadModelFault && (code === undefined || error.facts.code === code);
}
