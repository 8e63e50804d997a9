import type { Correction, Investor } from '../domain/dossier/parts.ts';
import type { TurnOf } from '../domain/dossier/procedure.ts';
import type { Intake } from '../domain/dossier/state.ts';
import type { Wait } from '../domain/dossier/next/waits.ts';
import type { PaperKind } from '../projections/dossier-trail.ts';
import type { InboxAbout } from '../projections/inbox/project.ts';
import type { Limit, LimitUnit } from '../workflow/definition/vocabulary.ts';
import type { Sentence } from './sentence.ts';

type Labels<Word extends string> = Readonly<Record<Word, Sentence>>;

export const LIMIT_KIND_LABELS: Labels<Limit['kind']> = {
  statutory: { zh: '法定时限', en: 'statutory' },
  promised: { zh: '承诺时限', en: 'promised' },
};

export const LIMIT_UNIT_LABELS: Labels<LimitUnit> = {
  'working-days': { zh: '个工作日', en: 'working days' },
  'natural-days': { zh: '个自然日', en: 'natural days' },
  months: { zh: '个月', en: 'months' },
  years: { zh: '年', en: 'years' },
};

export const INVESTOR_KIND_LABELS: Labels<Investor['kind']> = {
  government: { zh: '政府投资', en: 'government' },
  enterprise: { zh: '企业', en: 'enterprise' },
  individual: { zh: '个人', en: 'individual' },
};

export const OUTCOME_LABELS: Labels<'approved' | 'rejected'> = {
  approved: { zh: '通过', en: 'approved' },
  rejected: { zh: '未通过', en: 'rejected' },
};

export const INTAKE_STATUS_LABELS: Labels<Intake['status']> = {
  examining: { zh: '审查中', en: 'under examination' },
  'corrections-told': { zh: '已告知补正', en: 'corrections told' },
  corrected: { zh: '已补正', en: 'corrected' },
  closed: { zh: '已了结', en: 'closed' },
};

export const CORRECTION_LABELS: Labels<Correction['problem']> = {
  missing: { zh: '缺少', en: 'missing' },
  illegible: { zh: '不清晰', en: 'illegible' },
  'wrong-form': { zh: '形式不符', en: 'wrong form' },
  inconsistent: { zh: '内容不一致', en: 'inconsistent' },
  expired: { zh: '已过期', en: 'expired' },
  unsigned: { zh: '未签章', en: 'unsigned' },
  incomplete: { zh: '不完整', en: 'incomplete' },
};

export const PAPER_KIND_LABELS: Labels<PaperKind> = {
  'corrections-notice': { zh: '补正告知书', en: 'notice of corrections' },
  'acceptance-notice': { zh: '受理通知书', en: 'notice of acceptance' },
  'non-acceptance-notice': { zh: '不予受理决定书', en: 'notice of non-acceptance' },
  approval: { zh: '准予许可文书', en: 'approval' },
  rejection: { zh: '不予许可决定书', en: 'rejection' },
};

export const TURN_LABELS: Labels<TurnOf> = {
  item: { zh: '事项部门', en: 'the department of the item' },
  lead: { zh: '牵头部门', en: 'the lead department' },
  opinion: { zh: '被征求意见部门', en: 'a department asked for its opinion' },
  agency: { zh: '代办员', en: 'the agent' },
};

export const WAIT_LABELS: Labels<Wait['for']> = {
  prerequisites: { zh: '等待前置', en: 'prerequisites' },
  opinions: { zh: '等待意见', en: 'opinions' },
  corrections: { zh: '等待补正', en: 'corrections' },
  notes: { zh: '等待各部门提出补正内容', en: 'what the departments have to note' },
  superior: { zh: '等待上级批复', en: 'the superior’s answer' },
  milestone: { zh: '等待外部节点', en: 'an outside milestone' },
  'project-code': { zh: '等待项目代码', en: 'the project code' },
};

export const INBOX_LABELS: Labels<InboxAbout> = {
  item: { zh: '事项', en: 'item' },
  opinion: { zh: '意见', en: 'opinion' },
  intake: { zh: '接件', en: 'intake' },
  milestone: { zh: '外部节点', en: 'milestone' },
  stage: { zh: '阶段', en: 'stage' },
  dossier: { zh: '项目件', en: 'dossier' },
};
