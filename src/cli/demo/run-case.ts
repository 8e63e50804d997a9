import { setTimeout as sleep } from 'node:timers/promises';
import { Bell } from './bell.ts';
import type { DepartmentProcesses } from './department-processes.ts';
import type { Screen } from './live-screen.ts';
import type { OfficeClient } from './office-client.ts';
import { askOverview, type Overview } from './overview.ts';
import { DOSSIER_CHANGED } from './take-part.ts';
import type { Names } from './timeline-details.ts';
import { timelineLine, type Language } from './timeline-line.ts';
import { TimelineReader, type TimelineEntry } from './timeline.ts';
import type { Party } from '../../server/demo/playing/moves.ts';

export interface Watching {
  readonly dossier: string;
  readonly client: OfficeClient;
  readonly processes: DepartmentProcesses;
  readonly screen: Screen;
  readonly language: Language;
  /** It has hung if it takes longer. */
  readonly mostMs: number;
}

export interface CaseEnd {
  readonly overview: Overview;
  readonly timeline: readonly TimelineEntry[];
  readonly names: Names;
  readonly elapsedMs: number;
}

/** Who watches: sees every dossier and acts in none. */
const WATCHER = 'supervisor';
const LOOK_AGAIN_MS = 1_000;
const REDRAW_AT_LEAST_MS = 120;

/** Watches a case to its end, and starts each party's process when it is first its turn. */
export async function runCase(watching: Watching): Promise<CaseEnd> {
  const { dossier, client, processes, screen, language } = watching;
  const begun = performance.now();
  processes.start('agency');
  const bell = new Bell();
  const over = new AbortController();
  const timeline = new TimelineReader(dossier, WATCHER, client);
  const seen: TimelineEntry[] = [];
  let listening: Promise<void> | undefined;
  try {
    for (;;) {
      const overview = await askOverview(dossier, WATCHER, client);
      const elapsedMs = performance.now() - begun;
      checkWell(watching, elapsedMs);
      if (overview === undefined) {
        await sleep(REDRAW_AT_LEAST_MS);
        continue;
      }
      listening ??= listen(watching, bell, over.signal);
      for (const party of partiesIn(overview)) processes.start(party);
      const names = namesIn(overview);
      const news = await timeline.news();
      seen.push(...news);
      screen.show(
        overview,
        news.filter(isNews).map((one) => timelineLine(one, names, language)),
        elapsedMs,
      );
      if (isOver(overview, seen)) return { overview, timeline: seen, names, elapsedMs };
      await Promise.all([sleep(REDRAW_AT_LEAST_MS), bell.heard(LOOK_AGAIN_MS)]);
    }
  } finally {
    over.abort();
    await listening;
  }
}

async function listen(
  { dossier, client }: Watching,
  bell: Bell,
  signal: AbortSignal,
): Promise<void> {
  const options = { variables: { dossier }, signal };
  try {
    for await (const _change of client.follow(WATCHER, DOSSIER_CHANGED, options)) bell.ring();
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

function checkWell({ processes, mostMs }: Watching, elapsedMs: number): void {
  const { failure } = processes;
  if (failure !== undefined) throw new Error(failure.trim());
  if (elapsedMs > mostMs) throw new Error(`not at its end after ${mostMs / 1000} s`);
}

/** The timeline comes from read tables, which may be a moment behind. */
function isOver({ status }: Overview, seen: readonly TimelineEntry[]): boolean {
  const last = seen.at(-1)?.type.code;
  if (status.code === 'abandoned') return last === 'DossierAbandoned';
  return status.code === 'concluded' && last === 'DossierConcluded';
}

function partiesIn({ nextActions }: Overview): ReadonlySet<Party> {
  return new Set(
    nextActions.flatMap(({ turns }) =>
      turns.flatMap(({ department }) => (department ? [department.department as Party] : [])),
    ),
  );
}

function namesIn({ items, stages }: Overview): Names {
  return {
    items: Object.fromEntries(items.map(({ item, name }) => [item, name])),
    stages: Object.fromEntries(stages.map(({ stage, name }) => [stage, name])),
  };
}

/** Papers come in by the dozen; the whole timeline has them. */
function isNews({ type }: TimelineEntry): boolean {
  return type.code !== 'MaterialAttached';
}
