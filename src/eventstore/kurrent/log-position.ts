import type { Position as LogPosition } from '@eventstore/db-client';

import { invariant } from '../../kernel/invariant.ts';
import { StoreFault } from '../faults.ts';
import { positionFrom } from '../position.ts';
import type { Position } from '../port.ts';

const WIDTH = 20;

/**
 * A place in the server's log as text of 20 digits. The server tells two numbers, where a record was
 * prepared and where it was committed. They differ only inside transactions of its old TCP interface;
 * every append over gRPC has one number for both, so one is enough and orders the log.
 * @throws StoreFault `store-foreign` for a record of such a transaction
 */
export function positionTextOf(place: LogPosition, stream: string): Position {
  if (place.commit !== place.prepare) throw new StoreFault({ code: 'store-foreign', path: stream });
  return place.commit.toString().padStart(WIDTH, '0') as Position;
}

/** The place behind a position that a store of this kind gave out. */
export function logPositionOf(position: Position): LogPosition {
  invariant(positionFrom(position) !== undefined, `"${position}" is a position of this store`);
  const place = BigInt(position);
  return { commit: place, prepare: place };
}
