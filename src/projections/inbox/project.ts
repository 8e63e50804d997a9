import type { NextAction, Turn } from '../../domain/dossier/next/next-action.ts';
import { own } from '../../domain/dossier/own.ts';
import type { DepartmentId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { awaitsMilestone, subjectOf, turnsOf } from '../next-move.ts';
import { rowsIn, type ReadModel, type TouchedDossier } from '../read-model.ts';
import type { RowOf } from '../storage/table.ts';
import { inbox } from './tables.ts';

type InboxRow = RowOf<typeof inbox>;
export type InboxAbout = 'item' | 'opinion' | 'intake' | 'milestone' | 'stage' | 'dossier';

/** What a department has to do. */
export const inboxModel: ReadModel = {
  name: 'inbox',
  version: 1,
  tables: [inbox],
  project: (touched) => [
    rowsIn(
      inbox,
      touched.next.flatMap((action) => rowsOf(action, touched)),
    ),
  ],
};

interface Matter {
  readonly about: InboxAbout;
  readonly department: DepartmentId;
  readonly turns: Turn[];
}

function rowsOf(action: NextAction, touched: TouchedDossier): readonly InboxRow[] {
  const matters = new Map<string, Matter>();
  for (const turn of turnsOf(action)) {
    const { department } = turn;
    if (department === undefined) continue;
    const about = aboutOf(action, turn);
    const key = `${about} ${department}`;
    const known = matters.get(key);
    if (known) known.turns.push(turn);
    else matters.set(key, { about, department, turns: [turn] });
  }
  return [...matters.values()].map((matter) => rowOf(action, touched, matter));
}

function aboutOf(action: NextAction, { of }: Turn): InboxAbout {
  if (awaitsMilestone(action)) return 'milestone';
  return of === 'opinion' ? 'opinion' : action.about;
}

function rowOf(action: NextAction, touched: TouchedDossier, matter: Matter): InboxRow {
  const { dossier } = touched;
  const { about, turns, department } = matter;
  const posts = new Set(turns.flatMap((turn) => turn.posts));
  const moves = turns.map(({ of, posts: by, commands }) => ({ of, posts: by, commands }));
  return {
    dossier: dossier.number,
    about,
    subject: subjectOf(action),
    department,
    ...placeOf(action, touched),
    stage: action.about === 'dossier' ? null : action.stage,
    project_name: dossier.projectName,
    posts: `,${[...posts].join(',')},`,
    turns: JSON.stringify(moves),
  };
}

type Place = Pick<InboxRow, 'since' | 'accepted_at' | 'step' | 'phase'>;

function placeOf(action: NextAction, touched: TouchedDossier): Place {
  const item = action.about === 'item' ? own(touched.dossier.items, action.item) : undefined;
  if (!item) {
    const intake = action.about === 'intake' ? action.intake : undefined;
    return { since: submittedAt(intake, touched), accepted_at: null, step: null, phase: null };
  }
  const { acceptedAt, intake, step, phase } = item;
  const since = acceptedAt ?? submittedAt(intake, touched);
  return { since, accepted_at: acceptedAt ?? null, step, phase };
}

/** What was never applied for has waited since the dossier was opened. */
function submittedAt(intake: number | undefined, { trail, dossier }: TouchedDossier): Instant {
  const submitted = intake === undefined ? undefined : trail.submittedAt[intake - 1];
  return submitted ?? dossier.openedAt;
}
