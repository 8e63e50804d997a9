import { describe, expect, it } from 'vitest';
import { after, given, itemOf, nothing } from '../../../support/dossier-spec.ts';
import {
  accept,
  accepted,
  assignCode,
  attach,
  drafted,
  fill,
  hashOf,
  material,
  OPEN,
  submit,
  submitted,
} from '../../../support/dossier-scenes.ts';
import {
  DOSSIER,
  department,
  item,
  OPENING,
  person,
  PROCEDURE,
  PROJECT_CODE,
  stage,
} from '../../../support/sample-office.ts';

const { type: _, procedure: _id, secret: _secret, ...opening } = OPENING;
const opened = () => after(nothing(), OPEN);

describe('opening a dossier', () => {
  it('names the version of the procedure it runs on', () => {
    given(nothing())
      .when(OPEN)
      .thenEvents({
        type: 'DossierOpened',
        data: { ...opening, dossier: DOSSIER, procedure: PROCEDURE.ref },
      });
  });

  it('may be entered afterwards, as of the day it happened', () => {
    const scene = after(nothing(), [OPEN, { occurredAt: '2026-11-20T02:00:00.000Z' as never }]);
    expect(scene.state).toMatchObject({ status: 'draft', openedAt: '2026-11-20T02:00:00.000Z' });
  });
});

describe('the agent of a dossier', () => {
  const { agent: _agent, ...unassigned } = OPEN as typeof OPENING;
  const by = (post: 'agent' | 'window') => ({ by: { person: person('p'), post } });

  it('is the agent who opens it, unless another is named', () => {
    expect(given(nothing()).when(unassigned, by('agent')).dossier().agent).toBe('p');
    expect(given(nothing()).when(OPEN, by('agent')).dossier().agent).toBe('agent');
  });

  it('is nobody yet where the window opens it', () => {
    expect(given(nothing()).when(unassigned, by('window')).dossier()).not.toHaveProperty('agent');
  });
});

describe('the project code', () => {
  it('is assigned once', () => {
    given(opened())
      .when(assignCode)
      .thenEvents({ type: 'ProjectCodeAssigned', data: { projectCode: PROJECT_CODE } });
  });

  it('may bear the suffix of a sub-project', () => {
    const projectCode = '2612-331100-04-01-123456-001';
    given(opened())
      .when({ type: 'AssignProjectCode', projectCode })
      .thenEvents({ type: 'ProjectCodeAssigned', data: { projectCode } });
  });

  it.each([
    '',
    ' 2612-331100-04-01-123456',
    '2612-331100-04-01-123456-1',
    '２612-331100-04-01-123456',
  ])('is not %j', (projectCode) => {
    given(opened())
      .when({ type: 'AssignProjectCode', projectCode })
      .thenRefused('project-code-malformed', { projectCode });
  });
});

