import { resolvedItem, type ResolvedItem } from '../../../../src/workflow/definition/definition.ts';
import type { StepRule } from '../../../../src/workflow/definition/vocabulary.ts';

/** The default steps of most kinds. */
const THREE_STEPS: readonly StepRule[] = [
  { step: 'handle', by: ['handler'] },
  { step: 'review', by: ['reviewer'] },
  { step: 'approve', by: ['approver'] },
];
export const APPROVE_ALONE: readonly StepRule[] = [{ step: 'approve', by: ['approver'] }];

/**
 * A promised item with a result, read through the schema like every definition. A change to
 * `undefined` takes the field away.
 */
export function sampleItem(changes: Readonly<Record<string, unknown>> = {}): ResolvedItem {
  const item = {
    item: 'works-planning-permit',
    name: { zh: '建设工程规划许可证核发', en: 'Works planning permit' },
    kind: 'promised',
    department: 'natural-resources',
    steps: THREE_STEPS,
    result: { paper: { zh: '建设工程规划许可证', en: 'Works planning permit' } },
    dueBy: 'construction-planning',
    ...changes,
  };
  const given = Object.entries(item).filter(([, value]) => value !== undefined);
  return resolvedItem.parse(Object.fromEntries(given));
}

const opinions = { from: ['civil-defence', 'traffic-police'] };

/** One of each shape that a definition can give an item. */
export const SAMPLE_ITEMS: readonly (readonly [string, ResolvedItem])[] = [
  ['instant', sampleItem({ kind: 'instant', steps: APPROVE_ALONE })],
  ['instant with a handler', sampleItem({ kind: 'instant' })],
  ['promised', sampleItem()],
  ['promised without result', sampleItem({ result: undefined })],
  ['promised without review', sampleItem({ steps: THREE_STEPS.toSpliced(1, 1) })],
  ['promised with prerequisites', sampleItem({ needs: 'done("scheme-review")' })],
  ['promised with opinions', sampleItem({ opinions, needs: 'done("scheme-review")' })],
  ['joint', sampleItem({ kind: 'joint', opinions })],
  ['joint with prerequisites', sampleItem({ kind: 'joint', opinions, needs: 'done("a")' })],
  ['report-up', sampleItem({ kind: 'report-up' })],
  ['report-up with prerequisites', sampleItem({ kind: 'report-up', needs: 'done("a")' })],
  [
    'external',
    sampleItem({ kind: 'external', department: undefined, steps: [], result: undefined }),
  ],
];
