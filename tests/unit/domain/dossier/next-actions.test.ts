import { describe, expect, it } from 'vitest';
import { nextActions } from '../../../../src/domain/dossier/next-actions.ts';
import type { NextAction, Turn } from '../../../../src/domain/dossier/next/next-action.ts';
import { tableOf } from '../../../support/item-tables.ts';
import { sampleProcedure } from '../../../support/sample-procedure.ts';
import { after, nothing, type Scene } from '../../../support/dossier-spec.ts';
import {
  accept,
  accepted,
  approve,
  attach,
  conclude,
  drafted,
  drop,
  fill,
  handle,
  note,
  OPEN,
  opine,
  planningConcluded,
  review,
  solicited,
  submit,
  submitted,
  told,
  withdraw,
} from '../../../support/dossier-scenes.ts';
import { department, item, PROCEDURE, SAMPLE, stage } from '../../../support/sample-office.ts';

const next = (scene: Scene) => nextActions(scene.state, PROCEDURE);

function about<About extends NextAction['about']>(
  scene: Scene,
  which: About,
  name?: string | number,
): Extract<NextAction, { about: About }> | undefined {
  return next(scene).find((one): one is Extract<NextAction, { about: About }> => {
    if (one.about !== which) return false;
    return name === undefined || Object.values(one).includes(name);
  });
}

const whose = (turns: readonly Turn[] | undefined) =>
  turns?.map(({ department: id, posts, commands }) => [id ?? 'agency', posts, commands]);

const [LEAD, ECOLOGY, LAND] = ['approval-bureau', 'ecology', 'natural-resources'].map(department);
const EMPTY = { answers: [], conditions: [], materials: [] };

describe('what is next for an item', () => {
  it("is the handler's turn after acceptance, and the ways out are told apart", () => {
    const action = about(accepted(), 'item', 'eia');
    expect(whose(action?.turns)).toEqual([[ECOLOGY, ['handler'], ['HandleItem']]]);
    expect(action?.exits.map(({ commands }) => commands)).toEqual([
      ['WithdrawItem'],
      ['DropItem'],
      ['ReturnItem'],
    ]);
    expect(action).toMatchObject({ step: 'handling', phase: 'working', waitsFor: [] });
  });

  it('names every command that the same people may give', () => {
    const scene = after(accepted(), handle('eia'), review('eia'));
    expect(whose(about(scene, 'item', 'eia')?.turns)).toEqual([
      [ECOLOGY, ['approver'], ['SendBackItem', 'ApproveItem', 'RejectItem']],
    ]);
  });

  it('says which prerequisites are missing while it is pre-reviewed', () => {
    const action = about(accepted({ landByAuction: true }), 'item', 'land-permit');
    expect(whose(action?.turns)).toEqual([[LAND, ['handler'], ['HandleItem']]]);
    expect(action?.waitsFor).toEqual([
      { for: 'prerequisites', items: ['filing', 'land-contract'] },
    ]);
  });

  it('waits for nothing but its prerequisites once an approval stands prepared', () => {
    const steps = [handle('land-permit'), review('land-permit'), approve('land-permit')];
    const action = about(after(accepted(), ...steps), 'item', 'land-permit');
    expect(action?.turns).toEqual([]);
    expect(action?.waitsFor).toEqual([{ for: 'prerequisites', items: ['filing'] }]);
  });

  it('is the turn of each department that still owes its opinion', () => {
    const action = about(solicited(), 'item', 'scheme-review');
    const both = [department('traffic'), department('greening')];
    expect(action?.turns.map((turn) => turn.department)).toEqual(both);
    expect(action?.waitsFor).toEqual([
      { for: 'opinions', departments: both, answerBy: '2026-11-27' },
    ]);
    const answered = after(solicited(), opine('scheme-review', 'traffic', 'agree'));
    const left = about(answered, 'item', 'scheme-review');
    expect(left?.turns.map((turn) => turn.department)).toEqual([department('greening')]);
  });

  it('is the superior’s while an item is reported up', () => {
    const scene = after(
      accepted({ forestLand: true }),
      handle('forest-land'),
      review('forest-land'),
      {
        type: 'ReportUp',
        item: item('forest-land'),
        superior: '省林业局',
        reference: '12号',
      },
    );
    const action = about(scene, 'item', 'forest-land');
    expect(action?.waitsFor).toEqual([{ for: 'superior' }]);
    expect(action?.turns.flatMap(({ commands }) => commands)).toEqual(['RecordSuperiorAnswer']);
  });

  it('is the agency’s where the applicant must correct, and for a milestone', () => {
    const action = about(told(), 'item', 'eia');
    expect(action?.waitsFor).toEqual([{ for: 'corrections' }]);
    expect(whose(action?.turns)).toContainEqual(['agency', ['agent'], ['SupplyCorrections']]);
    const milestone = about(drafted({ landByAuction: true }), 'item', 'land-contract');
    expect(milestone?.waitsFor).toEqual([{ for: 'milestone' }]);
  });

  it('is no longer anything once it has ended', () => {
    expect(about(after(accepted(), withdraw('eia')), 'item', 'eia')).toBeUndefined();
  });

  it('asks for advice while pre-review is requested, and until it is given', () => {
    const asked = after(drafted(), { type: 'RequestPreReview', stage: stage('planning') });
    const commands = (scene: Scene) =>
      about(scene, 'item', 'eia')?.turns.flatMap((turn) => turn.commands);
    expect(commands(asked)).toContain('AdvisePreReview');
    const advised = after(asked, {
      type: 'AdvisePreReview',
      item: item('eia'),
      advice: 'ready',
      note: '',
    });
    expect(commands(advised)).not.toContain('AdvisePreReview');
  });

  it('changes with one transition of its table', () => {
    const table = tableOf('planned', [
      'planned Submitted received SubmitApplication agent agency',
      'received Accepted handling AcceptApplication window lead',
      'handling Handled approving HandleItem organ-head item',
    ]);
    const items = SAMPLE.items.map((one) => (one.item === 'eia' ? { ...one, table } : one));
    const procedure = sampleProcedure({ ...SAMPLE, items });
    const scene = after(
      drafted({}, nothing([procedure])),
      submit('planning', 'eia'),
      accept(1, 'eia'),
    );
    const action = nextActions(scene.state, procedure).find(
      (one) => one.about === 'item' && one.item === 'eia',
    );
    expect(whose(action?.turns)).toEqual([[ECOLOGY, ['organ-head'], ['HandleItem']]]);
  });
});

