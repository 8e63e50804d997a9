import colors from 'picocolors';
import { fitted } from './display-width.ts';
import type { Overview, OverviewItem, OverviewTurn } from './overview.ts';

const NAME_COLUMNS = 34;
const DEPARTMENT_COLUMNS = 20;
const STEP_COLUMNS = 20;

/** The items side by side, stage by stage; a stage that is concluded takes one line. */
export function tableLines(overview: Overview): readonly string[] {
  const { stages, items } = overview;
  return [
    colors.bold(row('事项 item', '部门 department', '环节 step', '轮到 whose turn')),
    ...stages.flatMap(({ stage, name, outcome }) => {
      const own = items.filter((item) => item.stage === stage);
      const ended = own.filter(({ ending }) => ending !== null).length;
      const head = `${name.zh}  ${ended}/${own.length}`;
      if (outcome !== null) return [colors.green(`✔ ${head}  ${outcome.zh}`), ...straddling(own)];
      const open = own.filter(isUnderWay);
      if (open.length === 0) return [colors.dim(`· ${head}`)];
      return [colors.cyan(`▸ ${head}`), ...open.map(itemLine)];
    }),
  ];
}

/** Items that may end after their stage does. */
function straddling(items: readonly OverviewItem[]): readonly string[] {
  return items.filter((item) => item.ending === null && isUnderWay(item)).map(itemLine);
}

/** Applied for, or a milestone that is awaited. */
function isUnderWay({ phase, department }: OverviewItem): boolean {
  return phase.code !== 'planned' || department === null;
}

function itemLine(item: OverviewItem): string {
  const { name, department, step, attempt } = item;
  const again = attempt > 1 ? `（第${attempt}次）` : '';
  const line = row(`  ${name.zh}${again}`, department?.name.zh ?? '—', step.zh, turnOf(item));
  return (COLOURS[colourOf(item)] ?? colors.reset)(line);
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
function turnOf({ turns, waitsFor, ending }: OverviewItem): string {
  if (ending !== null) return '';
  const parties = [...new Set(turns.map(partyOf))];
  if (parties.length > 0) return parties.join('、');
  const waits = waitsFor.map((wait) => {
    const items = wait.items.map(({ zh }) => zh).join('、');
    return items === '' ? wait.for.zh : items;
  });
  return waits.length === 0 ? '' : `待 ${waits.join('；')}`;
}

function partyOf({ of, department, posts }: OverviewTurn): string {
  return `${department?.name.zh ?? of.zh}${posts[0]?.zh ?? ''}`;
}

function row(name: string, department: string, step: string, turn: string): string {
  return `${fitted(name, NAME_COLUMNS)} ${fitted(department, DEPARTMENT_COLUMNS)} ${fitted(step, STEP_COLUMNS)} ${turn}`;
}
