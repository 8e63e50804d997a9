import type { ItemEnding } from '../../domain/dossier/signal.ts';
import type { ResolvedItem } from '../definition/definition.ts';

const OF_OFFICES = [
  'approved',
  'rejected',
  'not-accepted',
  'returned',
  'withdrawn',
  'dropped',
] as const satisfies readonly ItemEnding[];
const OF_MILESTONES = ['reached', 'failed', 'dropped'] as const satisfies readonly ItemEnding[];

/** The endings that a kind of item promises. */
export function endingsOfKind(kind: ResolvedItem['kind']): readonly ItemEnding[] {
  return kind === 'external' ? OF_MILESTONES : OF_OFFICES;
}
