import type { DossierEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Act } from './evolve/stepping.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { Procedure, ProcedureRef } from './procedure.ts';
import { NO_DOSSIER, type DossierState } from './state.ts';

/** An event as a stream holds it: with who did it and when, from its envelope. */
export interface Happened {
  readonly event: DossierEvent;
  readonly act: Act;
}

/**
 * What a dossier's events add up to, from `from` on. `procedureFor` gives a published version; one
 * that is missing is a broken rule of ours, because only published versions are recorded.
 */
export function fold(
  events: Iterable<Happened>,
  procedureFor: (ref: ProcedureRef) => Procedure | undefined,
  from: DossierState = NO_DOSSIER,
): DossierState {
  let state = from;
  let procedure: Procedure | undefined;
  for (const { event, act } of events) {
    const ref = versionAfter(state, event);
    if (procedure?.ref.hash !== ref.hash) procedure = procedureFor(ref);
    invariant(procedure, `procedure ${ref.id} v${ref.version} is published`);
    state = evolve(state, event, act, procedure);
  }
  return state;
}

/** The version that a dossier runs on after the event. */
export function versionAfter(state: DossierState, event: DossierEvent): ProcedureRef {
  if (event.type === 'DossierOpened') return event.data.procedure;
  if (event.type === 'ProcedureMoved') return event.data.to;
  invariant(state.status !== 'none', 'a dossier begins with its opening');
  return state.procedure;
}
