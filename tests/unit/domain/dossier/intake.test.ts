import { describe, expect, it } from 'vitest';
import type { Instant } from '../../../../src/kernel/instant.ts';
import { after, dossierOf, given, itemOf, nothing } from '../../../support/dossier-spec.ts';
import {
  accept,
  accepted,
  approve,
  attach,
  drafted,
  fill,
  GROUNDS,
  grant,
  handle,
  hashOf,
  issue,
  material,
  note,
  OPEN,
  planningConcluded,
  refuse,
  reject,
  review,
  serve,
  submit,
  submitted,
  supply,
  tell,
  told,
  withdraw,
} from '../../../support/dossier-scenes.ts';
import { DOSSIER, item, PROCEDURE, stage } from '../../../support/sample-office.ts';

const DAY_AFTER_COLLECTION = '2026-11-26T01:00:00.000Z' as Instant;
const WITH_OFFICE = { occurredAt: DAY_AFTER_COLLECTION };
const [FILING, LAND, SCHEME, EIA] = ['filing', 'land-permit', 'scheme-review', 'eia'].map(item);

describe('submitting an application', () => {
  it('goes to all departments of the stage at once, with what lay on the table', () => {
    given(drafted())
      .when(submit('planning'))
      .thenEvents({
        type: 'ApplicationSubmitted',
        data: {
          intake: 1,
          stage: stage('planning'),
          items: [FILING, LAND, SCHEME, EIA] as never,
          materials: ['project-sheet', 'site-plan', 'eia-report'].map(hashOf),
          collectCorrectionsUntil: '2026-11-25' as never,
        },
      });
  });

  it('never applies for a milestone', () => {
    const { intakes } = given(drafted({ landByAuction: true }))
      .when(submit('planning'))
      .dossier();
    expect(intakes[0]?.items).not.toContain('land-contract');
    given(drafted({ landByAuction: true }))
      .when(submit('planning', 'land-contract'))
      .thenRefused('item-not-in-step', {
        item: item('land-contract'),
        step: 'awaited',
        command: 'SubmitApplication',
      });
  });

  it('takes each item once, however often it is named', () => {
    const { intakes } = given(drafted())
      .when(submit('planning', 'eia', 'eia'))
      .dossier();
    expect(intakes[0]?.items).toEqual(['eia']);
  });

  it('is possible again for what was rejected, with a fresh machine and a second attempt', () => {
    const rejected = after(
      accepted(),
      handle('eia'),
      review('eia'),
      reject('eia'),
      issue('eia'),
      serve('eia'),
    );
    expect(itemOf(rejected, 'eia')).toMatchObject({ ending: 'rejected', attempt: 1 });
    const again = given(rejected).when(submit('planning'));
    again.thenTypes('ApplicationSubmitted');
    const { handledBy, ending, ...fresh } = again.item('eia');
    expect(fresh).toMatchObject({ step: 'received', attempt: 2, intake: 2, granted: false });
    expect([handledBy, ending]).toEqual([undefined, undefined]);
    given(rejected, submit('planning'), accept(2), ...grant('eia'))
      .when(submit('planning'))
      .thenRefused('nothing-to-apply-for', { stage: stage('planning') });
  });

  it('is possible for an item that straddles, after its own stage is concluded', () => {
    const scene = after(planningConcluded(), withdraw('eia'));
    given(scene).when(submit('planning')).thenTypes('ApplicationSubmitted');
  });

  it('is over for what was due by a stage that is concluded', () => {
    given(planningConcluded())
      .when(submit('planning', 'land-permit'))
      .thenRefused('stage-concluded', { stage: stage('planning') });
    given(planningConcluded())
      .when(submit('planning'))
      .thenRefused('stage-concluded', { stage: stage('planning') });
  });
});

