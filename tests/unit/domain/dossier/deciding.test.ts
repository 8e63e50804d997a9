import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../../../src/kernel/instant.ts';
import { after, given, type Asked } from '../../../support/dossier-spec.ts';
import {
  accept,
  accepted,
  approve,
  drafted,
  GROUNDS,
  handle,
  issue,
  opine,
  reject,
  review,
  serve,
  solicit,
  solicited,
  submit,
} from '../../../support/dossier-scenes.ts';
import { department, DOSSIER, item, person } from '../../../support/sample-office.ts';

const EIA = item('eia');
const approving = () => after(accepted(), handle('eia'), review('eia'));

describe('the steps of an item', () => {
  it('are handled, reviewed and approved by three people', () => {
    given(accepted())
      .when(handle('eia'))
      .thenEvents({
        type: 'ItemHandled',
        data: { item: EIA, proposal: 'approve', opinion: '符合规划条件' },
      });
    const reviewed = given(accepted(), handle('eia')).when(review('eia'));
    reviewed.thenTypes('ItemReviewed');
    expect(reviewed.item('eia')).toMatchObject({
      step: 'approving',
      handledBy: 'handler',
      reviewedBy: 'reviewer',
    });
    const outcome = given(approving()).when(approve('eia'));
    outcome.thenEvents({ type: 'ItemApproved', data: { item: EIA, onArrival: false } });
    expect(outcome.item('eia')).toMatchObject({ granted: true, decision: 'approved' });
  });

  it('say what they think', () => {
    given(accepted())
      .when({ ...handle('eia'), opinion: ' ' } as Asked)
      .thenRefused('reason-missing', { command: 'HandleItem' });
    given(accepted(), handle('eia'))
      .when({ ...review('eia'), opinion: '' } as Asked)
      .thenRefused('reason-missing', { command: 'ReviewItem' });
  });

  it('begin anew when the item is sent back, also for who did them', () => {
    const back: Asked = { type: 'SendBackItem', item: EIA, reason: '缺专家意见' };
    const outcome = given(approving()).when(back);
    outcome.thenEvents({ type: 'ItemSentBack', data: { item: EIA, reason: '缺专家意见' } });
    expect(outcome.item('eia').step).toBe('handling');
    expect(outcome.item('eia')).not.toHaveProperty('handledBy');
    expect(outcome.item('eia')).not.toHaveProperty('proposal');
    given(approving(), back)
      .when(handle('eia'), { by: { person: person('approver'), post: 'handler' } })
      .thenTypes('ItemHandled');
  });

  it('end in a rejection with its grounds', () => {
    given(approving())
      .when(reject('eia'))
      .thenEvents({ type: 'ItemRejected', data: { item: EIA, grounds: GROUNDS } });
  });
});

describe('opinions', () => {
  const REVIEW = item('scheme-review');

  it('are asked of several departments at once, each once', () => {
    const outcome = given(accepted()).when(
      solicit('scheme-review', 'traffic', 'greening', 'traffic'),
    );
    outcome.thenEvents({
      type: 'OpinionsSolicited',
      data: {
        item: REVIEW,
        departments: [department('traffic'), department('greening')],
        question: '方案是否可行？',
        answerBy: '2026-11-27' as Day,
      },
    });
  });

  it('may be asked for the same day', () => {
    given(accepted())
      .when({ ...solicit('scheme-review', 'traffic'), answerBy: '2026-11-23' as Day } as Asked)
      .thenTypes('OpinionsSolicited');
  });

  it('must be asked of somebody, and ask something', () => {
    given(accepted())
      .when(solicit('scheme-review'))
      .thenRefused('opinion-department-not-listed', { item: REVIEW, departments: [] });
    given(accepted())
      .when({ ...solicit('scheme-review', 'traffic'), question: '' } as Asked)
      .thenRefused('reason-missing', { command: 'SolicitOpinions' });
  });

  it('are gathered with the last one, in the same moment', () => {
    const [first] = opine('scheme-review', 'traffic', 'agree');
    const given1 = given(solicited()).when(first, opine('scheme-review', 'traffic', 'agree')[1]);
    given1.thenTypes('OpinionGiven');
    const [last, by] = opine('scheme-review', 'greening', 'disagree', '绿地率不足');
    const outcome = given(solicited(), opine('scheme-review', 'traffic', 'agree')).when(last, by);
    outcome.thenEvents(
      {
        type: 'OpinionGiven',
        data: {
          item: REVIEW,
          department: department('greening'),
          answer: 'disagree',
          reason: '绿地率不足',
        },
      },
      { type: 'OpinionsGathered', data: { item: REVIEW } },
    );
    expect(outcome.item('scheme-review').step).toBe('handling');
  });

  it('wait for the second answer of a department that reports up', () => {
    const reported = opine('scheme-review', 'greening', 'report-up', '须报市园林局');
    const scene = after(solicited(), opine('scheme-review', 'traffic', 'agree'), reported);
    given(scene)
      .when(...reported)
      .thenRefused('opinion-already-given', {
        item: REVIEW,
        department: department('greening'),
      });
    given(scene)
      .when(...opine('scheme-review', 'greening', 'agree'))
      .thenTypes('OpinionGiven', 'OpinionsGathered');
  });

  it('come from a department, not from an agent', () => {
    given(solicited())
      .when({ type: 'GiveOpinion', item: REVIEW, answer: 'agree' })
      .thenRefused('opinion-not-asked', { item: REVIEW, department: '' as never });
  });

  it('that disagree may be overridden with a reason', () => {
    const scene = after(
      accepted(),
      solicit('scheme-review', 'traffic'),
      opine('scheme-review', 'traffic', 'disagree', '路口间距不足'),
      handle('scheme-review'),
      review('scheme-review'),
    );
    const overridingReason = '路口已按新规调整';
    given(scene)
      .when({ type: 'ApproveItem', item: REVIEW, overridingReason })
      .thenEvents({
        type: 'ItemApproved',
        data: { item: REVIEW, overridingReason, onArrival: false },
      });
  });

  it('are an option for items that list departments, and may be asked again', () => {
    const scene = after(
      drafted({ specialWorks: true }),
      submit('construction', 'fire-design'),
      accept(1),
    );
    given(scene).when(handle('fire-design')).thenTypes('ItemHandled');
    const asked = after(
      scene,
      solicit('fire-design', 'fire-brigade'),
      opine('fire-design', 'fire-brigade', 'agree'),
    );
    const again = given(asked).when(solicit('fire-design', 'fire-brigade'));
    again.thenTypes('OpinionsSolicited');
    expect(again.item('fire-design').opinions).toEqual({ [department('fire-brigade')]: {} });
  });
});

