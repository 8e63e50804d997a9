/** What must hold for every combination of answers that an eligible project can give. */
import { describe, expect, it } from 'vitest';
import { check, placesOf, soundWorkflows } from '../../../support/definitions/sound-workflows.ts';
import { factsOf, item, PROCEDURE, told, warned } from './told.ts';

const PERMIT_NEEDS = 'needs: doneIfDue("design") && doneIfDue("eia")';
const DESIGN_NEEDS = 'needs: done("filing") && doneIfDue("land")';

describe('prerequisites', () => {
  it('run in no circle, and the circle is named with the answers under which it shows', () => {
    const edit = {
      file: PROCEDURE,
      replace: '- item: filing\n',
      by: '- item: filing\n        needs: doneIfDue("design")\n',
    };
    expect(placesOf(check(soundWorkflows(edit)).mistakes)).toEqual([
      `${PROCEDURE}:40:16 prerequisites-circular`,
    ]);
    expect(factsOf(edit)).toEqual({
      items: ['filing', 'design', 'filing'],
      combination: ['area = 5001', 'landBy = contract'],
    });
  });

  it('may look circular between items that never apply together', () => {
    const never = 'when: form.landBy == "contract" && form.area <= param.bigArea';
    const edits = [
      { file: PROCEDURE, replace: 'when: form.landBy == "contract"', by: never },
      {
        file: PROCEDURE,
        replace: '        needs: done("filing")\n',
        by: '        needs: done("filing") && doneIfDue("design")\n',
      },
    ];
    expect(check(soundWorkflows(...edits)).mistakes).toEqual([]);
  });

  it('may lead in a circle where another way leads out of it', () => {
    const either = '- item: filing\n        needs: applies("filing") || doneIfDue("design")\n';
    expect(told(PROCEDURE, '- item: filing\n', either)).toEqual([]);
  });

  it('can be met whatever the form says', () => {
    expect(told(PROCEDURE, PERMIT_NEEDS, 'needs: doneIfDue("eia") && done("design")')).toEqual([
      `${PROCEDURE}:56:36 prerequisites-unmeetable`,
    ]);
    expect(
      factsOf({
        file: PROCEDURE,
        replace: PERMIT_NEEDS,
        by: 'needs: done("design") || done("eia")',
      }),
    ).toEqual({
      item: 'permit',
      missing: ['design', 'eia'],
      combination: ['area = 4999', 'eiaKind = none'],
    });
  });

  it('are met by items that are applied for by the time they are due', () => {
    const edits = [
      { file: PROCEDURE, replace: DESIGN_NEEDS, by: 'needs: done("permit")' },
      { file: PROCEDURE, replace: PERMIT_NEEDS, by: 'needs: doneIfDue("eia")' },
    ];
    const { mistakes } = check(soundWorkflows(...edits));
    expect(placesOf(mistakes)).toContain(`${PROCEDURE}:49:16 prerequisites-unmeetable`);
    expect(mistakes.map(({ facts }) => facts)).toContainEqual(
      expect.objectContaining({ item: 'design', missing: ['permit'] }),
    );
  });

  it('never wait for something to be not done', () => {
    expect(
      told(
        PROCEDURE,
        PERMIT_NEEDS,
        `needs: 'doneIfDue("eia") && (form.area > 1.0 || !done("design"))'`,
      ),
    ).toEqual([`${PROCEDURE}:56:58 prerequisites-not-growing`]);
  });

  it('are judged for eligible projects alone', () => {
    const needs = 'needs: form.publicMoney || doneIfDue("design")';
    expect(told(PROCEDURE, PERMIT_NEEDS, needs)).toEqual([]);
    const unmeetable = 'needs: form.publicMoney';
    expect(told(PROCEDURE, PERMIT_NEEDS, unmeetable)).toEqual([
      `${PROCEDURE}:56:16 prerequisites-unmeetable`,
    ]);
    expect(told(PROCEDURE, PERMIT_NEEDS, `needs: '!form.publicMoney'`)).toEqual([]);
  });
});

describe('eligibility', () => {
  it('does not shut out everybody', () => {
    const contrary =
      'eligibility:\n  - { condition: form.publicMoney, name: { zh: 甲, en: A }, source: { estimate: x } }\n';
    expect(told(PROCEDURE, 'eligibility:\n', contrary)).toEqual([
      `${PROCEDURE}:30:18 eligibility-unsatisfiable`,
      `${PROCEDURE}:31:16 eligibility-unsatisfiable`,
    ]);
  });
});

