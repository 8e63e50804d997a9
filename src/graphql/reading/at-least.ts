import { isReadModelFault } from '../../projections/faults.ts';
import type { ApiContext } from '../context.ts';
import { queryRefused } from '../refuse-query.ts';
import { readPosition } from './as-of.ts';

const WAIT_MOST_MS = 5_000;

/**
 * Waits until what queries show has come as far as the position that a command returned.
 * @throws GraphQLError TIMEOUT (ask again), BAD_INPUT
 */
export async function waitUntilShown(
  atLeast: string | null | undefined,
  { projections }: ApiContext,
): Promise<void> {
  if (atLeast === null || atLeast === undefined) return;
  const position = readPosition(atLeast, 'atLeast');
  try {
    await projections.waitFor(position, WAIT_MOST_MS);
  } catch (error) {
    throw isReadModelFault(error, 'read-models-behind') ? queryRefused('TIMEOUT') : error;
  }
}
