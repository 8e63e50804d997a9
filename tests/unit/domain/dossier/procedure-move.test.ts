import { describe, expect, it } from 'vitest';
import { dryRunMove } from '../../../../src/domain/dossier/dry-run-move.ts';
import { after, dossierOf, given, nothing, type Asked } from '../../../support/dossier-spec.ts';
import {
  accept,
  accepted,
  approve,
  drafted,
  handle,
  submit,
} from '../../../support/dossier-scenes.ts';
import { item, PROCEDURE, SAMPLE, stage } from '../../../support/sample-office.ts';
import { TABLES } from '../../../support/item-tables.ts';
import { sampleProcedure } from '../../../support/sample-procedure.ts';
import { NEWER, twoVersions } from '../../../support/two-versions.ts';

const move: Asked = {
  type: 'MoveProcedure',
  to: NEWER.ref,
  reason: '新版已公布',
  authority: '丽审改办〔2026〕8号',
};
const toNewer = { nextProcedure: NEWER };

describe('moving a dossier to another version', () => {
  it('is an event with reason and authority, and matches the items anew', () => {
    const outcome = given(twoVersions()).when(move, toNewer);
    outcome.thenTypes('ProcedureMoved', 'ItemsMatched');
    expect(outcome.dossier().procedure).toEqual(NEWER.ref);
    const items = Object.keys(outcome.dossier().items);
    expect(items).toContain('noise');
    expect(items).not.toContain('works-permit');
    expect(outcome.item('scheme-review').step).toBe('consulting');
  });

  it('needs authority once the dossier is accepted, and a reason always', () => {
    const unauthorised = { ...move, authority: ' ' } as Asked;
    given(twoVersions())
      .when(unauthorised, toNewer)
      .thenRefused('reason-missing', { command: 'MoveProcedure' });
    const draft = drafted({}, nothing([PROCEDURE, NEWER]));
    given(draft).when(unauthorised, toNewer).thenTypes('ProcedureMoved', 'ItemsMatched');
    given(draft)
      .when({ ...move, reason: '' }, toNewer)
      .thenRefused('reason-missing', { command: 'MoveProcedure' });
  });

  it('goes on under the new version', () => {
    given(twoVersions(), [move, toNewer])
      .when(submit('construction', 'noise'))
      .thenTypes('ApplicationSubmitted');
  });

  it('never leaves an item in a step that the new version does not know', () => {
    const items = SAMPLE.items.map((one) =>
      one.item === 'land-permit' ? { ...one, table: TABLES.promised } : one,
    );
    const unwaiting = sampleProcedure({ ...SAMPLE, items, version: 3 });
    const scene = after(
      drafted({}, nothing([PROCEDURE, unwaiting])),
      submit('planning'),
      accept(1),
    );
    given(scene)
      .when({ ...move, to: unwaiting.ref }, { nextProcedure: unwaiting })
      .thenRefused('procedure-move-loses-items', { items: [item('land-permit')] });
  });

  it('accepts what no longer waits under the new version', () => {
    const items = SAMPLE.items.map((one) =>
      one.item === 'land-permit' ? { ...one, needs: [] } : one,
    );
    const lenient = sampleProcedure({ ...SAMPLE, items, version: 4 });
    const scene = after(drafted({}, nothing([PROCEDURE, lenient])), submit('planning'), accept(1));
    const outcome = given(scene).when(
      { ...move, to: lenient.ref },
      {
        nextProcedure: lenient,
      },
    );
    outcome.thenTypes('ProcedureMoved', 'PrerequisitesArrived');
    expect(outcome.item('land-permit').step).toBe('handling');
  });

  it('keeps a concluded stage concluded', () => {
    const done = after(
      twoVersions(),
      approve('filing'),
      ...['land-permit', 'scheme-review'].map((slug): Asked => ({
        type: 'DropItem',
        item: item(slug),
        reason: '不需要',
      })),
      { type: 'ConcludeStage', stage: stage('planning') },
    );
    const { stages } = given(done).when(move, toNewer).dossier();
    expect(stages[stage('planning')]?.outcome).toBe('approved');
  });
});

describe('a stage that the new version lacks', () => {
  const items = SAMPLE.items.map((one) => ({ ...one, stage: 'planning', dueBy: 'planning' }));
  const merged = sampleProcedure({ ...SAMPLE, stages: ['planning'], items, version: 6 });
  const toMerged: Asked = {
    type: 'MoveProcedure',
    to: merged.ref,
    reason: '合并',
    authority: '9号',
  };
  const stagesAfter = (...steps: readonly Asked[]) =>
    given(drafted({}, nothing([PROCEDURE, merged])), ...steps)
      .when(toMerged, { nextProcedure: merged })
      .dossier().stages;

  it('goes, unless it was concluded', () => {
    expect(Object.keys(stagesAfter())).toEqual(['planning']);
    const drops = ['eia', 'works-permit', 'construction-permit'].map((slug): Asked => ({
      type: 'DropItem',
      item: item(slug),
      reason: '不需要',
    }));
    const concluded: Asked = { type: 'ConcludeStage', stage: stage('construction') };
    expect(stagesAfter(...drops, concluded)).toMatchObject({
      construction: { outcome: 'approved' },
    });
  });
});

describe('the dry run of a move', () => {
  it('says what comes, what goes and what forbids it', () => {
    expect(dryRunMove(dossierOf(accepted()), PROCEDURE, NEWER)).toEqual({
      from: PROCEDURE.ref,
      to: NEWER.ref,
      added: ['noise'],
      gone: ['works-permit'],
      lost: ['eia'],
      missingAnswers: [],
      ineligible: [],
    });
  });

  it('says which questions are new', () => {
    const asking = sampleProcedure({
      ...SAMPLE,
      version: 5,
      requiredAnswers: ['floorArea', 'forestLand'],
    });
    const { missingAnswers } = dryRunMove(dossierOf(drafted()), PROCEDURE, asking);
    expect(missingAnswers).toEqual(['forestLand']);
  });

  it('agrees with the move itself', () => {
    const scene = twoVersions();
    const dry = dryRunMove(dossierOf(scene), PROCEDURE, NEWER);
    const before = Object.keys(dossierOf(scene).items);
    const then = Object.keys(given(scene).when(move, toNewer).dossier().items);
    expect(then.filter((slug) => !before.includes(slug))).toEqual(dry.added);
    expect(before.filter((slug) => !then.includes(slug)).toSorted()).toEqual(dry.gone.toSorted());
    given(twoVersions(handle('eia')))
      .when(move, toNewer)
      .thenRefused('procedure-move-loses-items', { items: [item('eia')] });
  });
});
