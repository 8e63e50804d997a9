import colors from 'picocolors';
import { fitted } from './display-width.ts';
import type { Overview, OverviewItem, OverviewTurn } from './overview.ts';
import type { Language } from './timeline-line.ts';

type Columns = readonly [name: number, department: number, step: number];
const COLUMNS: Readonly<Record<Language, Columns>> = { zh: [34, 20, 20], en: [44, 34, 26] };
const PARTIES_MOST = 2;

export interface TableSize {
  readonly columns: number;
  readonly rows: number;
}

/** The items side by side, stage by stage; a stage that is concluded takes one line. */
export function tableLines(
  overview: Overview,
  { columns, rows }: TableSize,
  language: Language,
): readonly string[] {
  const whole = linesOf(overview, isShown, language);
  const fitting = whole.length <= rows ? whole : linesOf(overview, isOpen, language);
  return fitting.map(({ text, colour }) => colour(fitted(text, columns).trimEnd()));
}

interface Line {
  readonly text: string;
  readonly colour: (text: string) => string;
}

function linesOf(
  { stages, items }: Overview,
  isWanted: (item: OverviewItem) => boolean,
  language: Language,
): readonly Line[] {
  const line = (item: OverviewItem): Line => itemLine(item, language);
  return [
    { text: row(HEAD[language], language), colour: colors.bold },
    ...stages.flatMap(({ stage, name, outcome }): Line[] => {
      const own = items.filter((item) => item.stage === stage);
      const ended = own.filter((item) => !isOpen(item)).length;
      const count = `${name[language]}  ${ended}/${own.length}`;
      if (outcome !== null) {
        // What straddles may end after its stage does.
        const left = own.filter((item) => isShown(item) && isOpen(item)).map(line);
        return [{ text: `✔ ${count}  ${outcome[language]}`, colour: colors.green }, ...left];
      }
      const shown = own.filter((item) => isShown(item) && isWanted(item)).map(line);
      return shown.length === 0
        ? [{ text: `· ${count}`, colour: colors.dim }]
        : [{ text: `▸ ${count}`, colour: colors.cyan }, ...shown];
    }),
  ];
}

const HEAD: Readonly<Record<Language, Cells>> = {
  zh: ['事项', '部门', '环节', '轮到'],
  en: ['item', 'department', 'step', 'whose turn'],
};

/** Applied for; or a milestone that may come now. */
function isShown({ phase, department, waitsFor }: OverviewItem): boolean {
  if (phase.code !== 'planned') return true;
  return department === null && !waitsFor.some((wait) => wait.for.code === 'prerequisites');
}

function isOpen({ ending }: OverviewItem): boolean {
  return ending === null;
}

function itemLine(item: OverviewItem, language: Language): Line {
  const { name, department, step, attempt } = item;
  const again = attempt > 1 ? AGAIN[language](attempt) : '';
  const named = `  ${name[language]}${again}`;
  const cells: Cells = [
    named,
    department?.name[language] ?? '—',
    step[language],
    turnOf(item, language),
  ];
  return { text: row(cells, language), colour: COLOURS[colourOf(item)] ?? colors.reset };
}

const AGAIN: Readonly<Record<Language, (attempt: number) => string>> = {
  zh: (attempt) => `（第${attempt}次）`,
  en: (attempt) => ` (again, ${attempt})`,
};

const COLOURS: Readonly<Record<string, (text: string) => string>> = {
  waiting: colors.yellow,
  approved: colors.green,
  reached: colors.green,
  rejected: colors.red,
  decided: colors.green,
};

function colourOf({ ending, phase, step }: OverviewItem): string {
  if (ending !== null) return ending.code;
  return step.code.startsWith('rejected') ? 'rejected' : phase.code;
}

/** Whose turn it is; where it is nobody's, what is waited for. */
function turnOf({ turns, waitsFor, ending, department }: OverviewItem, language: Language): string {
  if (ending !== null) return '';
  const own = department?.department;
  const ownFirst = turns.toSorted((one, other) => distance(one, own) - distance(other, own));
  const parties = [...new Set(ownFirst.map((turn) => partyOf(turn, own, language)))];
  if (parties.length > PARTIES_MOST) {
    return `${parties.slice(0, PARTIES_MOST).join(', ')} … ${parties.length}`;
  }
  if (parties.length > 0) return parties.join(language === 'zh' ? '、' : ', ');
  const waits = waitsFor.map((wait) => {
    const items = wait.items.map((item) => item[language]).join(language === 'zh' ? '、' : ', ');
    return items === '' ? wait.for[language] : items;
  });
  return waits.length === 0 ? '' : `${language === 'zh' ? '待 ' : 'awaits '}${waits.join('; ')}`;
}

function distance({ department }: OverviewTurn, own: string | undefined): number {
  return department?.department === own ? 0 : 1;
}

/** The item's own department goes without saying. */
function partyOf(
  { department, posts }: OverviewTurn,
  own: string | undefined,
  language: Language,
): string {
  const post = posts[0]?.[language] ?? '';
  if (department === null || department.department === own) return post;
  return language === 'zh' ? `${department.name.zh}${post}` : `${department.name.en} ${post}`;
}

type Cells = readonly [name: string, department: string, step: string, turn: string];

function row([name, department, step, turn]: Cells, language: Language): string {
  const [first, second, third] = COLUMNS[language];
  return `${fitted(name, first)} ${fitted(department, second)} ${fitted(step, third)} ${turn}`;
}
