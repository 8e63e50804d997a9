import type { ItemSlug } from '../../kernel/ids.ts';
import type { Procedure, ProcedureRef } from './procedure.ts';
import type { DossierFile, ItemState } from './state.ts';

/** What moving a dossier to another version of its procedure would change. */
export interface ProcedureMove {
  readonly from: ProcedureRef;
  readonly to: ProcedureRef;
  /** Items that would be planned anew. */
  readonly added: readonly ItemSlug[];
  /** Items that nobody applied for and that would go. */
  readonly gone: readonly ItemSlug[];
  /** Items with a history that the new version cannot go on with: they forbid the move. */
  readonly lost: readonly ItemSlug[];
  /** Required questions that are answered under the old version or unknown to it, and open now. */
  readonly missingAnswers: readonly string[];
  /** Conditions that would keep the project out of the new version. */
  readonly ineligible: readonly string[];
}

export function dryRunMove(dossier: DossierFile, from: Procedure, to: Procedure): ProcedureMove {
  const matched = new Set(to.matchItems(dossier.answers));
  const items = Object.values(dossier.items);
  const isLoose = (item: ItemState) => item.phase === 'planned' && !item.addedByHand;
  const asked = new Set(from.missingAnswers(dossier.answers));
  return {
    from: from.ref,
    to: to.ref,
    added: [...matched].filter((slug) => !Object.hasOwn(dossier.items, slug)),
    gone: items.filter((one) => isLoose(one) && !matched.has(one.item)).map(({ item }) => item),
    lost: items.filter((one) => !isLoose(one) && isLost(one, to)).map(({ item }) => item),
    missingAnswers: to.missingAnswers(dossier.answers).filter((name) => !asked.has(name)),
    ineligible: to.ineligible(dossier.answers),
  };
}

/** An item that is planned begins where the new version begins; any other keeps its step. */
function isLost({ item, phase, step }: ItemState, to: Procedure): boolean {
  const model = to.items.get(item);
  return !model || (phase !== 'planned' && !model.table.has(step));
}
