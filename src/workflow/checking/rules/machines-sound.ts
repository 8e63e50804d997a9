import type { ItemEnding, ItemStep } from '../../../domain/dossier/signal.ts';
import { itemMachine, itemTransitionProblems } from '../../machine/item-machine.ts';
import { planItem } from '../../machine/item-plan.ts';
import { itemTable, unreachableSteps } from '../../machine/item-table.ts';
import { deadSteps, reachableEndings } from '../../machine/reachability.ts';
import type { TransitionProblem } from '../../machine/transition-changes.ts';
import { mistake, type DefinitionMistake } from '../../loading/mistake.ts';
import { whereItem, type ItemOrigin } from '../../loading/resolve.ts';
import { endingsOfKind } from '../endings-of-kind.ts';
import type { Rule } from '../subject.ts';

/**
 * Each item's own machine, explored whole: changes of transitions mean something, every state can
 * be reached, every ending of the kind can be reached, and an ending can be reached from everywhere.
 */
export const machinesSound: Rule = ({ items }) => {
  const shapes = new Map<string, Flaws>();
  return [...items.values()].filter(hasDecider).flatMap((origin) => {
    const problems = itemTransitionProblems(origin.item);
    if (problems.length > 0) return problems.map((problem) => fromProblem(origin, problem));
    // Items with the same plan and the same changes have the same machine but for its name.
    const shape = JSON.stringify([planItem(origin.item), origin.item.transitions]);
    const flaws = shapes.get(shape) ?? flawsOf(origin.item);
    shapes.set(shape, flaws);
    return toldFor(origin, flaws);
  });
};

interface Flaws {
  readonly unreachable: readonly ItemStep[];
  readonly dead: readonly ItemStep[];
  readonly missing: readonly ItemEnding[];
}

function flawsOf(item: ItemOrigin['item']): Flaws {
  const machine = itemMachine(item);
  const table = itemTable(machine);
  const reached = reachableEndings(table);
  return {
    unreachable: unreachableSteps(machine, table),
    dead: deadSteps(table),
    missing: endingsOfKind(item.kind).filter((ending) => !reached.has(ending)),
  };
}

function toldFor(origin: ItemOrigin, { unreachable, dead, missing }: Flaws): DefinitionMistake[] {
  const { item, transitions } = origin.item;
  const at = whereItem(origin, transitions.length > 0 ? 'transitions' : 'kind');
  return [
    ...unreachable.map((state) => mistake('state-unreachable', at, { item, state })),
    ...dead.map((state) => mistake('state-without-way-out', at, { item, state })),
    ...missing.map((ending) => mistake('ending-unreachable', at, { item, ending })),
  ];
}

/** Without an approve step there is no machine to speak of; `stepsDecide` says so. */
function hasDecider({ item }: ItemOrigin): boolean {
  return item.kind === 'external' || item.steps.some(({ step }) => step === 'approve');
}

function fromProblem(origin: ItemOrigin, problem: TransitionProblem): DefinitionMistake {
  const { item, transitions } = origin.item;
  const { index, name } = problem;
  const at = (key: string) => whereItem(origin, 'transitions', index, key);
  switch (problem.problem) {
    case 'unknown-from':
      return mistake('transition-state-unknown', at('from'), { item, state: name });
    case 'unknown-to':
      return mistake('transition-state-unknown', at('to'), { item, state: name });
    case 'unknown-signal':
      return mistake('transition-signal-unknown', at('on'), { item, signal: name });
    case 'from-an-ending':
      return mistake('transition-from-an-ending', at('from'), { item, state: name });
    default: {
      const state = transitions[index]?.from ?? '';
      return mistake('transition-absent', at('on'), { item, state, signal: name });
    }
  }
}
