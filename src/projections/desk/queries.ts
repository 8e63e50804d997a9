import type { DossierStatus } from '../../domain/dossier/signal.ts';
import type { DossierNumber, PersonId, ProcedureId, RegionCode } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { keyBehind, pageOf, rowsToAsk, type Page, type PageOptions } from '../keyset.ts';
import type { Serving } from '../serving.ts';
import type { RowOf } from '../storage/table.ts';
import { withoutNulls } from '../without-nulls.ts';
import type { DeskMove, DeskTurn } from './project.ts';
import type { desk } from './tables.ts';

export interface DeskEntry {
  readonly dossier: DossierNumber;
  readonly projectName: string;
  readonly projectCode?: string;
  readonly procedure: ProcedureId;
  readonly region: RegionCode;
  readonly status: DossierStatus;
  readonly outcome?: 'approved' | 'rejected';
  /** Whether something waits for the agent; a milestone that may come one day does not count. */
  readonly isAgentsTurn: boolean;
  readonly openItems: number;
  readonly endedItems: number;
  readonly turns: readonly DeskTurn[];
  /** What the agent can do next. */
  readonly next: readonly DeskMove[];
  readonly openedAt: Instant;
  /** When the last event was recorded. */
  readonly lastActivityAt: Instant;
}

export interface DeskOptions extends PageOptions {
  /** Those in hand (default), or those that have come to an end. */
  readonly isOpen?: boolean;
  readonly isAgentsTurn?: boolean;
  readonly procedure?: ProcedureId;
  /** Default: what moved last comes first. */
  readonly order?: { readonly by: 'activity' | 'opening'; readonly direction: 'asc' | 'desc' };
}

export interface DeskQueries {
  /** @throws ReadModelFault `cursor-invalid`, `read-models-rebuilding` */
  ofAgent(agent: PersonId, options: DeskOptions): Promise<Page<DeskEntry>>;
}

const COLUMNS = { activity: 'last_activity_at', opening: 'opened_at' } as const;
const LATEST_FIRST = { by: 'activity', direction: 'desc' } as const;

export function deskQueries(serving: Serving): DeskQueries {
  return {
    ofAgent: (agent, options) =>
      serving.read(async ({ tables }) => {
        const { isOpen = true, isAgentsTurn, procedure, order = LATEST_FIRST } = options;
        const column = COLUMNS[order.by];
        const after = keyBehind(options.after, 'string', 'string');
        const rows = await tables
          .selectFrom('desk')
          .selectAll()
          .where('agent', '=', agent)
          .where('is_open', '=', isOpen ? 1 : 0)
          .$if(isAgentsTurn !== undefined, (query) =>
            query.where('is_agents_turn', '=', isAgentsTurn ? 1 : 0),
          )
          .$if(procedure !== undefined, (query) =>
            query.where('procedure_id', '=', procedure ?? ''),
          )
          .$if(after !== undefined, (query) =>
            query.where((is) =>
              is(
                is.refTuple(column, 'dossier'),
                order.direction === 'asc' ? '>' : '<',
                is.tuple(after?.[0] ?? '', after?.[1] ?? ''),
              ),
            ),
          )
          .orderBy(column, order.direction)
          .orderBy('dossier', order.direction)
          .limit(rowsToAsk(options))
          .execute();
        return pageOf(rows, options, { key: (row) => [row[column], row.dossier], node: entryOf });
      }),
  };
}

function entryOf(row: RowOf<typeof desk>): DeskEntry {
  return {
    dossier: row.dossier as DossierNumber,
    projectName: row.project_name,
    procedure: row.procedure_id as ProcedureId,
    region: row.region as RegionCode,
    status: row.status as DossierStatus,
    isAgentsTurn: row.is_agents_turn === 1,
    openItems: row.open_items,
    endedItems: row.ended_items,
    turns: JSON.parse(row.turns) as readonly DeskTurn[],
    next: JSON.parse(row.next) as readonly DeskMove[],
    openedAt: row.opened_at as Instant,
    lastActivityAt: row.last_activity_at as Instant,
    ...withoutNulls({ projectCode: row.project_code, outcome: row.outcome }),
  } as DeskEntry;
}
