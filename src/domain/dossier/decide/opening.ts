import { invariant } from '../../../kernel/invariant.ts';
import type { Circumstances } from '../circumstances.ts';
import type { OpenDossier } from '../commands.ts';
import { no } from '../refusals.ts';
import type { DossierState } from '../state.ts';
import { happens, type Decision } from './decision.ts';

/** State-secret projects never enter this system (Order 673 art 4). */
export function openDossier(
  command: OpenDossier,
  state: DossierState,
  { procedure, by }: Circumstances,
): Decision {
  if (state.status !== 'none') return no('dossier-exists', { dossier: state.number });
  invariant(procedure.ref.id === command.procedure, `${command.procedure} is at hand`);
  const { type: _type, secret, ...data } = command;
  if (secret) return no('secret-project', { projectName: command.projectName });
  // An agent who opens for nobody else has it in the own care, or could never act on it again.
  const agent = command.agent ?? (by.post === 'agent' ? by.person : undefined);
  return happens({
    type: 'DossierOpened',
    data: { ...data, ...(agent && { agent }), procedure: procedure.ref },
  });
}
