import { describe, expect, it } from 'vitest';
import type { ItemSignal } from '../../../../src/domain/dossier/signal.ts';
import type { ResolvedItem } from '../../../../src/workflow/definition/definition.ts';
import {
  itemMachine,
  itemTransitionProblems,
} from '../../../../src/workflow/machine/item-machine.ts';
import {
  itemTable,
  proveTable,
  unreachableSteps,
  type ExploredItemTable,
} from '../../../../src/workflow/machine/item-table.ts';
import { APPROVE_ALONE, SAMPLE_ITEMS, sampleItem } from './sample-item.ts';

const opinions = { from: ['civil-defence'] };
const tableOf = (item: ResolvedItem) => itemTable(itemMachine(item));

/** The steps that a history of signals leads through, `undefined` where one is not heard. */
function walk(table: ExploredItemTable, ...signals: readonly ItemSignal[]) {
  let step: string | undefined = table.initial;
  return signals.map((signal) => {
    step = step === undefined ? undefined : table.next(step, signal);
    return step;
  });
}

function commandsIn(table: ExploredItemTable, step: string): readonly string[] {
  return table.leaving(step).flatMap(({ command }) => command ?? []);
}

describe('the machine of an item', () => {
  it('takes a promised item through handling, review and approval to a served paper', () => {
    const table = tableOf(sampleItem());
    expect(
      walk(
        table,
        'Submitted',
        'CorrectionsTold',
        'CorrectionsSupplied',
        'Accepted',
        'Handled',
        'Reviewed',
        'SentBack',
        'Handled',
        'Reviewed',
        'Approved',
        'ResultIssued',
        'ResultServed',
      ),
    ).toEqual([
      'received',
      'correcting',
      'corrected',
      'handling',
      'reviewing',
      'approving',
      'handling',
      'reviewing',
      'approving',
      'approved',
      'approved-issued',
      'concluded',
    ]);
    expect(table.ending('concluded')).toBe('approved');
    expect(table.isGranted('approved')).toBe(true);
    expect(table.phase('approved')).toBe('decided');
  });

  it('hears a notice of corrections once and not again', () => {
    const table = tableOf(sampleItem());
    expect(table.next('corrected', 'CorrectionsTold')).toBeUndefined();
    expect(table.next('corrected', 'NotAccepted')).toBe('not-accepted');
  });

  it('serves a rejection in writing even where an approval puts out no paper', () => {
    const table = tableOf(sampleItem({ result: undefined }));
    expect(table.ending('approved')).toBe('approved');
    expect(table.next('rejected', 'ResultIssued')).toBe('rejected-issued');
    expect(table.next('rejected-issued', 'ResultServed')).toBe('refused');
    expect(table.ending('refused')).toBe('rejected');
    expect(table.isGranted('refused')).toBe(false);
  });

  it('decides an instant item at the counter, unless it is handled first', () => {
    const counter = tableOf(sampleItem({ kind: 'instant', steps: APPROVE_ALONE }));
    expect(counter.next('received', 'Approved')).toBe('approved');
    expect(counter.next('corrected', 'Rejected')).toBe('rejected');
    expect(commandsIn(counter, 'received')).toContain('ApproveItem');
    expect(counter.next('received', 'Accepted')).toBe('approving');
    expect(counter.next('approving', 'SentBack')).toBeUndefined();
    const handled = tableOf(sampleItem({ kind: 'instant' }));
    expect(handled.next('received', 'Approved')).toBeUndefined();
  });

  it('leaves out a review that the definition leaves out', () => {
    const item = sampleItem({
      steps: [
        { step: 'handle', by: ['window'] },
        { step: 'approve', by: ['organ-head'] },
      ],
    });
    const table = tableOf(item);
    expect(table.next('handling', 'Handled')).toBe('approving');
    expect(table.steps).not.toContain('reviewing');
    expect(table.leaving('approving')).toContainEqual({
      on: 'Approved',
      to: 'approved',
      command: 'ApproveItem',
      by: ['organ-head'],
      of: 'item',
    });
  });

  it('pre-reviews what waits for a prerequisite and decides it on arrival', () => {
    const table = tableOf(sampleItem({ needs: 'done("scheme-review")' }));
    expect(
      walk(
        table,
        'Submitted',
        'Deferred',
        'Handled',
        'Reviewed',
        'ApprovalPrepared',
        'PrerequisitesArrived',
        'Approved',
      ),
    ).toEqual([
      'received',
      'waiting-handling',
      'waiting-reviewing',
      'waiting-approving',
      'waiting-ready',
      'releasing',
      'approved',
    ]);
    expect(table.next('waiting-reviewing', 'PrerequisitesArrived')).toBe('reviewing');
    expect(table.next('waiting-approving', 'SentBack')).toBe('waiting-handling');
    expect(commandsIn(table, 'waiting-approving')).toContain('ApproveItem');
    expect(table.leaving('releasing')).toEqual([
      { on: 'Approved', to: 'approved', by: [], of: 'item' },
    ]);
    expect(tableOf(sampleItem()).next('received', 'Deferred')).toBeUndefined();
  });

  it('has a joint item ask for opinions before anybody handles it', () => {
    const table = tableOf(sampleItem({ kind: 'joint', opinions }));
    expect(
      walk(table, 'Submitted', 'Accepted', 'OpinionsSolicited', 'OpinionsGathered', 'Handled'),
    ).toEqual(['received', 'consulting', 'soliciting', 'handling', 'reviewing']);
    expect(commandsIn(table, 'consulting')).not.toContain('HandleItem');
    expect(table.leaving('soliciting')).toContainEqual({
      on: 'OpinionsGathered',
      to: 'handling',
      command: 'GiveOpinion',
      by: ['handler', 'approver'],
      of: 'opinion',
    });
  });

  it('lets a joint item gather opinions while it waits, and never decides it without them', () => {
    const table = tableOf(sampleItem({ kind: 'joint', opinions, needs: 'done("a")' }));
    expect(walk(table, 'Submitted', 'Deferred', 'OpinionsSolicited', 'OpinionsGathered')).toEqual([
      'received',
      'waiting-consulting',
      'waiting-soliciting',
      'waiting-handling',
    ]);
    expect(table.next('waiting-consulting', 'PrerequisitesArrived')).toBe('consulting');
    expect(table.next('waiting-soliciting', 'PrerequisitesArrived')).toBe('soliciting');
    expect(table.next('waiting-handling', 'PrerequisitesArrived')).toBe('handling');
  });

  it('offers opinions to a handler where the definition lists departments to ask', () => {
    const table = tableOf(sampleItem({ opinions }));
    expect(table.next('handling', 'OpinionsSolicited')).toBe('soliciting');
    expect(table.next('handling', 'Handled')).toBe('reviewing');
    expect(table.next('soliciting', 'OpinionsGathered')).toBe('handling');
  });

  it('leaves the decision on a reported item to the superior, even when it waited', () => {
    const table = tableOf(sampleItem({ kind: 'report-up', needs: 'done("a")' }));
    expect(table.next('approving', 'Approved')).toBeUndefined();
    expect(table.next('approving', 'ReportedUp')).toBe('reported-up');
    expect(table.next('reported-up', 'Approved')).toBe('approved');
    expect(commandsIn(table, 'reported-up')).toContain('RecordSuperiorAnswer');
    expect(commandsIn(table, 'reported-up')).not.toContain('ApproveItem');
    expect(table.next('waiting-approving', 'ApprovalPrepared')).toBeUndefined();
    expect(table.next('waiting-approving', 'PrerequisitesArrived')).toBe('approving');
  });

  it('awaits a milestone that the agent or the lead records', () => {
    const external = SAMPLE_ITEMS.find(([name]) => name === 'external')?.[1] ?? sampleItem();
    const table = tableOf(external);
    expect(table.initial).toBe('awaited');
    expect(table.phase('awaited')).toBe('planned');
    expect(table.ending('reached')).toBe('reached');
    expect(table.isGranted('reached')).toBe(true);
    expect(table.ending('failed')).toBe('failed');
    expect(
      table
        .leaving('awaited')
        .filter(({ on }) => on === 'MilestoneReached')
        .map(({ of, by }) => [of, by]),
    ).toEqual([
      ['agency', ['agent']],
      ['lead', ['window']],
    ]);
  });

  it.each(SAMPLE_ITEMS)(
    'lets nobody withdraw, return or drop after the decision: %s',
    (_, item) => {
      const table = tableOf(item);
      for (const step of table.steps) {
        const isOpen = ['received', 'waiting', 'working'].includes(table.phase(step));
        const isLeft = table.next(step, 'Withdrawn') === 'withdrawn';
        expect([step, isLeft]).toEqual([step, isOpen && step !== 'releasing']);
      }
    },
  );

  it.each(SAMPLE_ITEMS)('is a table that says what the machine says: %s', (_, item) => {
    const machine = itemMachine(item);
    const table = itemTable(machine);
    expect(() => proveTable(machine, table)).not.toThrow();
  });

  it('is caught when the table says anything else than the machine', () => {
    const machine = itemMachine(sampleItem());
    const table = itemTable(machine);
    const wrong: ExploredItemTable = {
      ...table,
      next: (step, signal) =>
        step === 'handling' && signal === 'Reviewed' ? 'approving' : table.next(step, signal),
    };
    expect(() => proveTable(machine, wrong)).toThrow(/handling on Reviewed leads to undefined/);
    const blind: ExploredItemTable = {
      ...table,
      next: (step, signal) => (signal === 'Dropped' ? undefined : table.next(step, signal)),
    };
    expect(() => proveTable(machine, blind)).toThrow(/planned on Dropped leads to dropped/);
  });
});

