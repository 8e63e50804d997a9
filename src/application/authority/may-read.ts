import type { Dossier } from '../../domain/dossier/state.ts';
import type { Actor, PostKind } from '../../domain/post.ts';
import type { DepartmentId } from '../../kernel/ids.ts';

/** Who watches over all dossiers. */
export const READS_ALL: ReadonlySet<PostKind> = new Set(['supervisor', 'auditor', 'administrator']);

/**
 * Whether the actor may see the dossier: its agent, every department that takes part, and those who
 * watch over all. Whether the actor holds the post now is asked before (`postHeldBy`).
 */
export function mayRead(actor: Actor, dossier: Dossier): boolean {
  if (READS_ALL.has(actor.post)) return true;
  if (actor.post === 'agent') return dossier.agent === actor.person;
  const { department } = actor;
  if (department === undefined) return false;
  const taking = departmentsIn(dossier);
  // Opened at a counter and not yet matched to anybody: counters see it, or nobody could go on.
  return taking.size === 0 ? actor.post === 'window' : taking.has(department);
}

/**
 * Whether the actor may also see whom to call about the dossier, and what the form marks personal:
 * whoever works on it or watches over the work. Running the system needs no personal data.
 */
export function mayKnowContact(actor: Actor, dossier: Dossier): boolean {
  return actor.post !== 'administrator' && mayRead(actor, dossier);
}

/** Leads of its stages, departments of its items, and those that were asked for an opinion. */
function departmentsIn(dossier: Dossier): ReadonlySet<DepartmentId> {
  const departments = new Set<DepartmentId>();
  for (const { lead } of Object.values(dossier.stages)) if (lead) departments.add(lead);
  for (const item of Object.values(dossier.items)) {
    if (item.department) departments.add(item.department);
    for (const asked of Object.keys(item.opinions)) departments.add(asked as DepartmentId);
  }
  return departments;
}
