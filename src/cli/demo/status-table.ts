import colors from 'picocolors';
import { fitted } from './display-width.ts';
import type { Overview, OverviewItem, OverviewTurn } from './overview.ts';

const NAME_COLUMNS = 34;
const DEPARTMENT_COLUMNS = 20;
const STEP_COLUMNS = 20;
const PARTIES_MOST = 2;

/** The items side by side, stage by stage; a stage that is concluded takes one line. */
export function tableLines(overview: Overview, columns: number, rows: number): readonly string[] {
  const whole = linesOf(overview, isShown);
  const fitting = whole.length <= rows ? whole : linesOf(overview, isOpen);
  return fitting.map(({ text, colour }) => colour(fitted(text, columns).trimEnd()));
}

interface Line {
  readonly text: string;
  readonly colour: (text: string) => string;
}

function linesOf(
  { stages, items }: Overview,
  isWanted: (item: OverviewItem) => boolean,
): readonly Line[] {
  const head = row('事项 item', '部门 department', '环节 step', '轮到 whose turn');
  return [
    { text: head, colour: colors.bold },
    ...stages.flatMap(({ stage, name, outcome }): Line[] => {
      const own = items.filter((item) => item.stage === stage);
      const ended = own.filter(({ ending }) => ending !== null).length;
      const count = `${name.zh}  ${ended}/${own.length}`;
      if (outcome !== null) {
        // What straddles may end after its stage does.
        const left = own.filter((item) => isShown(item) && isOpen(item)).map(itemLine);
        return [{ text: `✔ ${count}  ${outcome.zh}`, colour: colors.green }, ...left];
      }
      const shown = own.filter((item) => isShown(item) && isWanted(item)).map(itemLine);
      return shown.length === 0
        ? [{ text: `· ${count}`, colour: colors.dim }]
        : [{ text: `▸ ${count}`, colour: colors.cyan }, ...shown];
    }),
  ];
}

/** Applied for; or a milestone that may come now. */
function isShown({ phase, department, waitsFor }: OverviewItem): boolean {
  if (phase.code !== 'planned') return true;
  return department === null && !waitsFor.some((wait) => wait.for.code === 'prerequisites');
}

function isOpen({ ending }: OverviewItem): boolean {
  return ending === null;
}

function itemLine(item: OverviewItem): Line {
  const { name, department, step, attempt } = item;
  const again = attempt > 1 ? `（第${attempt}次）` : '';
  const text = row(`  ${name.zh}${again}`, department?.name.zh ?? '—', step.zh, turnOf(item));
  return { text, colour: COLOURS[colourOf(item)] ?? colors.reset };
}

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
function turnOf({ turns, waitsFor, ending, department }: OverviewItem): string {
  if (ending !== null) return '';
  const own = department?.department;
  const ownFirst = turns.toSorted((one, other) => distance(one, own) - distance(other, own));
  const parties = [...new Set(ownFirst.map((turn) => partyOf(turn, own)))];
  if (parties.length > PARTIES_MOST) {
    return `${parties.slice(0, PARTIES_MOST).join('、')} 等 ${parties.length} 方`;
  }
  if (parties.length > 0) return parties.join('、');
  const waits = waitsFor.map((wait) => {
    const items = wait.items.map(({ zh }) => zh).join('、');
    return items === '' ? wait.for.zh : items;
  });
  return waits.length === 0 ? '' : `待 ${waits.join('；')}`;
}

function distance({ department }: OverviewTurn, own: string | undefined): number {
  return department?.department === own ? 0 : 1;
}

/** The item's own department goes without saying. */
function partyOf({ department, posts }: OverviewTurn, own: string | undefined): string {
  const isOwn = department === null || department.department === own;
  return `${isOwn ? '' : department.name.zh}${posts[0]?.zh ?? ''}`;
}

function row(name: string, department: string, step: string, turn: string): string {
  return `${fitted(name, NAME_COLUMNS)} ${fitted(department, DEPARTMENT_COLUMNS)} ${fitted(step, STEP_COLUMNS)} ${turn}`;
}
