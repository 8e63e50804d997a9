import { describe, expect, it } from 'vitest';
import { itemMachine } from '../../../../src/workflow/machine/item-machine.ts';
import { itemTable, unreachableSteps } from '../../../../src/workflow/machine/item-table.ts';
import {
  deadSteps,
  reachableEndings,
  reachableSteps,
} from '../../../../src/workflow/machine/reachability.ts';
import { SAMPLE_ITEMS, sampleItem } from './sample-item.ts';

const tableOf = (changes: Readonly<Record<string, unknown>> = {}) =>
  itemTable(itemMachine(sampleItem(changes)));

describe('the graph of an item', () => {
  it.each(SAMPLE_ITEMS)('reaches all its states and has no dead end: %s', (_, item) => {
    const machine = itemMachine(item);
    const table = itemTable(machine);
    expect(unreachableSteps(machine, table)).toEqual([]);
    expect(deadSteps(table)).toEqual([]);
    expect([...reachableEndings(table)].toSorted()).toEqual(
      item.kind === 'external'
        ? ['dropped', 'failed', 'reached']
        : ['approved', 'dropped', 'not-accepted', 'rejected', 'returned', 'withdrawn'],
    );
  });

  it('knows what can still become of an item', () => {
    const table = tableOf();
    expect(reachableEndings(table, 'approved')).toEqual(new Set(['approved']));
    expect(reachableEndings(table, 'handling')).not.toContain('not-accepted');
    expect(reachableSteps(table, 'rejected')).toEqual(
      new Set(['rejected', 'rejected-issued', 'refused']),
    );
  });

  it('finds the states that a change of the definition cuts off', () => {
    const item = sampleItem({ transitions: [{ from: 'handling', on: 'Handled' }] });
    const machine = itemMachine(item);
    const table = itemTable(machine);
    expect(unreachableSteps(machine, table)).toContain('reviewing');
    expect(reachableEndings(table)).not.toContain('approved');
  });

  it('finds a state that nobody can leave', () => {
    expect(deadSteps(tableOf({ transitions: [{ from: 'approved', on: 'ResultIssued' }] }))).toEqual(
      ['approved'],
    );
  });
});
