import type { Turn } from '../../domain/dossier/next/next-action.ts';
import type { ItemPhase, ItemStep } from '../../domain/dossier/signal.ts';
import type { PostKind } from '../../domain/post.ts';
import type { DepartmentId, DossierNumber, StageSlug } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { keyBehind, pageOf, rowsToAsk, type Page, type PageOptions } from '../keyset.ts';
import type { Serving } from '../serving.ts';
import type { RowOf } from '../storage/table.ts';
import { withoutNulls } from '../without-nulls.ts';
import type { InboxAbout } from './project.ts';
import type { inbox } from './tables.ts';

export interface InboxEntry {
  readonly dossier: DossierNumber;
  readonly projectName: string;
  readonly about: InboxAbout;
  /** Slug of the item or stage, number of the intake; empty for the dossier as a whole. */
  readonly subject: string;
  readonly department: DepartmentId;
  /** Accepted; before that submitted; before that the dossier's opening. */
  readonly since: Instant;
  readonly acceptedAt?: Instant;
  readonly stage?: StageSlug;
  readonly step?: ItemStep;
  readonly phase?: ItemPhase;
  /** The posts that may do something, and what each may do. */
  readonly turns: readonly Pick<Turn, 'of' | 'posts' | 'commands'>[];
}

export interface InboxOptions extends PageOptions {
  readonly about?: readonly InboxAbout[];
  /** Only what holders of this post may do something about. */
  readonly post?: PostKind;
}

export interface InboxQueries {
  /**
   * What a department has to do, the oldest first.
   * @throws ReadModelFault `cursor-invalid`, `read-models-rebuilding`
   */
  ofDepartment(department: DepartmentId, options: InboxOptions): Promise<Page<InboxEntry>>;
  /** How many entries of each kind; kinds without any are absent. */
  counts(department: DepartmentId): Promise<Readonly<Partial<Record<InboxAbout, number>>>>;
}

export function inboxQueries(serving: Serving): InboxQueries {
  return {
    ofDepartment: (department, options) =>
      serving.read(async ({ tables }) => {
        const { about, post } = options;
        const after = keyBehind(options.after, 'string', 'string', 'string', 'string');
        const rows = await tables
          .selectFrom('inbox')
          .selectAll()
          .where('department', '=', department)
          .$if(about !== undefined, (query) => query.where('about', 'in', about ?? []))
          .$if(post !== undefined, (query) => query.where('posts', 'like', `%,${post},%`))
          .$if(after !== undefined, (query) =>
            query.where((is) =>
              is(
                is.refTuple('since', 'dossier', 'about', 'subject'),
                '>',
                is.tuple(after?.[0] ?? '', after?.[1] ?? '', after?.[2] ?? '', after?.[3] ?? ''),
              ),
            ),
          )
          .orderBy('since')
          .orderBy('dossier')
          .orderBy('about')
          .orderBy('subject')
          .limit(rowsToAsk(options))
          .execute();
        return pageOf(rows, options, {
          key: (row) => [row.since, row.dossier, row.about, row.subject],
          node: entryOf,
        });
      }),
    counts: (department) =>
      serving.read(async ({ tables }) => {
        const rows = await tables
          .selectFrom('inbox')
          .select(['about', ({ fn }) => fn.countAll<number>().as('entries')])
          .where('department', '=', department)
          .groupBy('about')
          .execute();
        return Object.fromEntries(rows.map(({ about, entries }) => [about, entries]));
      }),
  };
}

function entryOf(row: RowOf<typeof inbox>): InboxEntry {
  return {
    dossier: row.dossier as DossierNumber,
    projectName: row.project_name,
    about: row.about as InboxAbout,
    subject: row.subject,
    department: row.department as DepartmentId,
    since: row.since as Instant,
    turns: JSON.parse(row.turns) as InboxEntry['turns'],
    ...withoutNulls({
      acceptedAt: row.accepted_at,
      stage: row.stage,
      step: row.step,
      phase: row.phase,
    }),
  } as InboxEntry;
}
