import { describe, expect, it } from 'vitest';
import type { Day } from '../../../../src/kernel/instant.ts';
import { after, given, itemOf, nothing, type Asked } from '../../../support/dossier-spec.ts';
import {
  accept,
  accepted,
  approve,
  drafted,
  drop,
  fill,
  grant,
  handle,
  opine,
  reject,
  review,
  solicit,
  submit,
} from '../../../support/dossier-scenes.ts';
import { DOSSIER, item, person, SAMPLE } from '../../../support/sample-office.ts';
import { TABLES } from '../../../support/item-tables.ts';
import { sampleProcedure } from '../../../support/sample-procedure.ts';

const prepare = (slug: string) => [handle(slug), review(slug), approve(slug)];
const reach: Asked = {
  type: 'RecordMilestone',
  item: item('land-contract'),
  reachedOn: '2026-11-20' as Day,
  reference: '331125-2026-A-07',
};

describe('an item that waits for its prerequisites', () => {
  it('is accepted under its own notice when the last one is granted', () => {
    const outcome = given(accepted()).when(approve('filing'));
    outcome.thenEvents(
      { type: 'ItemApproved', data: { item: item('filing'), onArrival: false } },
      {
        type: 'PrerequisitesArrived',
        data: {
          item: item('land-permit'),
          arrived: item('filing'),
          notice: `${DOSSIER}-002`,
        },
      },
    );
    expect(outcome.item('land-permit')).toMatchObject({ step: 'handling', phase: 'working' });
    expect(outcome.item('land-permit').acceptedAt).toBeDefined();
  });

  it('goes on waiting for the others', () => {
    given(accepted({ landByAuction: true }))
      .when(approve('filing'))
      .thenTypes('ItemApproved');
  });

  it('hears of a milestone as of a grant', () => {
    given(accepted({ landByAuction: true }), approve('filing'))
      .when(reach)
      .thenTypes('MilestoneReached', 'PrerequisitesArrived');
  });

  it('keeps in pre-review what was done before they arrived', () => {
    const scene = after(accepted(), handle('land-permit'));
    const outcome = given(scene).when(approve('filing'));
    expect(outcome.item('land-permit')).toMatchObject({ step: 'reviewing', handledBy: 'handler' });
  });

  it('is decided at once on arrival where an approval stood prepared', () => {
    const note = '同意，待备案后生效';
    const prepared = after(accepted(), handle('land-permit'), review('land-permit'));
    given(prepared)
      .when({ type: 'ApproveItem', item: item('land-permit'), note })
      .thenEvents({ type: 'ApprovalPrepared', data: { item: item('land-permit'), note } });
    const outcome = given(prepared, { type: 'ApproveItem', item: item('land-permit'), note }).when(
      approve('filing'),
    );
    outcome.thenEvents(
      { type: 'ItemApproved', data: { item: item('filing'), onArrival: false } },
      {
        type: 'PrerequisitesArrived',
        data: {
          item: item('land-permit'),
          arrived: item('filing'),
          notice: `${DOSSIER}-002`,
        },
      },
      {
        type: 'ItemApproved',
        data: { item: item('land-permit'), note, preparedBy: person('approver'), onArrival: true },
      },
    );
    expect(outcome.item('land-permit')).not.toHaveProperty('prepared');
  });

  it('keeps handler, reviewer and approver apart in pre-review too', () => {
    given(accepted(), handle('land-permit'))
      .when(review('land-permit'), { by: { person: person('handler'), post: 'reviewer' } })
      .thenRefused('reviewer-is-handler', {
        item: item('land-permit'),
        person: person('handler'),
      });
    given(accepted(), handle('land-permit'), review('land-permit'))
      .when(approve('land-permit'), { by: { person: person('handler'), post: 'approver' } })
      .thenRefused('approver-is-handler', {
        item: item('land-permit'),
        person: person('handler'),
      });
  });

  it('cannot be rejected in pre-review: nothing is accepted yet', () => {
    given(accepted(), handle('land-permit'), review('land-permit'))
      .when(reject('land-permit'))
      .thenRefused('item-not-in-step', {
        item: item('land-permit'),
        step: 'waiting-approving',
        command: 'RejectItem',
      });
  });

  it('passes its own grant on: one approval may release a chain of prepared ones', () => {
    const schemed = after(
      accepted(),
      solicit('scheme-review', 'traffic'),
      opine('scheme-review', 'traffic', 'agree'),
      ...grant('scheme-review'),
      ...grant('eia'),
      submit('construction'),
      accept(2),
      ...prepare('construction-permit'),
      ...prepare('works-permit'),
      ...prepare('land-permit'),
    );
    given(schemed)
      .when(approve('filing'))
      .thenTypes(
        'ItemApproved',
        'PrerequisitesArrived',
        'ItemApproved',
        'PrerequisitesArrived',
        'ItemApproved',
        'PrerequisitesArrived',
        'ItemApproved',
      );
  });

  it('no longer waits for what is dropped', () => {
    given(accepted({ landByAuction: true }), approve('filing'))
      .when(drop('land-contract'))
      .thenTypes('ItemDropped', 'PrerequisitesArrived');
  });

  it('no longer waits for what an answer takes away', () => {
    const outcome = given(accepted({ landByAuction: true }), approve('filing')).when(
      fill({ landByAuction: false }),
    );
    outcome.thenTypes('FormFilled', 'ItemsMatched', 'PrerequisitesArrived');
    expect(outcome.item('land-permit').step).toBe('handling');
  });

  it('goes on waiting where the answers that count stay as they are', () => {
    given(accepted())
      .when(fill({ floorArea: 1 }))
      .thenTypes('FormFilled');
  });

  it('is freed by an item that is added, where the definition says so', () => {
    const items = SAMPLE.items.map((one) =>
      one.item === 'land-permit'
        ? { ...one, needs: ['archaeology'], met: (facts) => facts.applies(item('archaeology')) }
        : one,
    ) as typeof SAMPLE.items;
    const scene = drafted({}, nothing([sampleProcedure({ ...SAMPLE, items })]));
    given(scene, submit('planning'), accept(1))
      .when({ type: 'AddItem', item: item('archaeology'), reason: '发现古墓' })
      .thenTypes('ItemAdded', 'PrerequisitesArrived');
  });

  it('stays accepted when an item it would need is added later', () => {
    const scene = after(accepted(), approve('filing'));
    const added = after(scene, fill({ landByAuction: true }));
    expect(itemOf(added, 'land-permit').step).toBe('handling');
  });

  it('at the counter is accepted on arrival and decided there', () => {
    const scene = after(
      drafted({ specialWorks: true }),
      submit('planning'),
      accept(1),
      approve('filing'),
      ...grant('land-permit'),
      solicit('scheme-review', 'traffic'),
      opine('scheme-review', 'traffic', 'agree'),
      ...grant('scheme-review'),
      ...grant('eia'),
      submit('construction'),
      accept(2),
    );
    expect(itemOf(scene, 'completion-filing').step).toBe('waiting-approving');
    const done = after(scene, ...grant('works-permit'), ...grant('construction-permit'));
    given(done).when(approve('completion-filing')).thenTypes('ItemApproved');
    expect(TABLES.instant.next('waiting-approving', 'Approved')).toBeUndefined();
  });
});