describe('a definition that changes one transition', () => {
  it('takes the review away from the commands that succeed', () => {
    const usual = tableOf(sampleItem());
    const changed = tableOf(
      sampleItem({ transitions: [{ from: 'handling', on: 'Handled', to: 'approving' }] }),
    );
    expect(commandsIn(usual, usual.next('handling', 'Handled') ?? '')).toContain('ReviewItem');
    const after = changed.next('handling', 'Handled') ?? '';
    expect(commandsIn(changed, after)).toContain('ApproveItem');
    expect(commandsIn(changed, after)).not.toContain('ReviewItem');
  });

  it('opens a step to a command by a new transition and closes it by taking one away', () => {
    const table = tableOf(
      sampleItem({
        transitions: [
          { from: 'handling', on: 'Rejected', to: 'rejected' },
          { from: 'received', on: 'Withdrawn' },
        ],
      }),
    );
    expect(commandsIn(table, 'handling')).toContain('RejectItem');
    expect(commandsIn(table, 'received')).not.toContain('WithdrawItem');
    expect(commandsIn(table, 'handling')).toContain('WithdrawItem');
  });

  it('may have nothing decided in advance, or nothing by itself, and keeps no state for it', () => {
    const changed = (change: { from: string; on: string; to?: string }) => {
      const machine = itemMachine(sampleItem({ needs: 'done("a")', transitions: [change] }));
      const table = itemTable(machine);
      expect(unreachableSteps(machine, table)).toEqual([]);
      return table;
    };
    const asked = changed({ from: 'waiting-ready', on: 'PrerequisitesArrived', to: 'approving' });
    expect(asked.next('waiting-ready', 'PrerequisitesArrived')).toBe('approving');
    expect(asked.has('releasing')).toBe(false);
    const undecided = changed({ from: 'waiting-approving', on: 'ApprovalPrepared' });
    expect(commandsIn(undecided, 'waiting-approving')).not.toContain('ApproveItem');
    expect(undecided.has('waiting-ready')).toBe(false);
    expect(undecided.has('releasing')).toBe(false);
  });

  it('may not lead to where only the arrival of prerequisites leads', () => {
    const transitions = [{ from: 'handling', on: 'Handled', to: 'releasing' }];
    expect(itemTransitionProblems(sampleItem({ needs: 'done("a")', transitions }))).toEqual([
      { index: 0, problem: 'unknown-to', name: 'releasing' },
    ]);
  });

  it('is told which of its changes mean nothing', () => {
    const item = sampleItem({
      transitions: [
        { from: 'nowhere', on: 'Handled', to: 'approving' },
        { from: 'handling', on: 'Handled', to: 'nowhere' },
        { from: 'handling', on: 'Signed', to: 'approving' },
        { from: 'handling', on: 'Served' },
        { from: 'handling', on: 'Reviewed' },
        { from: 'refused', on: 'Submitted', to: 'received' },
      ],
    });
    expect(itemTransitionProblems(item)).toEqual([
      { index: 0, problem: 'unknown-from', name: 'nowhere' },
      { index: 1, problem: 'unknown-to', name: 'nowhere' },
      { index: 2, problem: 'unknown-signal', name: 'Signed' },
      { index: 3, problem: 'unknown-signal', name: 'Served' },
      { index: 4, problem: 'nothing-to-take-away', name: 'Reviewed' },
      { index: 5, problem: 'from-an-ending', name: 'refused' },
    ]);
    expect(() => itemMachine(item)).toThrow(/transitions of works-planning-permit are checked/);
  });
});
