import type { Actor } from '../../domain/post.ts';
import type { EventId, Position, Revision } from '../../eventstore/port.ts';
import type { DossierNumber, RequestId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { DossierCommandInput } from '../commands/dossier-inputs.ts';

/** A command as it arrives, with who asks and under which id. */
export interface DossierRequest {
  readonly requestId: RequestId;
  readonly input: DossierCommandInput;
  readonly actor: Actor;
  /** When the office says it happened; now when absent. */
  readonly occurredAt?: Instant;
  readonly causation?: EventId;
}

/** What a command came to. */
export interface DossierOutcome {
  readonly dossier: DossierNumber;
  /** Of the last event written; for reading one's own write. */
  readonly position: Position;
  readonly revision: Revision;
  /** True where an earlier run of the same request had done it already. */
  readonly repeated: boolean;
}
