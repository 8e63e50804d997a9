import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { getCompileCacheDir } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { openDemo, type Demo } from '../../server/demo/open-demo.ts';
import { BUILT_IN_WORKFLOWS } from '../../server/publishing/built-in.ts';
import { CommandFailed } from '../explain.ts';
import { completeCase } from './complete-case.ts';
import { failedFor } from './demo-options.ts';
import { DepartmentProcesses } from './department-processes.ts';
import { screenFor } from './live-screen.ts';
import { officeClient } from './office-client.ts';
import { runCase, type CaseEnd } from './run-case.ts';
import { timelineLine, type Language } from './timeline-line.ts';

/** Without anybody thinking, on a slow machine; and how many moves may have to wait for each other. */
const MOST_MS = 120_000;
const MOVES_IN_A_ROW = 200;

/** As shells say that SIGINT ended a program. */
const INTERRUPTED = 130;

export interface DemoRunOptions {
  /** A temporary folder when absent. */
  readonly data?: string;
  readonly paceMs: number;
  readonly language: Language;
}

/**
 * Takes the complete application through all stages, each department a process of its own, and
 * shows it.
 * @throws CommandFailed where it does not end as approved
 */
export async function demoRun(options: DemoRunOptions): Promise<void> {
  const scratch = await mkdtemp(join(tmpdir(), 'countersign-demo-'));
  removeWhenInterrupted(scratch);
  try {
    console.log('演示服务启动中 … starting a demo server');
    const opened = await openDemo({
      folder: options.data ?? join(scratch, 'data'),
      workflows: BUILT_IN_WORKFLOWS,
      host: '127.0.0.1',
      port: 0,
      logger: pino({ level: 'error' }, pino.destination(2)),
      withDossiers: false,
    });
    if (!opened.ok) throw failedFor(opened.error);
    try {
      report(await play(opened.value, scratch, options), options.language);
    } finally {
      await opened.value.stop();
    }
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

/** Ctrl+C leaves nothing behind; the department processes end when this one is gone. */
function removeWhenInterrupted(folder: string): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(INTERRUPTED);
    });
  }
}

async function play(
  { house, url }: Demo,
  scratch: string,
  { paceMs, language }: DemoRunOptions,
): Promise<Played> {
  const the = await completeCase(BUILT_IN_WORKFLOWS, `run.${randomUUID().slice(0, 8)}.`, house);
  const caseFile = join(scratch, 'case.json');
  await writeFile(caseFile, JSON.stringify(the));
  const cacheFolder = getCompileCacheDir() ?? join(scratch, 'compiled');
  const processes = new DepartmentProcesses({ url, caseFile, paceMs, cacheFolder });
  const screen = screenFor(process.stdout, language);
  const client = officeClient(url);
  const mostMs = MOST_MS + MOVES_IN_A_ROW * paceMs;
  try {
    const end = await runCase({
      dossier: the.dossier,
      client,
      processes,
      screen,
      language,
      mostMs,
    });
    return { ...end, processes: processes.count };
  } finally {
    await processes.end();
  }
}

type Played = CaseEnd & { readonly processes: number };

function report(
  { overview, timeline, names, elapsedMs, processes }: Played,
  language: Language,
): void {
  console.log(`\n全过程 · the whole timeline (${timeline.length})\n`);
  for (const entry of timeline) console.log(timelineLine(entry, names, language));
  const seconds = (elapsedMs / 1000).toFixed(1);
  const { status, outcome, items } = overview;
  if (outcome?.code !== 'approved') {
    throw new CommandFailed({
      zh: `项目件${status.zh}${outcome?.zh ?? ''}，没有办成。`,
      en: `The dossier ended as ${status.en} ${outcome?.en ?? ''}, not as approved.`,
    });
  }
  console.log(
    `\n${overview.projectName}：${status.zh}，${outcome.zh}。${items.length} 个事项，` +
      `${processes} 个进程，${timeline.length} 个事件，${seconds} 秒。\n` +
      `${status.en}, ${outcome.en}: ${items.length} items, ${processes} processes, ` +
      `${timeline.length} events, ${seconds} s.`,
  );
}
