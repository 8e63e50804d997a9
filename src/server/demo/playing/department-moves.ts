import type { Turn } from '../../../domain/dossier/next-actions.ts';
import { own } from '../../../domain/dossier/own.ts';
import type { DepartmentId } from '../../../kernel/ids.ts';
import { itemDeed, type ItemCommand } from './item-deeds.ts';
import type { Deed, Move, Occasion } from './move.ts';
import type { Script } from './script.ts';
import type { SeenAction, SeenIntakeAction, SeenItemAction, Sight } from './sight.ts';

/** What a department's officers can do now: at most one thing in each matter. */
export function departmentMoves(
  department: DepartmentId,
  sight: Sight,
  script: Script,
  occasion: Occasion,
): readonly Move[] {
  return sight.next.flatMap((action) => {
    const turns = action.turns.filter((turn) => turn.department === department);
    if (turns.length === 0) return [];
    const desk: Desk = { department, turns, sight, script, occasion };
    return action.about === 'item' ? itemMove(action, desk) : (leadMove(action, desk) ?? []);
  });
}

interface Desk {
  readonly department: DepartmentId;
  readonly turns: readonly Turn[];
  readonly sight: Sight;
  readonly script: Script;
  readonly occasion: Occasion;
}

/** The first of these that is offered and that there is reason to do. */
const IN_THIS_ORDER: readonly ItemCommand[] = [
  'RejectItem',
  'ApproveItem',
  'NoteCorrections',
  'AdvisePreReview',
  'SolicitOpinions',
  'GiveOpinion',
  'HandleItem',
  'ReviewItem',
  'ReportUp',
  'RecordSuperiorAnswer',
  'IssueResult',
  'ServeResult',
];

function itemMove({ item }: SeenItemAction, desk: Desk): readonly Move[] {
  const { department, sight, script, occasion } = desk;
  const seen = own(sight.items, item);
  if (!seen) return [];
  for (const command of IN_THIS_ORDER) {
    const post = postFor(command, desk);
    const deed = post && itemDeed(command, { item, seen, department, sight, script, occasion });
    if (!deed) continue;
    const who = command === 'GiveOpinion' ? `.${department}` : '';
    return [{ key: `${command}.${item}.${seen.attempt}${who}`, by: { post, department }, deed }];
  }
  return [];
}

function postFor(command: Deed['type'], { turns }: Pick<Desk, 'turns'>) {
  return turns.find(({ commands }) => commands.includes(command))?.posts[0];
}

function leadMove(action: Exclude<SeenAction, SeenItemAction>, desk: Desk): Move | undefined {
  if (action.about === 'intake') return intakeMove(action, desk);
  if (action.about === 'dossier') {
    return window({ type: 'ConcludeDossier' }, 'ConcludeDossier', desk);
  }
  const { stage } = action;
  return window({ type: 'ConcludeStage', stage }, `ConcludeStage.${stage}`, desk);
}

/** The lead waits until every department has said what it lacks, tells that once, and accepts. */
function intakeMove({ intake, isWaiting }: SeenIntakeAction, desk: Desk): Move | undefined {
  if (isWaiting) return undefined;
  return (
    window({ type: 'TellCorrections', intake }, `TellCorrections.${intake}`, desk) ??
    window({ type: 'AcceptApplication', intake }, `AcceptApplication.${intake}`, desk)
  );
}

function window(deed: Deed, key: string, desk: Desk): Move | undefined {
  const post = postFor(deed.type, desk);
  return post && { key, by: { post, department: desk.department }, deed };
}
