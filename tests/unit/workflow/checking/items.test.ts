/** One item by itself: who works on it, its machine, its limits. */
import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../support/definitions/sound-workflows.ts';
import { factsOf, findings, item, PROCEDURE, told, warned } from './told.ts';

const PERMIT = item('permit');

describe('an external item', () => {
  it('has no department, steps, limits, opinions or paper', () => {
    const officers = `kind: external
department: planning
steps: [{ step: approve, by: [approver] }]
limits:
  - { kind: promised, amount: 1, unit: working-days, starts: accepted, source: { estimate: x } }
opinions: { from: [ecology] }
result: { paper: { zh: 合同, en: Contract } }`;
    expect(told(item('land'), 'kind: external', officers)).toEqual([
      `${item('land')}:4:13 external-item-has-officers`,
      `${item('land')}:5:8 external-item-has-officers`,
      `${item('land')}:7:3 external-item-has-officers`,
      `${item('land')}:8:11 external-item-has-officers`,
      `${item('land')}:9:9 external-item-has-officers`,
    ]);
  });

  it('is told where the procedure gives it a promise', () => {
    const promised =
      '- item: land\n        promise: { amount: 3, unit: working-days, source: { estimate: x } }';
    expect(told(PROCEDURE, '- item: land', promised)).toEqual([
      `${PROCEDURE}:41:18 external-item-has-officers`,
    ]);
  });
});

describe('every other item', () => {
  it('has a department', () => {
    expect(told(PERMIT, 'department: planning\n', '')).toEqual([
      `${PROCEDURE}:55:15 department-missing`,
    ]);
  });

  it('is approved by somebody', () => {
    const handled = 'department: planning\nsteps:\n  - { step: handle, by: [handler] }';
    expect(told(PERMIT, 'department: planning', handled)).toEqual([
      `${PERMIT}:6:3 approve-step-missing`,
    ]);
  });

  it('has its steps in order, each once', () => {
    const steps = (...names: readonly string[]) =>
      `department: planning\nsteps:\n${names.map((name) => `  - { step: ${name}, by: [handler] }`).join('\n')}`;
    expect(told(PERMIT, 'department: planning', steps('review', 'handle', 'approve'))).toEqual([
      `${PERMIT}:7:13 steps-out-of-order`,
    ]);
    expect(told(PERMIT, 'department: planning', steps('handle', 'handle', 'approve'))).toEqual([
      `${PERMIT}:7:13 steps-out-of-order`,
    ]);
  });

  it('asks others for their opinion where it is joint, and never itself', () => {
    const asking = `opinions:
  from: [ecology]
  deemedConsent: { instrument: trial-notice, article: '3' }
`;
    expect(told(item('design'), asking, '')).toEqual([`${item('design')}:3:7 opinions-missing`]);
    expect(told(item('design'), '[ecology]', '[ecology, planning]')).toEqual([
      `${item('design')}:6:19 opinion-of-own-department`,
    ]);
  });

  it('is due by the end of its own stage or a later one', () => {
    const early = 'needs: doneIfDue("design") && doneIfDue("eia")\n        dueBy: start';
    expect(told(PROCEDURE, 'needs: doneIfDue("design") && doneIfDue("eia")', early)).toEqual([
      `${PROCEDURE}:57:16 due-before-own-stage`,
    ]);
  });

  it('is pointed out where it has no limit of any kind', () => {
    expect(warned(PERMIT, 'limits:', 'limits: []\nnote: |')).toEqual([
      `${PROCEDURE}:55:15 limit-missing`,
    ]);
  });
});

