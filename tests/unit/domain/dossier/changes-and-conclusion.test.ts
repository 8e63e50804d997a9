import { describe, expect, it } from 'vitest';
import { after, given, type Asked } from '../../../support/dossier-spec.ts';
import {
  accept,
  accepted,
  approve,
  conclude,
  drafted,
  drop,
  GROUNDS,
  grant,
  handle,
  issue,
  planningConcluded,
  reject,
  review,
  serve,
  submit,
  withdraw,
} from '../../../support/dossier-scenes.ts';
import { department, item, OPENING, person, stage } from '../../../support/sample-office.ts';

const EIA = item('eia');
const giveBack: Asked = { type: 'ReturnItem', item: EIA, grounds: GROUNDS };
const refusedEia = () =>
  after(accepted(), handle('eia'), review('eia'), reject('eia'), issue('eia'), serve('eia'));

describe('an item leaves the case', () => {
  it('returned by the department with grounds, also after acceptance', () => {
    given(accepted())
      .when(giveBack)
      .thenEvents({ type: 'ItemReturned', data: { item: EIA, grounds: GROUNDS } });
    given(accepted())
      .when({ ...giveBack, grounds: { ...GROUNDS, reason: '' } })
      .thenRefused('grounds-incomplete', { missing: ['reason'] });
  });

  it('withdrawn or dropped with a reason, but not after the decision', () => {
    given(accepted())
      .when(withdraw('eia'))
      .thenEvents({ type: 'ItemWithdrawn', data: { item: EIA, reason: '申请人撤回' } });
    given(accepted())
      .when({ type: 'DropItem', item: EIA, reason: ' ' })
      .thenRefused('reason-missing', { command: 'DropItem' });
    given(accepted())
      .when({ type: 'WithdrawItem', item: EIA, reason: '' })
      .thenRefused('reason-missing', { command: 'WithdrawItem' });
    given(accepted(), handle('eia'), review('eia'), approve('eia'))
      .when(withdraw('eia'))
      .thenRefused('item-not-in-step', { item: EIA, step: 'approved', command: 'WithdrawItem' });
  });

  it('dropped before it was applied for, and comes back by hand only', () => {
    const scene = after(drafted(), drop('eia'));
    given(scene).when(submit('planning', 'eia')).thenRefused('item-not-in-step', {
      item: EIA,
      step: 'dropped',
      command: 'SubmitApplication',
    });
    const added = given(scene).when({ type: 'AddItem', item: EIA, reason: '环评仍须办理' });
    added.thenEvents({
      type: 'ItemAdded',
      data: {
        item: EIA,
        stage: stage('planning'),
        department: department('ecology'),
        reason: '环评仍须办理',
      },
    });
    expect(added.item('eia')).toMatchObject({ step: 'planned', attempt: 0 });
  });
});

describe('an item comes in by hand', () => {
  const add = (slug: string, reason = '专家意见'): Asked => ({
    type: 'AddItem',
    item: item(slug),
    reason,
  });

  it('with a reason, and only one of the procedure', () => {
    given(accepted()).when(add('archaeology')).thenTypes('ItemAdded');
    given(accepted())
      .when(add('archaeology', ''))
      .thenRefused('reason-missing', { command: 'AddItem' });
    given(accepted())
      .when(add('palace'))
      .thenRefused('item-unknown', { item: item('palace') });
  });

  it('not into a stage that is concluded', () => {
    given(planningConcluded())
      .when(add('forest-land'))
      .thenRefused('stage-concluded', { stage: stage('planning') });
  });

  it('not where no department is competent', () => {
    given(accepted())
      .when(add('archaeology'), {
        competence: { departmentFor: () => undefined, kindOf: () => undefined },
      })
      .thenRefused('no-competent-department', {
        department: 'culture' as never,
        region: OPENING.region,
      });
  });
});

