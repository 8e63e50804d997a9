import { describe, expect, it } from 'vitest';
import type { DossierEvent } from '../../../../src/domain/dossier/events.ts';
import { evolve } from '../../../../src/domain/dossier/evolve.ts';
import { fold, versionAfter } from '../../../../src/domain/dossier/fold.ts';
import { NO_DOSSIER } from '../../../../src/domain/dossier/state.ts';
import { BrokenInvariant } from '../../../../src/kernel/invariant.ts';
import { accepted, drafted, GROUNDS, hashOf, solicited } from '../../../support/dossier-scenes.ts';
import { after, type Scene } from '../../../support/dossier-spec.ts';
import {
  circumstancesOf,
  department,
  item,
  PROCEDURE,
  stage,
} from '../../../support/sample-office.ts';
import { NEWER } from '../../../support/two-versions.ts';

const ACT = circumstancesOf({ type: 'FillForm' });
const opening = (scene: Scene) => scene.history.slice(0, 1);

function applied(scene: Scene, event: DossierEvent, procedure = PROCEDURE) {
  return () => evolve(scene.state, event, ACT, procedure);
}

describe('an event that cannot have happened is a broken rule of ours', () => {
  const abandoned = () => after(accepted(), { type: 'AbandonDossier', reason: '放弃' });
  const concluded = () =>
    after(
      accepted(),
      ...['filing', 'land-permit', 'scheme-review', 'eia'].map((slug) => ({
        type: 'DropItem' as const,
        item: item(slug),
        reason: '不需要',
      })),
      ...['works-permit', 'construction-permit'].map((slug) => ({
        type: 'DropItem' as const,
        item: item(slug),
        reason: '不需要',
      })),
      { type: 'ConcludeStage', stage: stage('planning') },
      { type: 'ConcludeStage', stage: stage('construction') },
      { type: 'ConcludeDossier' },
    );
  const form: DossierEvent = { type: 'FormFilled', data: { answers: { floorArea: 2 } } };

  it.each<[string, () => Scene, DossierEvent]>([
    [
      'a step the machine cannot hear',
      drafted,
      {
        type: 'ItemRejected',
        data: { item: item('eia'), grounds: GROUNDS },
      },
    ],
    [
      'an item of another dossier',
      accepted,
      {
        type: 'ItemRejected',
        data: { item: item('constructor'), grounds: GROUNDS },
      },
    ],
    [
      'an answer of a department that was not asked',
      solicited,
      {
        type: 'OpinionGiven',
        data: { item: item('scheme-review'), department: department('ecology'), answer: 'agree' },
      },
    ],
    [
      'a paper out of sequence',
      accepted,
      {
        type: 'CorrectionsTold',
        data: { intake: 1, notice: 'other-007', corrections: [] },
      },
    ],
    [
      'an intake out of sequence',
      drafted,
      {
        type: 'ApplicationSubmitted',
        data: {
          intake: 2,
          stage: stage('planning'),
          items: [],
          materials: [],
          collectCorrectionsUntil: '2026-11-25' as never,
        },
      },
    ],
    [
      'a correction of an intake that is not there',
      drafted,
      {
        type: 'CorrectionsSupplied',
        data: { intake: 1 },
      },
    ],
    [
      'a conclusion of a draft',
      drafted,
      {
        type: 'DossierConcluded',
        data: { outcome: 'approved' },
      },
    ],
    [
      'a conclusion of an unknown stage',
      drafted,
      {
        type: 'StageConcluded',
        data: { stage: stage('demolition'), outcome: 'approved' },
      },
    ],
    ['anything after the project was abandoned', abandoned, form],
    ['anything after the conclusion', concluded, form],
  ])('%s', (_sentence, scene, event) => {
    expect(applied(scene(), event)).toThrow(BrokenInvariant);
  });

  it('a second opening, and anything before the first', () => {
    const [first] = opening(drafted());
    if (!first) throw new Error('the history begins with an opening');
    expect(applied(drafted(), first.event)).toThrow('is opened once');
    expect(() => evolve(NO_DOSSIER, form, ACT, PROCEDURE)).toThrow('begins with its opening');
    expect(() => versionAfter(NO_DOSSIER, form)).toThrow('begins with its opening');
  });

  it('an event read under a version that the dossier does not run on', () => {
    expect(applied(accepted(), form, NEWER)).toThrow('the version the dossier runs on');
    const acceptance: DossierEvent = {
      type: 'ApplicationAccepted',
      data: { intake: 1, notice: '', items: [], waiting: [], procedure: NEWER.ref },
    };
    expect(applied(drafted(), acceptance)).toThrow(BrokenInvariant);
  });

  it('a version that was never published', () => {
    expect(() => fold(drafted().history, () => undefined)).toThrow('is published');
  });
});

describe('folding', () => {
  it('goes on from a state as it would from the beginning', () => {
    const { history, state } = accepted();
    const half = fold(history.slice(0, 5), () => PROCEDURE);
    expect(fold(history.slice(5), () => PROCEDURE, half)).toEqual(state);
  });

  it('shares with the old state what an event leaves alone', () => {
    const { state } = accepted();
    if (state.status === 'none') throw new Error('there is a dossier');
    const next = evolve(
      state,
      {
        type: 'ItemHandled',
        data: { item: item('eia'), proposal: 'approve', opinion: '同意' },
      },
      ACT,
      PROCEDURE,
    );
    expect(next.materials).toBe(state.materials);
    expect(next.intakes).toBe(state.intakes);
    expect(next.items[item('filing')]).toBe(state.items[item('filing')]);
  });

  it('keeps the other files of a material when one is removed', () => {
    const scene = drafted();
    const event: DossierEvent = {
      type: 'MaterialRemoved',
      data: { material: 'site-plan' as never, hash: hashOf('elsewhere') },
    };
    expect(applied(scene, event)()).toEqual(scene.state);
  });
});