describe('what is next for an application', () => {
  it('is to submit a stage, with what it still lacks', () => {
    const scene = after(nothing(), OPEN, fill({ dangerous: true }), attach('site-plan'));
    const action = about(scene, 'stage', 'planning');
    expect(whose(action?.turns)).toEqual([['agency', ['agent'], ['SubmitApplication']]]);
    expect(action?.items).toEqual(['filing', 'land-permit', 'scheme-review', 'eia']);
    expect(action?.obstacles).toEqual({
      answers: ['floorArea'],
      conditions: ['no-dangerous-goods'],
      materials: ['project-sheet', 'eia-report'],
    });
  });

  it('is examination by the lead, which waits for the notes of the departments', () => {
    const scene = after(submitted(), note('filing'), note('eia', 'eia-report'));
    const action = about(scene, 'intake', 1);
    expect(whose(action?.turns)).toEqual([
      [LEAD, ['window'], ['AcceptApplication', 'RefuseAcceptance', 'TellCorrections']],
    ]);
    expect(action?.waitsFor).toEqual([
      { for: 'notes', items: ['land-permit', 'scheme-review'], until: '2026-11-25' },
    ]);
  });

  it('is the applicant’s correction once told', () => {
    expect(about(told(), 'intake', 1)).toMatchObject({
      status: 'corrections-told',
      waitsFor: [{ for: 'corrections' }],
    });
  });

  it('is a project code where acceptance needs one', () => {
    const scene = after(
      nothing(),
      OPEN,
      fill({ floorArea: 1 }),
      attach('eia-report'),
      submit('planning', 'eia'),
    );
    expect(about(scene, 'intake', 1)?.waitsFor).toContainEqual({ for: 'project-code' });
    const commands = about(scene, 'intake', 1)?.turns.flatMap((turn) => turn.commands);
    expect(commands).not.toContain('AcceptApplication');
    expect(whose(about(scene, 'dossier')?.turns)).toEqual([
      ['agency', ['agent'], ['AssignProjectCode']],
    ]);
  });
});

describe('what is next at the end', () => {
  it('is the conclusion of a stage by its lead', () => {
    const scene = after(accepted(), ...['filing', 'land-permit', 'scheme-review'].map(drop));
    expect(about(scene, 'stage', 'planning')).toEqual({
      about: 'stage',
      stage: 'planning',
      turns: [{ of: 'lead', department: LEAD, posts: ['window'], commands: ['ConcludeStage'] }],
      items: [],
      obstacles: EMPTY,
    });
  });

  it('is the conclusion of the dossier once no stage is open', () => {
    expect(about(planningConcluded(), 'dossier')).toBeUndefined();
    const ended = after(
      planningConcluded(),
      withdraw('eia'),
      drop('works-permit'),
      drop('construction-permit'),
      conclude('construction'),
    );
    expect(whose(about(ended, 'dossier')?.turns)).toEqual([
      [LEAD, ['window'], ['ConcludeDossier']],
    ]);
    expect(next(after(ended, { type: 'ConcludeDossier' }))).toEqual([]);
  });

  it('is nothing where there is no dossier or it was abandoned', () => {
    expect(next(nothing())).toEqual([]);
    expect(next(after(accepted(), { type: 'AbandonDossier', reason: '放弃' }))).toEqual([]);
  });
});
