import { nextActions, type NextAction } from '../../../domain/dossier/next-actions.ts';
import type { Procedure } from '../../../domain/dossier/procedure.ts';
import type { Dossier } from '../../../domain/dossier/state.ts';
import type { SeenAction, Sight } from './sight.ts';

/** The sight of somebody who has the dossier itself. */
export function seeDossier(dossier: Dossier, procedure: Procedure): Sight {
  const { answers, items, stages, intakes, materials } = dossier;
  return {
    isFormEmpty: Object.keys(answers).length === 0,
    next: nextActions(dossier, procedure).map(seen),
    items: mapped(items, (item) => ({
      ...item,
      opinions: Object.values(item.opinions).flatMap(({ answer }) => answer ?? []),
    })),
    stages,
    intakes,
    materials: mapped(materials, (files) => files.map(({ fileName }) => fileName)),
  };
}

function seen(action: NextAction): SeenAction {
  if (action.about === 'intake') return { ...action, isWaiting: action.waitsFor.length > 0 };
  if (action.about === 'stage') {
    return { ...action, missingMaterials: action.obstacles.materials };
  }
  return action;
}

function mapped<Key extends string, From, To>(
  record: Readonly<Record<Key, From>>,
  change: (from: From) => To,
): Readonly<Record<Key, To>> {
  const entries = Object.entries<From>(record).map(([key, value]) => [key, change(value)]);
  return Object.fromEntries(entries) as Readonly<Record<Key, To>>;
}
