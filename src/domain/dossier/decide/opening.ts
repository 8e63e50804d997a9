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
  { procedure }: Circumstances,
): Decision {
  if (state.status !== 'none') return no('dossier-exists', { dossier: state.number });
  invariant(procedure.ref.id === command.procedure, `${command.procedure} is at hand`);
  const { type: _type, secret, ...data } = command;
  if (secret) return no('secret-project', { projectName: command.projectName });
  return happens({ type: 'DossierOpened', data: { ...data, procedure: procedure.ref } });
}
