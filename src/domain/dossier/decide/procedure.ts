import { invariant } from '../../../kernel/invariant.ts';
import { dryRunMove } from '../dry-run-move.ts';
import { evolve } from '../evolve.ts';
import type { DossierEvent } from '../events.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierCommandOf } from '../commands.ts';
import type { Procedure } from '../procedure.ts';
import { no } from '../refusals.ts';
import type { OpenDossierState } from '../state.ts';
import { blankReason } from './checks.ts';
import { happens, type Decide, type Decision, type Refused } from './decision.ts';
import { matched } from './matching.ts';

type Move = DossierCommandOf<'MoveProcedure'>;

/** An accepted dossier moves by somebody's authority; a draft only needs a reason. */
export const moveProcedure: Decide<'MoveProcedure'> = (command, dossier, circumstances) =>
  blankReason(command, command.reason, ...(dossier.pinned ? [command.authority] : [])) ??
  noMove(command, dossier) ??
  moved(command, dossier, circumstances);

function noMove({ to }: Move, { procedure: from }: OpenDossierState): Refused | undefined {
  if (to.id !== from.id) return no('procedure-of-other-kind', { from: from.id, to: to.id });
  return to.version === from.version
    ? no('procedure-unchanged', { procedure: from.id, version: from.version })
    : undefined;
}

function moved(command: Move, dossier: OpenDossierState, circumstances: Circumstances): Decision {
  const { procedure, nextProcedure } = circumstances;
  const isThere = nextProcedure?.ref.hash === command.to.hash;
  invariant(isThere, `version ${command.to.version} of ${command.to.id} is at hand`);
  const items = dryRunMove(dossier, procedure, nextProcedure).lost;
  if (items.length > 0) return no('procedure-move-loses-items', { items });
  const { to, reason, authority } = command;
  const event: DossierEvent = {
    type: 'ProcedureMoved',
    data: { from: dossier.procedure, to, reason, authority },
  };
  return rematched(event, dossier, { ...circumstances, procedure: nextProcedure });
}

/** The items are matched under the new version in the same moment. */
function rematched(
  event: DossierEvent,
  dossier: OpenDossierState,
  circumstances: Circumstances & { readonly procedure: Procedure },
): Decision {
  const match = matched(
    evolve(dossier, event, circumstances, circumstances.procedure),
    circumstances,
  );
  return match.ok ? happens(event, ...match.value) : match;
}
