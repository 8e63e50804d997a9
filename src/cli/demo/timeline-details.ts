import { own } from '../../domain/dossier/own.ts';
import type { DossierEventOf, DossierEventType } from '../../domain/dossier/events.ts';
import { OPINION_LABELS } from '../../wording/labels.ts';
import { OUTCOME_LABELS } from '../../wording/matter-labels.ts';
import type { Sentence } from '../../wording/sentence.ts';

/** What items and stages are called; a stage may be named like one of its items. */
export interface Names {
  readonly items: Readonly<Record<string, Sentence>>;
  readonly stages: Readonly<Record<string, Sentence>>;
}

type Detail<Type extends DossierEventType> = (
  facts: DossierEventOf<Type>['data'],
  names: Names,
) => Sentence;

/** What is worth knowing of an event beside its name; what officers wrote stays as they wrote it. */
export const DETAILS: { readonly [Type in DossierEventType]?: Detail<Type> } = {
  DossierOpened: ({ projectName }) => same(projectName),
  ProjectCodeAssigned: ({ projectCode }) => same(projectCode),
  ItemsMatched: ({ items }) => ({ zh: `${items.length} 个事项`, en: `${items.length} items` }),
  MaterialAttached: ({ attachment }) => same(attachment.fileName),
  ApplicationSubmitted: ({ intake, stage, items }, { stages }) => ({
    zh: `第 ${intake} 次接件，${called(stage, stages).zh}，${items.length} 个事项`,
    en: `intake ${intake}, ${called(stage, stages).en}, ${items.length} items`,
  }),
  CorrectionsNoted: ({ corrections }) => same(notes(corrections)),
  CorrectionsTold: ({ notice, corrections }) => same(`${notice} ${notes(corrections)}`),
  ApplicationAccepted: ({ notice, items, waiting }) => ({
    zh: `${notice} 受理 ${items.length} 项，${waiting.length} 项预审待前置`,
    en: `${notice}: ${items.length} accepted, ${waiting.length} in pre-review`,
  }),
  PrerequisitesArrived: ({ arrived }, { items }) => {
    const { zh, en } = arrived === undefined ? same('') : called(arrived, items);
    return { zh: `前置：${zh}`, en: `it was: ${en}` };
  },
  OpinionsSolicited: ({ departments }) => ({
    zh: `${departments.length} 个部门`,
    en: `${departments.length} departments`,
  }),
  OpinionGiven: ({ answer, reason }) => {
    const { zh, en } = OPINION_LABELS[answer];
    if (answer === 'agree') return { zh, en };
    return { zh: `${zh}：${reason ?? ''}`, en: `${en}: ${reason ?? ''}` };
  },
  ItemHandled: ({ proposal, opinion }) => same(proposal === 'reject' ? opinion : ''),
  ApprovalPrepared: ({ overridingReason }) => overridden(overridingReason),
  ItemApproved: ({ overridingReason, onArrival, preparedBy }) => {
    const { zh, en } = overridden(overridingReason);
    if (!onArrival) return { zh, en };
    return {
      zh: `前置到达即生效，${preparedBy} 事先批准 ${zh}`.trim(),
      en: `in effect on arrival, approved before by ${preparedBy} ${en}`.trim(),
    };
  },
  ItemRejected: ({ grounds }) => same(`${grounds.reason}（${grounds.basis}）`),
  MilestoneReached: ({ reference }) => same(reference),
  ResultIssued: ({ title, paper }) => same(`${title} ${paper}`),
  StageConcluded: ({ stage, outcome }, { stages }) => {
    const { zh, en } = called(stage, stages);
    return {
      zh: `${zh} ${OUTCOME_LABELS[outcome].zh}`,
      en: `${en} ${OUTCOME_LABELS[outcome].en}`,
    };
  },
  DossierConcluded: ({ outcome }) => OUTCOME_LABELS[outcome],
};

/** The name where one is known, else the id. */
export function called(id: string, names: Names['items']): Sentence {
  return own(names, id) ?? same(id);
}

function same(text: string): Sentence {
  return { zh: text, en: text };
}

function notes(corrections: readonly { readonly note: string }[]): string {
  return corrections.map(({ note }) => note).join('；');
}

function overridden(reason: string | undefined): Sentence {
  if (reason === undefined) return same('');
  return { zh: `不采纳异议：${reason}`, en: `disagreement overridden: ${reason}` };
}
