import type { ItemStep } from '../domain/dossier/signal.ts';
import type { Sentence } from './sentence.ts';

const WAITING = 'waiting-';

/** The steps of the machines as they are compiled; a definition may add others of its own. */
export const STEP_LABELS: Readonly<Record<ItemStep, Sentence>> = {
  planned: { zh: '待申报', en: 'not applied for yet' },
  received: { zh: '接件审查', en: 'under examination' },
  correcting: { zh: '待补正', en: 'corrections awaited' },
  corrected: { zh: '补正后审查', en: 'corrected, under examination' },
  consulting: { zh: '待征求意见', en: 'opinions to be asked' },
  soliciting: { zh: '征求意见', en: 'opinions awaited' },
  handling: { zh: '承办', en: 'handling' },
  reviewing: { zh: '审核', en: 'review' },
  approving: { zh: '批准', en: 'approval' },
  'waiting-ready': { zh: '拟准予，待前置', en: 'approval prepared' },
  releasing: { zh: '前置到达，生效中', en: 'taking effect' },
  'reported-up': { zh: '已上报', en: 'reported up' },
  approved: { zh: '准予许可', en: 'approved' },
  'approved-issued': { zh: '证照已制发', en: 'approval issued' },
  concluded: { zh: '办结', en: 'concluded' },
  rejected: { zh: '不予许可', en: 'rejected' },
  'rejected-issued': { zh: '不予许可决定书已制发', en: 'rejection issued' },
  refused: { zh: '不予许可（已送达）', en: 'rejected and served' },
  'not-accepted': { zh: '不予受理', en: 'not accepted' },
  returned: { zh: '退件', en: 'returned' },
  withdrawn: { zh: '撤回申请', en: 'withdrawn' },
  dropped: { zh: '取消事项', en: 'dropped' },
  awaited: { zh: '等待中', en: 'awaited' },
  reached: { zh: '已达成', en: 'reached' },
  failed: { zh: '未达成', en: 'failed' },
};

/** What a step is called; a step that only a definition knows is shown by its own name. */
export function stepLabel(step: ItemStep): Sentence {
  const known = STEP_LABELS[step];
  if (known) return known;
  const mirrored = step.startsWith(WAITING) ? STEP_LABELS[step.slice(WAITING.length)] : undefined;
  if (!mirrored) return { zh: step, en: step };
  return { zh: `${mirrored.zh}（预审）`, en: `${mirrored.en} (pre-review)` };
}
