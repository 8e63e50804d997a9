import type { NextAction, Turn } from '../domain/dossier/next/next-action.ts';

/** Slug of the item or stage, number of the intake; empty for the dossier as a whole. */
export function subjectOf(action: NextAction): string {
  if (action.about === 'item') return action.item;
  if (action.about === 'stage') return action.stage;
  return action.about === 'intake' ? String(action.intake) : '';
}

/** Whether all there is to do is to write down, one day, that something outside has happened. */
export function awaitsMilestone(action: NextAction): boolean {
  return action.about === 'item' && action.waitsFor.some((wait) => wait.for === 'milestone');
}

/**
 * Whose turn it is, each matter told once: what the lead does to an application under examination it
 * does to the whole intake, so that its items do not say it again.
 */
export function turnsOf(action: NextAction): readonly Turn[] {
  const isExamined = action.about === 'item' && action.phase === 'received';
  return isExamined ? action.turns.filter(({ of }) => of !== 'lead') : action.turns;
}
