import colors from 'picocolors';
import { fitted } from './display-width.ts';
import type { Overview } from './overview.ts';
import { tableLines } from './status-table.ts';
import type { Language } from './timeline-line.ts';

const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;
const NEWS_LINES = 6;

/** What one who watches is shown while it runs. */
export interface Screen {
  show(overview: Overview, news: readonly string[], elapsedMs: number): void;
}

/** A table that is drawn anew in its place on a terminal; else one line for each piece of news. */
export function screenFor(out: NodeJS.WriteStream, language: Language): Screen {
  return out.isTTY ? new LiveTable(out, language) : { show: (_overview, news) => lines(news, out) };
}

function lines(news: readonly string[], out: NodeJS.WriteStream): void {
  for (const line of news) out.write(`${line}\n`);
}

class LiveTable implements Screen {
  readonly #out: NodeJS.WriteStream;
  readonly #language: Language;
  #drawnLines = 0;
  #news: readonly string[] = [];

  constructor(out: NodeJS.WriteStream, language: Language) {
    this.#out = out;
    this.#language = language;
  }

  show(overview: Overview, news: readonly string[], elapsedMs: number): void {
    this.#news = [...this.#news, ...news].slice(-NEWS_LINES);
    // A terminal that does not say how large it is says 0.
    const columns = this.#out.columns || USUAL_COLUMNS;
    const rows = this.#out.rows || USUAL_ROWS;
    const head = [
      '',
      colors.bold(`${overview.projectName}  ${overview.number}`),
      `${overview.status[this.#language]}  ${(elapsedMs / 1000).toFixed(1)} s`,
      '',
    ];
    const tail = ['', ...this.#news.map((line) => colors.dim(fitted(line, columns - 1).trimEnd()))];
    const room = rows - head.length - tail.length - 1;
    const table = tableLines(overview, { columns: columns - 1, rows: room }, this.#language);
    const drawn = [...head, ...shortened(table, room), ...tail];
    this.#out.write(`${back(this.#drawnLines)}${drawn.join('\n')}\n`);
    this.#drawnLines = drawn.length;
  }
}

/** To where the table began, and everything from there wiped (ECMA-48: CPL, ED). */
function back(drawnLines: number): string {
  return drawnLines === 0 ? '' : `\u001B[${drawnLines}F\u001B[0J`;
}

function shortened(table: readonly string[], room: number): readonly string[] {
  if (table.length <= room) return table;
  const kept = Math.max(room - 1, 1);
  return [...table.slice(0, kept), colors.dim(`… + ${table.length - kept}`)];
}
