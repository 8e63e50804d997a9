import type { OpinionAnswer, PreReviewAdvice, ServiceManner } from '../domain/dossier/parts.ts';
import type { ItemKind } from '../domain/dossier/procedure.ts';
import type { DossierStatus, ItemEnding, ItemPhase } from '../domain/dossier/signal.ts';
import type { PostKind } from '../domain/post.ts';
import type { Sentence } from './sentence.ts';

type Labels<Word extends string> = Readonly<Record<Word, Sentence>>;

export const POST_LABELS: Labels<PostKind> = {
  window: { zh: '窗口', en: 'window' },
  handler: { zh: '承办人', en: 'handler' },
  reviewer: { zh: '审核人', en: 'reviewer' },
  approver: { zh: '批准人', en: 'approver' },
  'organ-head': { zh: '机关负责人', en: 'head of the organ' },
  'government-head': { zh: '本级政府负责人', en: 'head of the government' },
  agent: { zh: '代办员', en: 'agent' },
  supervisor: { zh: '监察人员', en: 'supervisor' },
  auditor: { zh: '审计人员', en: 'auditor' },
  administrator: { zh: '系统管理员', en: 'administrator' },
};

export const STATUS_LABELS: Labels<DossierStatus> = {
  draft: { zh: '草稿', en: 'draft' },
  submitted: { zh: '已申报', en: 'submitted' },
  accepted: { zh: '已受理', en: 'accepted' },
  concluded: { zh: '已办结', en: 'concluded' },
  abandoned: { zh: '已终止', en: 'abandoned' },
};

export const PHASE_LABELS: Labels<ItemPhase> = {
  planned: { zh: '待申报', en: 'planned' },
  received: { zh: '已接件', en: 'received' },
  waiting: { zh: '待前置', en: 'waiting for prerequisites' },
  working: { zh: '办理中', en: 'in progress' },
  decided: { zh: '已决定', en: 'decided' },
  ended: { zh: '已结束', en: 'ended' },
};

export const ENDING_LABELS: Labels<ItemEnding> = {
  approved: { zh: '准予许可', en: 'approved' },
  rejected: { zh: '不予许可', en: 'rejected' },
  'not-accepted': { zh: '不予受理', en: 'not accepted' },
  returned: { zh: '退件', en: 'returned' },
  withdrawn: { zh: '撤回申请', en: 'withdrawn' },
  dropped: { zh: '取消事项', en: 'dropped' },
  reached: { zh: '已达成', en: 'reached' },
  failed: { zh: '未达成', en: 'failed' },
};

export const ITEM_KIND_LABELS: Labels<ItemKind> = {
  instant: { zh: '即办件', en: 'instant' },
  promised: { zh: '承诺件', en: 'promised' },
  joint: { zh: '联办件', en: 'joint' },
  'report-up': { zh: '上报件', en: 'report-up' },
  external: { zh: '外部节点', en: 'external milestone' },
};

export const OPINION_LABELS: Labels<OpinionAnswer> = {
  agree: { zh: '同意', en: 'agrees' },
  disagree: { zh: '不同意', en: 'disagrees' },
  'report-up': { zh: '同意但须报上级', en: 'agrees, must report up' },
};

export const ADVICE_LABELS: Labels<PreReviewAdvice> = {
  ready: { zh: '预审通过', en: 'ready' },
  'not-ready': { zh: '预审未通过', en: 'not ready' },
};

export const SERVICE_LABELS: Labels<ServiceManner> = {
  window: { zh: '窗口领取', en: 'at the window' },
  post: { zh: '邮寄送达', en: 'by post' },
  electronic: { zh: '电子送达', en: 'electronically' },
  left: { zh: '留置送达', en: 'left at the address' },
  'public-notice': { zh: '公告送达', en: 'by public notice' },
};