describe('stages', () => {
  it('have something due by their end', () => {
    const moved = soundWorkflows({
      file: PROCEDURE,
      replace: `      - item: filing\n`,
      by: `      - item: filing\n        dueBy: works\n`,
    }).map((source) => ({
      ...source,
      text: source.text
        .replace('needs: done("filing")\n      - item: eia', 'dueBy: works\n      - item: eia')
        .replace(DESIGN_NEEDS, 'dueBy: works'),
    }));
    expect(placesOf(check(moved).mistakes)).toContain(`${PROCEDURE}:34:12 stage-without-due-items`);
  });

  it('can end as approved and as rejected for some eligible project', () => {
    const edits = [
      { file: PROCEDURE, replace: PERMIT_NEEDS, by: 'when: form.publicMoney' },
      { file: PROCEDURE, replace: '        dueBy: works\n', by: '' },
    ];
    const { mistakes } = check(soundWorkflows(...edits));
    expect(placesOf(mistakes).filter((one) => one.includes('stage-ending'))).toEqual([
      `${PROCEDURE}:49:12 stage-ending-unreachable`,
      `${PROCEDURE}:49:12 stage-ending-unreachable`,
    ]);
  });

  it('point out items that no eligible project needs', () => {
    expect(warned(PROCEDURE, PERMIT_NEEDS, 'when: form.publicMoney')).toEqual([
      `${PROCEDURE}:56:15 item-never-applies`,
    ]);
  });
});

describe('the promise of a stage', () => {
  it('holds on the critical path, which is named with its days', () => {
    const edit = {
      file: PROCEDURE,
      replace: 'promise: { amount: 6,',
      by: 'promise: { amount: 5,',
    };
    expect(placesOf(check(soundWorkflows(edit)).mistakes)).toEqual([
      `${PROCEDURE}:37:24 promise-exceeded`,
    ]);
    expect(factsOf(edit)).toEqual({
      stages: ['start'],
      days: 6,
      promise: 5,
      unit: 'working-days',
      path: ['filing 0', 'land 0', 'design 6'],
      combination: ['area = 5001', 'landBy = contract'],
    });
  });

  it('covers what is due by its end and began with an earlier stage, with the days of both', () => {
    expect(
      factsOf({ file: PROCEDURE, replace: 'promise: { amount: 10,', by: 'promise: { amount: 6,' }),
    ).toMatchObject({
      stages: ['start', 'works'],
      days: 13,
      promise: 12,
      path: ['filing 0', 'eia 9', 'permit 4'],
    });
  });

  it('counts the limit of the situation that the answers select', () => {
    const shorter = { file: item('eia'), replace: 'amount: 9', by: 'amount: 5' };
    const promise = { file: PROCEDURE, replace: 'amount: 10,', by: 'amount: 6,' };
    expect(check(soundWorkflows(shorter, promise)).mistakes).toEqual([]);
  });

  it('counts no path between items that never apply together', () => {
    const edits = [
      {
        file: PROCEDURE,
        replace: DESIGN_NEEDS,
        by: `${DESIGN_NEEDS} && doneIfDue("eia")`,
      },
      {
        file: PROCEDURE,
        replace: 'when: form.eiaKind != "none"',
        by: 'when: form.eiaKind != "none" && form.area <= param.bigArea',
      },
    ];
    expect(check(soundWorkflows(...edits)).mistakes).toEqual([]);
  });

  it('takes the faster of two ways', () => {
    const either = 'needs: doneIfDue("design") && (done("filing") || doneIfDue("eia"))';
    const edits = [
      { file: PROCEDURE, replace: PERMIT_NEEDS, by: either },
      { file: PROCEDURE, replace: 'amount: 10,', by: 'amount: 4,' },
      { file: item('eia'), replace: 'amount: 9', by: 'amount: 10' },
    ];
    expect(check(soundWorkflows(...edits)).mistakes).toEqual([]);
  });

  it('takes natural days for as many working days, and says so', () => {
    const natural = {
      file: item('permit'),
      replace: 'amount: 4\n    unit: working-days',
      by: 'amount: 14\n    unit: natural-days',
    };
    expect(factsOf(natural)).toMatchObject({
      days: 23,
      path: ['filing 0', 'eia 9', 'permit 14 natural-days'],
    });
  });

  it('adds up nothing else', () => {
    const months = {
      file: item('permit'),
      replace: 'amount: 4\n    unit: working-days',
      by: 'amount: 1\n    unit: months',
    };
    expect(placesOf(check(soundWorkflows(months)).mistakes)).toEqual([
      `${item('permit')}:6:3 units-not-comparable`,
    ]);
  });

  it('adds up with the others to no more than the target', () => {
    expect(told(PROCEDURE, 'amount: 16', 'amount: 15')).toEqual([
      `${PROCEDURE}:7:11 target-exceeded`,
    ]);
    expect(
      told(PROCEDURE, 'amount: 10, unit: working-days', 'amount: 10, unit: natural-days'),
    ).toEqual([`${PROCEDURE}:53:34 target-not-comparable`]);
  });
});

describe('more combinations than can be tried', () => {
  it('are told: what is not proven is not right', () => {
    const names = Array.from({ length: 17 }, (_, index) => `extra${index}`);
    const questions = names.map(
      (id) => `  - { id: ${id}, label: { zh: 甲, en: A }, type: boolean }\n`,
    );
    const edits = [
      { file: PROCEDURE, replace: 'form:\n', by: `form:\n${questions.join('')}` },
      {
        file: PROCEDURE,
        replace: PERMIT_NEEDS,
        by: `needs: doneIfDue("eia") && (doneIfDue("design") || ${names.map((id) => `form.${id}`).join(' || ')})`,
      },
    ];
    const { mistakes } = check(soundWorkflows(...edits));
    expect(mistakes.map(({ code }) => code)).toContain('combinations-too-many');
  });
});