describe('corrections', () => {
  it('are told once, of all departments together, under one numbered notice', () => {
    const noted = [note('filing'), note('land-permit', 'site-plan'), note('scheme-review')];
    const outcome = given(submitted(), ...noted, note('eia', 'eia-report')).when(tell(1));
    const lack = { problem: 'illegible', note: '第三页不清' } as const;
    outcome.thenEvents({
      type: 'CorrectionsTold',
      data: {
        intake: 1,
        notice: `${DOSSIER}-001`,
        corrections: [
          { item: item('land-permit'), material: material('site-plan'), ...lack },
          { item: item('eia'), material: material('eia-report'), ...lack },
        ],
      },
    });
    expect(outcome.item('eia').step).toBe('correcting');
    expect(outcome.item('filing').step).toBe('received');
  });

  it('may be told after the set day although a department was silent', () => {
    given(submitted(), note('eia', 'eia-report'))
      .when(tell(1), WITH_OFFICE)
      .thenTypes('CorrectionsTold');
  });

  it('are not told where all were silent: silence means nothing to correct', () => {
    given(submitted()).when(tell(1), WITH_OFFICE).thenRefused('nothing-to-correct', { intake: 1 });
    given(submitted()).when(accept(1), WITH_OFFICE).thenTypes('ApplicationAccepted');
  });

  it('may be taken back by the department until they are told', () => {
    given(submitted(), note('eia', 'eia-report'), note('eia'))
      .when(accept(1))
      .thenTypes('ApplicationAccepted');
  });

  it('are not noted for a paper that nobody knows', () => {
    given(submitted())
      .when(note('eia', 'wish-list'))
      .thenRefused('material-unknown', { material: material('wish-list') });
  });

  it('are not noted for what is already accepted', () => {
    given(accepted())
      .when(note('eia', 'eia-report'))
      .thenRefused('item-not-in-step', {
        item: item('eia'),
        step: 'handling',
        command: 'NoteCorrections',
      });
  });

  it('need a new file for every material that was told', () => {
    given(told())
      .when(supply(1))
      .thenRefused('materials-missing', { materials: [material('eia-report')] });
    const supplied = given(told(), attach('eia-report', 'eia-report-2')).when(supply(1));
    supplied.thenEvents({ type: 'CorrectionsSupplied', data: { intake: 1 } });
    expect(supplied.item('eia').step).toBe('corrected');
    expect(supplied.dossier().intakes[0]).toMatchObject({
      status: 'corrected',
      materials: ['project-sheet', 'site-plan', 'eia-report', 'eia-report-2'].map(hashOf),
    });
  });

  it('that were not told cannot be supplied', () => {
    given(submitted(), note('eia', 'eia-report'))
      .when(supply(1))
      .thenRefused('corrections-not-told', { intake: 1 });
  });

  it('do not keep the other items from being accepted', () => {
    given(told())
      .when(accept(1, 'filing', 'land-permit'))
      .thenTypes('ApplicationAccepted');
  });

  it('are never told twice: what is still insufficient is not accepted', () => {
    const corrected = after(told(), attach('eia-report', 'eia-report-2'), supply(1));
    given(corrected)
      .when(note('eia', 'eia-report'))
      .thenRefused('corrections-already-told', { intake: 1 });
    const outcome = given(corrected).when(refuse(1, 'eia'));
    outcome.thenEvents({
      type: 'ApplicationNotAccepted',
      data: { intake: 1, notice: `${DOSSIER}-002`, items: [item('eia')], grounds: GROUNDS },
    });
    expect(outcome.item('eia').ending).toBe('not-accepted');
  });
});

describe('acceptance', () => {
  it('is one numbered notice for all, and what lacks a prerequisite waits', () => {
    const outcome = given(submitted()).when(accept(1));
    outcome.thenEvents({
      type: 'ApplicationAccepted',
      data: {
        intake: 1,
        notice: `${DOSSIER}-001`,
        items: [FILING, SCHEME, EIA] as never,
        waiting: [LAND] as never,
        procedure: PROCEDURE.ref,
      },
    });
    expect(outcome.dossier()).toMatchObject({ status: 'accepted', pinned: true });
    expect(outcome.dossier().intakes[0]?.status).toBe('closed');
    expect(outcome.item('land-permit').acceptedAt).toBeUndefined();
  });

  it('may come in several parts while items are left', () => {
    const part = after(submitted(), accept(1, 'eia'));
    expect(dossierOf(part).intakes[0]?.status).toBe('examining');
    given(part).when(accept(1)).thenTypes('ApplicationAccepted');
    given(part)
      .when(accept(1, 'eia'))
      .thenRefused('item-not-in-step', {
        item: item('eia'),
        step: 'handling',
        command: 'AcceptApplication',
      });
  });

  it('of nothing is refused', () => {
    given(submitted())
      .when({ type: 'AcceptApplication', intake: 1, items: [] })
      .thenRefused('nothing-to-apply-for', { stage: stage('planning') });
  });

  it('of an old intake does not reach an item that was applied for anew', () => {
    const scene = after(submitted(), withdraw('eia'), submit('planning', 'eia'));
    given(scene)
      .when(accept(1, 'eia'))
      .thenRefused('item-not-of-intake', { item: item('eia'), intake: 1 });
  });

  it('refused for everything makes the dossier a draft again', () => {
    const outcome = given(submitted()).when(refuse(1));
    outcome.thenTypes('ApplicationNotAccepted');
    expect(outcome.dossier()).toMatchObject({ status: 'draft', pinned: false, papers: 1 });
    given(submitted(), refuse(1)).when(submit('planning')).thenTypes('ApplicationSubmitted');
  });

  it('refused for one leaves the dossier submitted while others are examined', () => {
    expect(given(submitted()).when(refuse(1, 'eia')).dossier().status).toBe('submitted');
  });

  it('is over when the applicant has withdrawn everything', () => {
    const items = ['filing', 'land-permit', 'scheme-review'].map(withdraw);
    expect(
      given(submitted(), ...items)
        .when(withdraw('eia'))
        .dossier().status,
    ).toBe('draft');
  });
});

describe('a decision on the spot', () => {
  it('is an acceptance too', () => {
    const outcome = given(submitted()).when(approve('filing'));
    outcome.thenTypes('ItemApproved');
    expect(outcome.dossier()).toMatchObject({ status: 'accepted', pinned: true });
    expect(outcome.item('filing')).toMatchObject({ ending: 'approved', granted: true });
    expect(outcome.item('filing').acceptedAt).toBe(outcome.item('filing').decidedAt);
  });

  it('needs the project code like any acceptance', () => {
    const uncoded = after(nothing(), OPEN, fill({ floorArea: 1 }), attach('project-sheet'));
    given(uncoded, submit('planning', 'filing'))
      .when(approve('filing'))
      .thenRefused('project-code-missing', { dossier: DOSSIER });
  });

  it('may be a rejection', () => {
    given(submitted()).when(reject('filing')).thenTypes('ItemRejected');
  });
});