describe('filling the form', () => {
  it('matches the items that apply with the departments that are competent', () => {
    const { item: matched, ...outcome } = given(opened()).when(fill({ floorArea: 800 }));
    outcome.thenTypes('FormFilled', 'ItemsMatched');
    expect(matched('filing').department).toBe(department('development'));
    expect(Object.keys(outcome.dossier().items)).toEqual([
      'filing',
      'land-permit',
      'scheme-review',
      'eia',
      'works-permit',
      'construction-permit',
    ]);
    expect(outcome.dossier().stages).toMatchObject({
      planning: { lead: department('approval-bureau') },
    });
  });

  it('says nothing about the match where it stays the same', () => {
    given(drafted())
      .when(fill({ floorArea: 900 }))
      .thenEvents({ type: 'FormFilled', data: { answers: { floorArea: 900 } } });
  });

  it('does nothing where the answers are those there are', () => {
    given(drafted())
      .when(fill({ floorArea: 12_000 }))
      .thenEvents();
  });

  it('keeps answers about a person apart, under the one whom the office may call', () => {
    const outcome = given(drafted()).when(fill({ floorArea: 900, sitePhone: '0578-2091234' }));
    const { investor, answers } = outcome.dossier();
    const { subject } = investor.contact;
    outcome.thenEvents({
      type: 'FormFilled',
      data: {
        answers: { floorArea: 900 },
        personalAnswers: { subject, value: { sitePhone: '0578-2091234' } },
      },
    });
    expect(answers).toMatchObject({ floorArea: 900, sitePhone: '0578-2091234' });
  });

  it('is one event where one of several answers is new', () => {
    given(drafted())
      .when(fill({ floorArea: 12_000, dangerous: false }))
      .thenTypes('FormFilled');
  });

  it('plans and drops items with the answers while nobody has applied for them', () => {
    const scene = after(drafted(), fill({ forestLand: true }));
    expect(itemOf(scene, 'forest-land').step).toBe('planned');
    const { items } = given(scene)
      .when(fill({ forestLand: false }))
      .dossier();
    expect(Object.keys(items)).not.toContain('forest-land');
  });

  it('leaves an item that was applied for, although the answers no longer ask for it', () => {
    const scene = submitted({ forestLand: true });
    given(scene)
      .when(fill({ forestLand: false }))
      .thenTypes('FormFilled');
  });

  it('sends what is planned to the department competent now, and leaves the rest where it is', () => {
    const moved = (kind: string) => department(`new-${kind}`);
    const competence = { departmentFor: moved, kindOf: () => undefined };
    const outcome = given(drafted(), submit('planning', 'eia')).when(fill({}), { competence });
    outcome.thenTypes('ItemsMatched');
    expect(outcome.item('filing').department).toBe(moved('development'));
    expect(outcome.item('eia').department).toBe(department('ecology'));
  });

  it('leaves an item that was added by hand', () => {
    const scene = after(drafted(), { type: 'AddItem', item: item('archaeology'), reason: '文物' });
    const { items } = given(scene)
      .when(fill({ forestLand: true }))
      .dossier();
    expect(items[item('archaeology')]).toMatchObject({ step: 'planned', addedByHand: true });
  });

  it('goes on after acceptance, for the stages to come', () => {
    given(accepted())
      .when(fill({ specialWorks: true }))
      .thenTypes('FormFilled', 'ItemsMatched');
  });
});

describe('materials', () => {
  it('are attached once and removed while nobody relies on them', () => {
    given(opened()).when(attach('site-plan')).thenTypes('MaterialAttached');
    given(drafted())
      .when({ type: 'RemoveMaterial', material: material('drawings'), hash: hashOf('drawings') })
      .thenEvents({
        type: 'MaterialRemoved',
        data: { material: material('drawings'), hash: hashOf('drawings') },
      });
  });

  it('that nobody demands are not asked for', () => {
    given(drafted()).when(submit('planning', 'scheme-review')).thenTypes('ApplicationSubmitted');
  });
});

describe('pre-review', () => {
  const request = { type: 'RequestPreReview', stage: stage('planning') } as const;
  const advise = (advice: 'ready' | 'not-ready', note: string) =>
    ({ type: 'AdvisePreReview', item: item('eia'), advice, note }) as const;

  it('is asked for a stage and answered item by item', () => {
    given(drafted())
      .when(request)
      .thenEvents({ type: 'PreReviewRequested', data: { stage: stage('planning') } });
    given(drafted(), request)
      .when(advise('ready', ''))
      .thenEvents({
        type: 'PreReviewAdvised',
        data: { item: item('eia'), advice: 'ready', note: '' },
      });
  });

  it('says what is not ready', () => {
    given(drafted(), request)
      .when(advise('not-ready', ' '))
      .thenRefused('reason-missing', { command: 'AdvisePreReview' });
  });

  it('may be asked again once a department found something not ready', () => {
    const again = given(drafted(), request, advise('not-ready', '缺附图')).when(request);
    again.thenTypes('PreReviewRequested');
    expect(again.item('eia').advice).toBeUndefined();
  });

  it('is not given on what is already applied for, nor on a milestone', () => {
    const scene = drafted({ landByAuction: true });
    given(scene, request, submit('planning', 'eia'))
      .when(advise('ready', ''))
      .thenRefused('item-not-in-step', {
        item: item('eia'),
        step: 'received',
        command: 'AdvisePreReview',
      });
    given(scene, request)
      .when({ ...advise('ready', ''), item: item('land-contract') })
      .thenRefused('item-not-in-step', {
        item: item('land-contract'),
        step: 'awaited',
        command: 'AdvisePreReview',
      });
  });

  it('has nothing to look at where all is applied for', () => {
    given(submitted())
      .when(request)
      .thenRefused('nothing-to-apply-for', { stage: stage('planning') });
  });

  it('of a stage that does not exist is refused', () => {
    given(drafted(), submit('planning'), accept(1))
      .when({ ...request, stage: stage('demolition') })
      .thenRefused('stage-unknown', { stage: stage('demolition') });
  });
});
