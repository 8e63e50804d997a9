import type { DepartmentId, ItemSlug } from '../../../kernel/ids.ts';
import type { Day } from '../../../kernel/instant.ts';
import { modelOf } from '../evolve/stepping.ts';
import { missingPrerequisites, prerequisitesMet } from '../prerequisites.ts';
import type { Procedure } from '../procedure.ts';
import type { ItemPhase } from '../signal.ts';
import type { DossierFile, ItemState } from '../state.ts';
import { silentDepartments } from './turns.ts';

/** What an item or an intake waits for. */
export type Wait =
  /** No item where an answer of the form must change. */
  | { readonly for: 'prerequisites'; readonly items: readonly ItemSlug[] }
  | {
      readonly for: 'opinions';
      readonly departments: readonly DepartmentId[];
      readonly answerBy?: Day;
    }
  /** The applicant's. */
  | { readonly for: 'corrections' }
  /** Items whose department has not said whether anything is to be corrected. */
  | { readonly for: 'notes'; readonly items: readonly ItemSlug[]; readonly until: Day }
  | { readonly for: 'superior' }
  | { readonly for: 'milestone' }
  | { readonly for: 'project-code' };

const BEFORE_ACCEPTANCE: ReadonlySet<ItemPhase> = new Set(['planned', 'received', 'waiting']);

export function waitsOf(
  item: ItemState,
  dossier: DossierFile,
  procedure: Procedure,
): readonly Wait[] {
  const model = modelOf(procedure, item.item);
  const leaving = model.table.leaving(item.step);
  const waits: Wait[] = [];
  if (BEFORE_ACCEPTANCE.has(item.phase) && !prerequisitesMet(dossier, model)) {
    waits.push({ for: 'prerequisites', items: missingPrerequisites(dossier, model) });
  }
  for (const { on, command } of leaving) {
    if (on === 'OpinionsGathered') waits.push(opinionsOf(item));
    if (on === 'CorrectionsSupplied') waits.push({ for: 'corrections' });
    if (on === 'MilestoneReached') waits.push({ for: 'milestone' });
    if (command === 'RecordSuperiorAnswer') waits.push({ for: 'superior' });
  }
  // A transition stands once for each party that may cause it.
  return waits.filter((wait, index) => waits.findIndex((one) => one.for === wait.for) === index);
}

function opinionsOf(item: ItemState): Wait {
  const { answerOpinionsBy: answerBy } = item;
  const departments = silentDepartments(item);
  return { for: 'opinions', departments, ...(answerBy !== undefined && { answerBy }) };
}
