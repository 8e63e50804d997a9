import type { Day } from '../../../../../src/kernel/instant.ts';
import { after, type Asked } from '../../../../support/dossier-spec.ts';
import {
  accepted,
  approve,
  GROUNDS,
  handle,
  issue,
  opine,
  reject,
  review,
  serve,
  solicit,
  solicited,
} from '../../../../support/dossier-scenes.ts';
import { department, item, OPENING, person, PROCEDURE } from '../../../../support/sample-office.ts';
import { NEWER, twoVersions } from '../../../../support/two-versions.ts';
import type { RefusalCases } from './refusal-case.ts';

const reviewing = () => after(accepted(), handle('eia'));
const approving = () => after(reviewing(), review('eia'));
const approved = () => after(approving(), approve('eia'));
const dayBefore = '2026-11-22' as Day;
const dayAfter = '2026-11-24' as Day;
const byTraffic = {
  by: { person: person('t'), post: 'handler', department: department('traffic') },
} as const;

const move = (to = NEWER.ref): Asked => ({
  type: 'MoveProcedure',
  to,
  reason: '新版已公布',
  authority: '丽审改办〔2026〕8号',
});

export const DECISION_REFUSALS: RefusalCases<
  | 'opinion-not-asked'
  | 'opinion-already-given'
  | 'opinion-reason-missing'
  | 'opinion-department-not-listed'
  | 'opinion-own-department'
  | 'answer-day-past'
  | 'disagreement-unanswered'
  | 'reviewer-is-handler'
  | 'approver-is-handler'
  | 'approver-is-reviewer'
  | 'grounds-incomplete'
  | 'reason-missing'
  | 'served-before-decided'
  | 'day-in-the-future'
  | 'paper-already-expired'
  | 'agent-already-assigned'
  | 'investor-unchanged'
  | 'procedure-unchanged'
  | 'procedure-of-other-kind'
  | 'procedure-move-loses-items'
> = {
  'opinion-not-asked': {
    given: solicited,
    when: { type: 'GiveOpinion', item: item('scheme-review'), answer: 'agree' },
    unusual: { by: { ...byTraffic.by, department: department('ecology') } },
    facts: { item: item('scheme-review'), department: department('ecology') },
  },
  'opinion-already-given': {
    given: () => after(solicited(), opine('scheme-review', 'traffic', 'agree')),
    when: { type: 'GiveOpinion', item: item('scheme-review'), answer: 'agree' },
    unusual: byTraffic,
    facts: { item: item('scheme-review'), department: department('traffic') },
  },
  'opinion-reason-missing': {
    given: solicited,
    when: { type: 'GiveOpinion', item: item('scheme-review'), answer: 'disagree', reason: ' ' },
    unusual: byTraffic,
    facts: { item: item('scheme-review') },
  },
  'opinion-department-not-listed': {
    given: accepted,
    when: solicit('scheme-review', 'traffic', 'ecology'),
    facts: { item: item('scheme-review'), departments: [department('ecology')] },
  },
  'opinion-own-department': {
    given: accepted,
    when: solicit('scheme-review', 'natural-resources'),
    facts: { item: item('scheme-review'), department: department('natural-resources') },
  },
  'answer-day-past': {
    given: accepted,
    when: { ...solicit('scheme-review', 'traffic'), answerBy: dayBefore } as Asked,
    facts: { item: item('scheme-review'), answerBy: dayBefore },
  },
  'disagreement-unanswered': {
    given: () =>
      after(
        accepted(),
        solicit('scheme-review', 'traffic'),
        opine('scheme-review', 'traffic', 'disagree', '路口间距不足'),
        handle('scheme-review'),
        review('scheme-review'),
      ),
    when: { ...approve('scheme-review'), overridingReason: '  ' } as Asked,
    facts: { item: item('scheme-review'), departments: [department('traffic')] },
  },
  'reviewer-is-handler': {
    given: reviewing,
    when: review('eia'),
    unusual: { by: { person: person('handler'), post: 'reviewer' } },
    facts: { item: item('eia'), person: person('handler') },
  },
  'approver-is-handler': {
    given: approving,
    when: approve('eia'),
    unusual: { by: { person: person('handler'), post: 'approver' } },
    facts: { item: item('eia'), person: person('handler') },
  },
  'approver-is-reviewer': {
    given: approving,
    when: reject('eia'),
    unusual: { by: { person: person('reviewer'), post: 'approver' } },
    facts: { item: item('eia'), person: person('reviewer') },
  },
  'grounds-incomplete': {
    given: approving,
    when: {
      type: 'RejectItem',
      item: item('eia'),
      grounds: { ...GROUNDS, basis: '', remedy: ' ' },
    },
    facts: { missing: ['basis', 'remedy'] },
  },
  'reason-missing': {
    given: approving,
    when: { type: 'SendBackItem', item: item('eia'), reason: '\t' },
    facts: { command: 'SendBackItem' },
  },
  'served-before-decided': {
    given: () => after(approved(), issue('eia')),
    when: { ...serve('eia'), servedOn: dayBefore } as Asked,
    facts: { item: item('eia'), servedOn: dayBefore },
  },
  'day-in-the-future': {
    given: () => after(approved(), issue('eia')),
    when: { ...serve('eia'), servedOn: dayAfter } as Asked,
    facts: { day: dayAfter },
  },
  'paper-already-expired': {
    given: approved,
    when: { ...issue('eia'), validUntil: dayBefore } as Asked,
    facts: { item: item('eia'), validUntil: dayBefore },
  },
  'agent-already-assigned': {
    given: accepted,
    when: { type: 'AssignAgent', agent: person('agent') },
    facts: { agent: person('agent') },
  },
  'investor-unchanged': {
    given: accepted,
    when: { type: 'RenameInvestor', name: OPENING.investor.name, reason: '工商变更' },
    facts: { name: OPENING.investor.name },
  },
  'procedure-unchanged': {
    given: () => twoVersions(),
    when: move(PROCEDURE.ref),
    facts: { procedure: 'sample', version: 1 },
  },
  'procedure-of-other-kind': {
    given: () => twoVersions(),
    when: move({ ...NEWER.ref, id: 'other' as never }),
    facts: { from: 'sample', to: 'other' },
  },
  'procedure-move-loses-items': {
    given: () => twoVersions(handle('eia')),
    when: move(),
    unusual: { nextProcedure: NEWER },
    facts: { items: [item('eia')] },
  },
};