describe('a milestone', () => {
  it('may come before anything is applied for', () => {
    given(drafted({ landByAuction: true }))
      .when(reach)
      .thenTypes('MilestoneReached');
  });

  it('has its paper, and is not of tomorrow', () => {
    const scene = drafted({ landByAuction: true });
    given(scene)
      .when({ ...reach, reference: '' })
      .thenRefused('reason-missing', { command: 'RecordMilestone' });
    given(scene)
      .when({ ...reach, reachedOn: '2026-11-24' as Day })
      .thenRefused('day-in-the-future', { day: '2026-11-24' as Day });
  });

  it('that will not come fails with a reason, and may be awaited again', () => {
    const fail: Asked = {
      type: 'RecordMilestoneFailure',
      item: item('land-contract'),
      reason: '流拍',
    };
    const scene = drafted({ landByAuction: true });
    given(scene).when(fail).thenTypes('MilestoneFailed');
    given(scene)
      .when({ ...fail, reason: '' })
      .thenRefused('reason-missing', { command: 'RecordMilestoneFailure' });
    const again = given(scene, fail).when({
      type: 'AddItem',
      item: item('land-contract'),
      reason: '重新挂牌',
    });
    again.thenTypes('ItemAdded');
    expect(again.item('land-contract').step).toBe('awaited');
  });
});
