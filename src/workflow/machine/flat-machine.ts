import { createMachine, type AnyStateMachine } from 'xstate';
import type { ItemSignal } from '../../domain/dossier/signal.ts';
import type { Definition } from '../definition/definition.ts';
import { itemMachineConfig, type ItemMachineConfig } from './item-machine.ts';

/**
 * The whole procedure as one statechart: a parallel region for every item, whose events are named
 * `<item>:<signal>`. It is drawn and checked; stepping goes by the tables, because here every
 * region costs some 4 µs a step.
 */
export function flatMachine(definition: Definition): AnyStateMachine {
  const items = definition.stages.flatMap((stage) => stage.items);
  return createMachine({
    id: definition.procedure,
    type: 'parallel',
    states: Object.fromEntries(
      items.map((item) => [item.item, region(item.item, itemMachineConfig(item))]),
    ),
  });
}

export function flatEvent(item: string, signal: ItemSignal): { readonly type: string } {
  return { type: `${item}:${signal}` };
}

function region(item: string, { initial, states }: ItemMachineConfig) {
  const named = Object.entries(states).map(([step, { on, ...state }]) => {
    const events = Object.entries(on).map(([signal, to]) => [
      flatEvent(item, signal as ItemSignal).type,
      to,
    ]);
    return [step, { ...state, on: Object.fromEntries(events) as ItemRegionEvents }];
  });
  return { initial, states: Object.fromEntries(named) as ItemMachineConfig['states'] };
}

type ItemRegionEvents = ItemMachineConfig['states'][string]['on'];
