import type { NextAction, Turn } from '../../domain/dossier/next/next-action.ts';
import type { NextActions } from '../../domain/dossier/next-actions.ts';
import type { DepartmentId } from '../../kernel/ids.ts';
import { awaitsMilestone, subjectOf, turnsOf } from '../next-move.ts';
import { rowsIn, type ReadModel, type TouchedDossier } from '../read-model.ts';
import type { RowOf } from '../storage/table.ts';
import { desk } from './tables.ts';

/** What an agent has in hand. */
export const deskModel: ReadModel = {
  name: 'desk',
  version: 1,
  tables: [desk],
  project: (touched) => [rowsIn(desk, rowsOf(touched))],
};

/** Whose turn it is somewhere in the dossier, and how often. */
export interface DeskTurn {
  readonly of: Turn['of'];
  readonly department?: DepartmentId;
  /** How many items, stages and intakes wait for this party. */
  readonly matters: number;
}

/** What the agent can do next. */
export interface DeskMove {
  readonly about: NextAction['about'];
  /** The item, stage or intake; empty for the dossier as a whole. */
  readonly subject: string;
  readonly commands: Turn['commands'];
}

function rowsOf({ dossier, last, next }: TouchedDossier): readonly RowOf<typeof desk>[] {
  if (dossier.agent === undefined) return [];
  const items = Object.values(dossier.items);
  const ended = items.filter(({ ending }) => ending !== undefined).length;
  const moves = movesOf(next);
  return [
    {
      dossier: dossier.number,
      agent: dossier.agent,
      is_open: dossier.status === 'concluded' || dossier.status === 'abandoned' ? 0 : 1,
      is_agents_turn: moves.length > 0 ? 1 : 0,
      project_name: dossier.projectName,
      project_code: dossier.projectCode ?? null,
      procedure_id: dossier.procedure.id,
      region: dossier.region,
      status: dossier.status,
      outcome: dossier.status === 'concluded' ? dossier.outcome : null,
      open_items: items.length - ended,
      ended_items: ended,
      turns: JSON.stringify(partiesOf(next)),
      next: JSON.stringify(moves),
      opened_at: dossier.openedAt,
      last_activity_at: last.recordedAt,
    },
  ];
}

/** A milestone comes from outside: it is nobody's turn until it is there. */
function partiesOf(next: NextActions): readonly DeskTurn[] {
  const parties = new Map<string, DeskTurn>();
  for (const action of next) {
    if (awaitsMilestone(action)) continue;
    for (const { of, department } of turnsOf(action)) {
      const key = department ?? of;
      const matters = (parties.get(key)?.matters ?? 0) + 1;
      parties.set(key, department === undefined ? { of, matters } : { of, department, matters });
    }
  }
  return [...parties.values()];
}

function movesOf(next: NextActions): readonly DeskMove[] {
  return next
    .filter((action) => !awaitsMilestone(action))
    .flatMap((action) =>
      turnsOf(action)
        .filter(({ of }) => of === 'agency')
        .map(({ commands }) => ({ about: action.about, subject: subjectOf(action), commands })),
    );
}
