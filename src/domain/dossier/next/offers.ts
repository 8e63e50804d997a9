import type { DossierCommandType } from '../commands.ts';
import type { ItemTable, ItemTransition } from '../procedure.ts';
import type { ItemSignal, ItemStep } from '../signal.ts';
import type { Turn } from './next-action.ts';

/** What a step offers to whom, before the facts of the file are asked. */
export type Offer = Omit<Turn, 'department'>;

interface Offers {
  /** What takes the item further. */
  readonly turns: readonly Offer[];
  /** What takes it out of the case. */
  readonly exits: readonly Offer[];
}

const EXITS: ReadonlySet<ItemSignal> = new Set(['Returned', 'Withdrawn', 'Dropped']);

/** Tables never change, so what each step offers is read off once. */
const read = new WeakMap<ItemTable, Map<ItemStep, Offers>>();

/** The commands of the transitions that leave the step, by the party whose act they are. */
export function offersIn(table: ItemTable, step: ItemStep): Offers {
  const steps = read.get(table) ?? new Map<ItemStep, Offers>();
  read.set(table, steps);
  const known = steps.get(step);
  if (known) return known;
  const leaving = table.leaving(step);
  const offers: Offers = {
    turns: byParty(leaving.filter(({ on }) => !EXITS.has(on))),
    exits: byParty(leaving.filter(({ on }) => EXITS.has(on))),
  };
  steps.set(step, offers);
  return offers;
}

function byParty(transitions: readonly ItemTransition[]): readonly Offer[] {
  const offers = transitions.flatMap(({ command, by, of }): readonly Offer[] =>
    command === undefined ? [] : [{ of, posts: by, commands: [command] }],
  );
  return merged(offers, ({ of, posts }) => `${of} ${posts.join()}`);
}

/** One for each key, with the commands of all, each once. */
export function merged<Kind extends Offer>(
  offers: readonly Kind[],
  keyOf: (offer: Kind) => string,
): Kind[] {
  const byKey = new Map<string, Kind>();
  for (const offer of offers) {
    const key = keyOf(offer);
    const known: readonly DossierCommandType[] = byKey.get(key)?.commands ?? [];
    byKey.set(key, { ...offer, commands: [...new Set([...known, ...offer.commands])] });
  }
  return [...byKey.values()];
}
