import type { ItemEnding } from '../../../domain/dossier/signal.ts';
import { itemMachine, itemTransitionProblems } from '../../machine/item-machine.ts';
import { itemTable, unreachableSteps, type ExploredItemTable } from '../../machine/item-table.ts';
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
export const machinesSound: Rule = ({ items }) =>
  [...items.values()].filter(hasDecider).flatMap((origin) => {
    const problems = itemTransitionProblems(origin.item);
    if (problems.length > 0) return problems.map((problem) => fromProblem(origin, problem));
    const machine = itemMachine(origin.item);
    const table = itemTable(machine);
    const at = whereItem(origin, origin.item.transitions.length > 0 ? 'transitions' : 'kind');
    const { item } = origin.item;
    return [
      ...unreachableSteps(machine, table).map((state) =>
        mistake('state-unreachable', at, { item, state }),
      ),
      ...deadSteps(table).map((state) => mistake('state-without-way-out', at, { item, state })),
      ...missingEndings(origin, table).map((ending) =>
        mistake('ending-unreachable', at, { item, ending }),
      ),
    ];
  });

/** Without an approve step there is no machine to speak of; `stepsDecide` says so. */
function hasDecider({ item }: ItemOrigin): boolean {
  return item.kind === 'external' || item.steps.some(({ step }) => step === 'approve');
}

function missingEndings(origin: ItemOrigin, table: ExploredItemTable): ItemEnding[] {
  const reached = reachableEndings(table);
  return endingsOfKind(origin.item.kind).filter((ending) => !reached.has(ending));
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