describe('an item that is reported up', () => {
  const FOREST = item('forest-land');
  const report: Asked = {
    type: 'ReportUp',
    item: FOREST,
    superior: '省林业局',
    reference: '浙林资〔2026〕12号',
  };
  const answer = (said: 'approved' | 'rejected'): Asked => ({
    type: 'RecordSuperiorAnswer',
    item: FOREST,
    answer: said,
    reference: '浙林许〔2026〕88号',
  });
  const ready = () =>
    after(accepted({ forestLand: true }), handle('forest-land'), review('forest-land'));

  it('is not approved by the department itself, before or after', () => {
    const refused = { item: FOREST, command: 'ApproveItem' } as const;
    given(ready())
      .when(approve('forest-land'))
      .thenRefused('item-not-in-step', { ...refused, step: 'approving' });
    given(ready(), report)
      .when(approve('forest-land'))
      .thenRefused('item-not-in-step', { ...refused, step: 'reported-up' });
  });

  it('is reported by somebody who neither handled nor reviewed it', () => {
    given(ready())
      .when(report, { by: { person: person('handler'), post: 'approver' } })
      .thenRefused('approver-is-handler', { item: FOREST, person: person('handler') });
    given(ready())
      .when({ ...report, reference: '' })
      .thenRefused('reason-missing', { command: 'ReportUp' });
  });

  it('is granted by the superior', () => {
    given(ready()).when(report).thenTypes('ItemReportedUp');
    const outcome = given(ready(), report).when(answer('approved'));
    outcome.thenTypes('SuperiorAnswered');
    expect(outcome.item('forest-land')).toMatchObject({ granted: true, decision: 'approved' });
  });

  it('is rejected by the superior with grounds', () => {
    given(ready(), report)
      .when(answer('rejected'))
      .thenRefused('grounds-incomplete', { missing: ['reason', 'basis', 'remedy'] });
    const rejected = given(ready(), report).when({
      ...answer('rejected'),
      grounds: GROUNDS,
    } as Asked);
    expect(rejected.item('forest-land')).toMatchObject({ step: 'rejected', granted: false });
    given(ready(), report)
      .when({ ...answer('approved'), reference: ' ' } as Asked)
      .thenRefused('reason-missing', { command: 'RecordSuperiorAnswer' });
  });
});

describe('results', () => {
  it('bear a number of the dossier and are served with proof', () => {
    given(approving(), approve('eia'))
      .when({ ...issue('eia'), validUntil: '2029-11-23' as Day } as Asked)
      .thenEvents({
        type: 'ResultIssued',
        data: {
          item: EIA,
          title: '批复',
          validUntil: '2029-11-23' as Day,
          paper: `${DOSSIER}-002`,
          outcome: 'approved',
        },
      });
    const served = given(approving(), approve('eia'), issue('eia')).when(serve('eia'));
    served.thenEvents({
      type: 'ResultServed',
      data: {
        item: EIA,
        paper: `${DOSSIER}-002`,
        manner: 'window',
        proof: '回执001',
        servedOn: '2026-11-23' as Day,
      },
    });
    expect(served.item('eia').ending).toBe('approved');
  });

  it('of a rejection are served as well', () => {
    const scene = after(approving(), reject('eia'), issue('eia'));
    expect(given(scene).when(serve('eia')).item('eia').ending).toBe('rejected');
  });

  it('need a title and a proof', () => {
    given(approving(), approve('eia'))
      .when({ ...issue('eia'), title: '' } as Asked)
      .thenRefused('reason-missing', { command: 'IssueResult' });
    given(approving(), approve('eia'), issue('eia'))
      .when({ ...serve('eia'), proof: ' ' } as Asked)
      .thenRefused('reason-missing', { command: 'ServeResult' });
  });

  it('are served on a day of the office, not of Greenwich', () => {
    const lateEvening = '2026-11-23T17:00:00.000Z' as Instant;
    given(approving(), approve('eia'), issue('eia'))
      .when({ ...serve('eia'), servedOn: '2026-11-24' as Day } as Asked, {
        occurredAt: lateEvening,
      })
      .thenTypes('ResultServed');
  });
});
