import type { DepartmentId } from '../../../kernel/ids.ts';
import { agentMoves } from './agent-moves.ts';
import { departmentMoves } from './department-moves.ts';
import type { Move, Occasion } from './move.ts';
import type { Held, Script } from './script.ts';
import type { Sight } from './sight.ts';

export type Party = DepartmentId | 'agency';

/** What a party can do now and has no plan to leave undone, in the order of the dossier. */
export function movesOf(
  party: Party,
  sight: Sight,
  script: Script,
  occasion: Occasion,
): readonly Move[] {
  const moves =
    party === 'agency'
      ? agentMoves(sight, script, occasion)
      : departmentMoves(party, sight, script, occasion);
  return moves.filter((move) => !script.held.some((one) => isHeld(move, one)));
}

function isHeld({ key, deed, by }: Move, held: Held): boolean {
  return (
    (held.key === undefined || key === held.key) &&
    (held.command === undefined || deed.type === held.command) &&
    (held.item === undefined || ('item' in deed && deed.item === held.item)) &&
    (held.department === undefined || by.department === held.department)
  );
}

/** Everybody whose move it may be. */
export function partiesIn({ next }: Sight): readonly Party[] {
  const parties = new Set<Party>(['agency']);
  for (const { turns } of next) {
    for (const { department } of turns) if (department !== undefined) parties.add(department);
  }
  return [...parties];
}
