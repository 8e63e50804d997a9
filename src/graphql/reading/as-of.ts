import type { AsOf } from '../../application/replay/replay-dossier.ts';
import { positionFrom } from '../../eventstore/position.ts';
import type { Position } from '../../eventstore/port.ts';
import type { Instant } from '../../kernel/instant.ts';
import { queryRefused } from '../refuse-query.ts';

interface AsOfInput {
  readonly position?: string | null;
  readonly instant?: Instant | null;
}

/** @throws GraphQLError BAD_INPUT where the position is none */
export function asOfFrom(input: AsOfInput | null | undefined): AsOf {
  if (input?.position) return { position: readPosition(input.position, 'asOf.position') };
  return input?.instant ? { instant: input.instant } : 'now';
}

/** A position as a client sends it back. @throws GraphQLError BAD_INPUT */
export function readPosition(text: string, argument: string): Position {
  const position = positionFrom(text);
  if (position === undefined) throw queryRefused('BAD_INPUT', argument);
  return position;
}