describe('changes of transitions', () => {
  const change = (...changes: readonly string[]) =>
    `- item: permit\n        transitions:\n${changes.map((one) => `          - ${one}`).join('\n')}`;
  const toldOf = (...changes: readonly string[]) =>
    told(PROCEDURE, '- item: permit', change(...changes));

  it('name states and signals that the item has', () => {
    expect(toldOf('{ from: handlin, on: Handled, to: approving }')).toEqual([
      `${PROCEDURE}:57:21 transition-state-unknown`,
    ]);
    expect(toldOf('{ from: handling, on: Handeld, to: approving }')).toEqual([
      `${PROCEDURE}:57:35 transition-signal-unknown`,
    ]);
    expect(toldOf('{ from: handling, on: Handled, to: approvin }')).toEqual([
      `${PROCEDURE}:57:48 transition-state-unknown`,
    ]);
    expect(toldOf('{ from: withdrawn, on: Submitted, to: received }')).toEqual([
      `${PROCEDURE}:57:21 transition-from-an-ending`,
    ]);
    expect(toldOf('{ from: planned, on: Approved }')).toEqual([
      `${PROCEDURE}:57:34 transition-absent`,
    ]);
  });

  it('leave every state within reach', () => {
    const skip = [
      '{ from: handling, on: Handled, to: approving }',
      '{ from: waiting-handling, on: Handled, to: waiting-approving }',
    ];
    expect(toldOf(...skip)).toEqual([
      `${PROCEDURE}:57:11 state-unreachable`,
      `${PROCEDURE}:57:11 state-unreachable`,
    ]);
  });

  it('leave every ending within reach', () => {
    const { mistakes } = findings(
      PROCEDURE,
      '- item: permit',
      change('{ from: approving, on: Rejected }'),
    );
    expect(placesOf(mistakes)).toContain(`${PROCEDURE}:57:11 ending-unreachable`);
    expect(mistakes.map(({ facts }) => facts)).toContainEqual({
      item: 'permit',
      ending: 'rejected',
    });
  });

  it('leave a way out of every state', () => {
    const trap = ['Returned', 'Withdrawn', 'Dropped', 'Rejected']
      .map((on) => `{ from: approving, on: ${on} }`)
      .concat(
        '{ from: approving, on: Approved, to: handling }',
        '{ from: handling, on: Returned }',
        '{ from: handling, on: Withdrawn }',
        '{ from: handling, on: Dropped }',
        '{ from: reviewing, on: Returned }',
        '{ from: reviewing, on: Withdrawn }',
        '{ from: reviewing, on: Dropped }',
      );
    const { mistakes } = findings(PROCEDURE, '- item: permit', change(...trap));
    const dead = mistakes.flatMap((one) =>
      one.code === 'state-without-way-out' ? [one.facts] : [],
    );
    expect(dead.map(({ state }) => state).toSorted()).toEqual([
      'approving',
      'handling',
      'reviewing',
    ]);
  });
});

describe('a promise', () => {
  it('is no longer than the law allows, in the catalogue and in the procedure', () => {
    expect(told(PERMIT, 'amount: 4', 'amount: 21')).toEqual([
      `${PERMIT}:11:5 promise-over-statutory`,
    ]);
    const promised =
      '- item: permit\n        promise: { amount: 25, unit: working-days, source: { estimate: x } }';
    expect(told(PROCEDURE, '- item: permit', promised)).toEqual([
      `${PROCEDURE}:56:18 promise-over-statutory`,
    ]);
  });

  it('in working days is longer than fewer natural days, whatever the calendar', () => {
    expect(told(item('eia'), 'amount: 60', 'amount: 4')).toEqual([
      `${item('eia')}:12:5 promise-over-statutory`,
    ]);
    expect(factsOf({ file: item('eia'), replace: 'amount: 60', by: 'amount: 4' })).toEqual({
      item: 'eia',
      promised: 5,
      statutory: 4,
      unit: 'working-days',
      statutoryUnit: 'natural-days',
    });
  });

  it('is not judged against a statutory limit in a unit that may be longer or shorter', () => {
    expect(told(item('eia'), 'amount: 60', 'amount: 6')).toEqual([]);
  });
});
