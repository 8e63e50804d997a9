import { own } from '../../domain/dossier/own.ts';
import type { DossierEventOf, DossierEventType } from '../../domain/dossier/events.ts';
import { OPINION_LABELS } from '../../wording/labels.ts';
import { OUTCOME_LABELS } from '../../wording/matter-labels.ts';
import { fitted } from './display-width.ts';
import type { TimelineEntry } from './timeline.ts';

/** What items and stages are called; a stage may be named like one of its items. */
export interface Names {
  readonly items: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, string>>;
}

type Detail<Type extends DossierEventType> = (
  facts: DossierEventOf<Type>['data'],
  names: Names,
) => string;

const WHEN_COLUMNS = 8;
const WHO_COLUMNS = 26;

/** One event for a terminal: when, who, what, about which item, and what is worth knowing of it. */
export function timelineLine(entry: TimelineEntry, names: Names): string {
  const { item } = entry;
  const who = whoOf(entry);
  const about = item === null ? '' : `「${own(names.items, item) ?? item}」`;
  const detail = detailOf(entry, names);
  const said = detail === '' ? '' : `  ${detail}`;
  return `${timeOf(entry)}  ${fitted(who, WHO_COLUMNS)}  ${labelOf(entry)}${about}${said}`;
}

/** What follows by itself when prerequisites arrive was decided before, and by somebody else. */
function whoOf({ type, actor, facts }: TimelineEntry): string {
  const isArrival = type.code === 'PrerequisitesArrived';
  if (isArrival || ('onArrival' in facts && facts.onArrival)) return '（随前置到达）';
  return `${actor.department?.name.zh ?? ''}${actor.post.zh}`;
}

/** The office's clock. */
function timeOf({ occurredAt }: TimelineEntry): string {
  return Temporal.Instant.from(occurredAt)
    .toZonedDateTimeISO('Asia/Shanghai')
    .toPlainTime()
    .toString({ smallestUnit: 'second' })
    .slice(0, WHEN_COLUMNS);
}

/** A department that has looked and found nothing notes just that. */
function labelOf({ type, facts }: TimelineEntry): string {
  const isNothing = 'corrections' in facts && facts.corrections.length === 0;
  return type.code === 'CorrectionsNoted' && isNothing ? '无需补正' : type.zh;
}

function detailOf({ type, facts }: TimelineEntry, names: Names): string {
  const detail = DETAILS[type.code] as ((facts: unknown, names: Names) => string) | undefined;
  return detail?.(facts, names) ?? '';
}

const DETAILS: { readonly [Type in DossierEventType]?: Detail<Type> } = {
  DossierOpened: ({ projectName }) => projectName,
  ProjectCodeAssigned: ({ projectCode }) => projectCode,
  ItemsMatched: ({ items }) => `${items.length} 个事项`,
  MaterialAttached: ({ attachment }) => attachment.fileName,
  ApplicationSubmitted: ({ intake, stage, items }, names) =>
    `第 ${intake} 次接件，${own(names.stages, stage) ?? stage}，${items.length} 个事项`,
  CorrectionsNoted: ({ corrections }) => notes(corrections),
  CorrectionsTold: ({ notice, corrections }) => `${notice} ${notes(corrections)}`,
  ApplicationAccepted: ({ notice, items, waiting }) =>
    `${notice} 受理 ${items.length} 项` +
    (waiting.length > 0 ? `，${waiting.length} 项预审待前置` : ''),
  PrerequisitesArrived: ({ arrived }, names) =>
    arrived === undefined ? '' : `前置：${own(names.items, arrived) ?? arrived}`,
  OpinionsSolicited: ({ departments }) => `${departments.length} 个部门`,
  OpinionGiven: ({ answer, reason }) =>
    answer === 'agree' ? OPINION_LABELS.agree.zh : `${OPINION_LABELS[answer].zh}：${reason ?? ''}`,
  ItemHandled: ({ proposal, opinion }) => (proposal === 'reject' ? opinion : ''),
  ApprovalPrepared: ({ overridingReason }) => overridden(overridingReason),
  ItemApproved: ({ overridingReason, onArrival }) =>
    [...(onArrival ? ['前置到达即生效'] : []), overridden(overridingReason)].join(' ').trim(),
  ItemRejected: ({ grounds }) => `${grounds.reason}（${grounds.basis}）`,
  MilestoneReached: ({ reference }) => reference,
  ResultIssued: ({ title, paper }) => `${title} ${paper}`,
  StageConcluded: ({ stage, outcome }, names) =>
    `${own(names.stages, stage) ?? stage} ${OUTCOME_LABELS[outcome].zh}`,
  DossierConcluded: ({ outcome }) => OUTCOME_LABELS[outcome].zh,
};

function notes(corrections: readonly { readonly note: string }[]): string {
  return corrections.map(({ note }) => note).join('；');
}

function overridden(reason: string | undefined): string {
  return reason === undefined ? '' : `不采纳异议：${reason}`;
}
