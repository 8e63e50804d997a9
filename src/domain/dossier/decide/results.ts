import { dayOf } from '../../../kernel/instant.ts';
import { invariant } from '../../../kernel/invariant.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierCommandOf } from '../commands.ts';
import { itemIn } from '../evolve/stepping.ts';
import { nextPaperNumber } from '../paper-number.ts';
import { no } from '../refusals.ts';
import type { ItemState, OpenDossierState } from '../state.ts';
import { blankReason, futureDay, unheard } from './checks.ts';
import { happens, payload, type Decide, type Decision, type Refused } from './decision.ts';

export const issueResult: Decide<'IssueResult'> = (command, dossier, circumstances) =>
  unheard(command, ['ResultIssued'], dossier, circumstances) ??
  blankReason(command, command.title) ??
  expired(command, circumstances) ??
  issued(command, dossier);

function expired(
  { item, validUntil }: DossierCommandOf<'IssueResult'>,
  { occurredAt }: Circumstances,
): Refused | undefined {
  return validUntil !== undefined && validUntil < dayOf(occurredAt)
    ? no('paper-already-expired', { item, validUntil })
    : undefined;
}

function issued(command: DossierCommandOf<'IssueResult'>, dossier: OpenDossierState): Decision {
  const { decision } = itemIn(dossier, command.item);
  invariant(decision, `item ${command.item} was decided before its paper is issued`);
  const paper = nextPaperNumber(dossier);
  return happens({
    type: 'ResultIssued',
    data: { ...payload(command), paper, outcome: decision },
  });
}

export const serveResult: Decide<'ServeResult'> = (command, dossier, circumstances) =>
  unheard(command, ['ResultServed'], dossier, circumstances) ??
  blankReason(command, command.proof) ??
  futureDay(command.servedOn, circumstances) ??
  served(command, itemIn(dossier, command.item));

function served(
  command: DossierCommandOf<'ServeResult'>,
  { item, paper, decidedAt }: ItemState,
): Decision {
  invariant(paper && decidedAt, `item ${item} has a decision and a paper before it is served`);
  const { servedOn } = command;
  return servedOn < dayOf(decidedAt)
    ? no('served-before-decided', { item, servedOn })
    : happens({ type: 'ResultServed', data: { ...payload(command), paper } });
}