describe('the people of a dossier change', () => {
  it('the agent', () => {
    const outcome = given(accepted()).when({ type: 'AssignAgent', agent: person('second') });
    outcome.thenEvents({ type: 'AgentAssigned', data: { agent: person('second') } });
    expect(outcome.dossier().agent).toBe('second');
  });

  it("the investor's name, with a reason", () => {
    const rename: Asked = { type: 'RenameInvestor', name: '青禾玩具股份公司', reason: '改制' };
    expect(given(accepted()).when(rename).dossier().investor).toEqual({
      ...OPENING.investor,
      name: '青禾玩具股份公司',
    });
    given(accepted())
      .when({ ...rename, reason: '' })
      .thenRefused('reason-missing', { command: 'RenameInvestor' });
  });

  it('the investor, with a reason and a basis', () => {
    const replace: Asked = {
      type: 'ReplaceInvestor',
      investor: { ...OPENING.investor, name: '丽水新禾公司', creditCode: '91331100MA2E1111X1' },
      reason: '项目转让',
      basis: '股权转让协议',
    };
    expect(given(accepted()).when(replace).dossier().investor.name).toBe('丽水新禾公司');
    given(accepted())
      .when({ ...replace, basis: '' })
      .thenRefused('reason-missing', { command: 'ReplaceInvestor' });
    given(accepted())
      .when({ ...replace, investor: OPENING.investor })
      .thenRefused('investor-unchanged', { name: OPENING.investor.name });
  });
});

describe('concluding a stage', () => {
  it('needs every item due by its end to have ended, and only those', () => {
    const scene = after(accepted(), approve('filing'), ...grant('land-permit'));
    given(scene, withdraw('scheme-review'))
      .when(conclude('planning'))
      .thenEvents({
        type: 'StageConcluded',
        data: { stage: stage('planning'), outcome: 'approved' },
      });
    given(scene)
      .when(conclude('planning'))
      .thenRefused('stage-items-open', {
        stage: stage('planning'),
        items: [item('scheme-review')],
      });
  });

  it.each<[string, Asked]>([
    ['rejected', withdraw('works-permit')],
    ['returned', withdraw('works-permit')],
  ])('counts an item that was %s as a rejection of the stage', (how, other) => {
    const base = how === 'rejected' ? refusedEia() : after(accepted(), giveBack);
    const scene = after(base, submit('construction'), accept(2), other);
    given(scene, withdraw('construction-permit'))
      .when(conclude('construction'))
      .thenEvents({
        type: 'StageConcluded',
        data: { stage: stage('construction'), outcome: 'rejected' },
      });
  });

  it('of a stage that does not exist is refused', () => {
    given(accepted())
      .when(conclude('demolition'))
      .thenRefused('stage-unknown', { stage: stage('demolition') });
  });
});

describe('concluding the dossier', () => {
  const end: Asked = { type: 'ConcludeDossier', note: '全部办结' };

  it('needs an acceptance first', () => {
    given(drafted())
      .when(end)
      .thenRefused('dossier-not-in-status', { status: 'draft', command: 'ConcludeDossier' });
  });

  it('is favourable when every stage was', () => {
    const scene = after(
      planningConcluded(),
      ...grant('eia'),
      drop('works-permit'),
      drop('construction-permit'),
      conclude('construction'),
    );
    const outcome = given(scene).when(end);
    outcome.thenEvents({
      type: 'DossierConcluded',
      data: { outcome: 'approved', note: '全部办结' },
    });
    expect(outcome.dossier()).toMatchObject({ status: 'concluded', outcome: 'approved' });
  });

  it('is possible as a rejection as soon as one stage was rejected and no item is in hand', () => {
    const planningRejected = after(
      accepted(),
      ...['filing', 'land-permit'].map(withdraw),
      { type: 'ReturnItem', item: item('scheme-review'), grounds: GROUNDS },
      conclude('planning'),
    );
    given(planningRejected)
      .when(end)
      .thenRefused('stages-open', { stages: [stage('construction')] });
    given(planningRejected, withdraw('eia'))
      .when(end)
      .thenEvents({ type: 'DossierConcluded', data: { outcome: 'rejected', note: '全部办结' } });
  });

  it('is the end: nothing can be asked any more', () => {
    const scene = after(planningConcluded(), withdraw('eia'), drop('works-permit'));
    given(scene, drop('construction-permit'), conclude('construction'), end)
      .when(submit('planning'))
      .thenRefused('dossier-not-in-status', {
        status: 'concluded',
        command: 'SubmitApplication',
      });
  });
});

describe('abandoning the project', () => {
  it('is possible at any time with a reason', () => {
    const abandon: Asked = { type: 'AbandonDossier', reason: '市场变化' };
    given(drafted())
      .when(abandon)
      .thenEvents({ type: 'DossierAbandoned', data: { reason: '市场变化' } });
    expect(given(accepted()).when(abandon).dossier()).toMatchObject({ status: 'abandoned' });
    given(accepted())
      .when({ type: 'AbandonDossier', reason: ' ' })
      .thenRefused('reason-missing', { command: 'AbandonDossier' });
  });
});
