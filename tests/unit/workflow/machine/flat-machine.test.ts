import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialTransition, transition, type AnyMachineSnapshot } from 'xstate';
import type { ItemSignal } from '../../../../src/domain/dossier/signal.ts';
import { invariant } from '../../../../src/kernel/invariant.ts';
import { flatEvent, flatMachine } from '../../../../src/workflow/machine/flat-machine.ts';
import { itemMachine } from '../../../../src/workflow/machine/item-machine.ts';
import { itemTable } from '../../../../src/workflow/machine/item-table.ts';
import { ITEM_SIGNALS } from '../../../../src/workflow/machine/item-turns.ts';
import { sampleDefinition } from '../procedure/sample-definition.ts';
import { SAMPLE_ITEMS } from './sample-item.ts';

/** One region of every kind there is, beside those of the sample procedure. */
const [first, ...others] = sampleDefinition().stages;
invariant(first, 'the sample has stages');
const kinds = SAMPLE_ITEMS.map(([name, item]) => ({ ...item, item: name.replaceAll(' ', '-') }));
const definition = {
  ...sampleDefinition(),
  stages: [{ ...first, items: [...first.items, ...kinds] }, ...others],
};

const regions = definition.stages
  .flatMap((stage) => stage.items)
  .map((item) => {
    const machine = itemMachine(item);
    return { item: item.item, machine, table: itemTable(machine) };
  });
const flat = flatMachine(definition);

/** What may happen next: mostly something that the item hears, sometimes anything at all. */
const happening = fc.record({
  region: fc.nat(regions.length - 1),
  choice: fc.nat(99),
  isAnything: fc.boolean(),
});

describe('the machine of a whole procedure', () => {
  it('has a region for every item, each at its beginning', () => {
    const [start] = initialTransition(flat) as [AnyMachineSnapshot, unknown];
    expect(start.value).toEqual(
      Object.fromEntries(regions.map(({ item, table }) => [item, table.initial])),
    );
  });

  it('goes the way of the item machines and of the tables through every history', () => {
    let heard = 0;
    const history = fc.array(happening, { minLength: 80, maxLength: 120 });
    fc.assert(
      fc.property(history, (happenings) => {
        let [whole] = initialTransition(flat) as [AnyMachineSnapshot, unknown];
        const singles = regions.map(
          ({ machine }) => initialTransition(machine)[0] as AnyMachineSnapshot,
        );
        const steps = regions.map(({ table }) => table.initial);
        for (const { region: at, choice, isAnything } of happenings) {
          const region = regions[at];
          const single = singles[at];
          const step = steps[at];
          invariant(region && single && step !== undefined, 'the region exists');
          const offered = isAnything ? [] : region.table.leaving(step).map(({ on }) => on);
          const signal: ItemSignal | undefined =
            offered[choice % Math.max(1, offered.length)] ??
            ITEM_SIGNALS[choice % ITEM_SIGNALS.length];
          invariant(signal, 'there is a signal');

          const event = flatEvent(region.item, signal);
          const next = region.table.next(step, signal);
          expect(whole.can(event)).toBe(next !== undefined);
          expect(single.can({ type: signal })).toBe(next !== undefined);
          whole = transition(flat, whole, event)[0] as AnyMachineSnapshot;
          singles[at] = transition(region.machine, single, {
            type: signal,
          })[0] as AnyMachineSnapshot;
          steps[at] = next ?? step;
          heard += next === undefined ? 0 : 1;
        }
        const expected = Object.fromEntries(regions.map(({ item }, at) => [item, steps[at]]));
        expect(singles.map((one) => one.value as string)).toEqual(steps);
        expect(whole.value).toEqual(expected);
      }),
      { numRuns: 60 },
    );
    expect(heard).toBeGreaterThan(500);
  });
});
