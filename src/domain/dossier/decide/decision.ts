import { ok, type Result } from '../../../kernel/result.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierCommand, DossierCommandOf, DossierCommandType } from '../commands.ts';
import type { DossierEvent } from '../events.ts';
import type { DossierRefusal } from '../refusals.ts';
import type { OpenDossierState } from '../state.ts';

/** What a command leads to: events, or a refusal of ours. */
export type Decision = Result<readonly DossierEvent[], DossierRefusal>;

/** A refusal alone; checks give one or `undefined`, so that `??` puts them in order. */
export type Refused = Extract<Decision, { readonly ok: false }>;

/** Decides commands of one type on a dossier that is open. */
export type Decide<Type extends DossierCommandType> = (
  command: DossierCommandOf<Type>,
  dossier: OpenDossierState,
  circumstances: Circumstances,
) => Decision;

export function happens(...events: readonly DossierEvent[]): Decision {
  return ok(events);
}

/** What the command says beside its name and its dossier. */
export function payload<Command extends DossierCommand>(
  command: Command,
): Omit<Command, 'type' | 'dossier'> {
  const { type: _type, dossier: _dossier, ...rest } = command;
  return rest;
}
