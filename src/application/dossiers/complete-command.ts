import type { DossierCommand } from '../../domain/dossier/commands.ts';
import type { Investor } from '../../domain/dossier/parts.ts';
import type { Procedure } from '../../domain/dossier/procedure.ts';
import type { DossierState } from '../../domain/dossier/state.ts';
import type { DossierNumber, PersonId, RequestId } from '../../kernel/ids.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { AttachmentFinder } from '../attachments/port.ts';
import type { DossierCommandInput, DossierInputOf } from '../commands/dossier-inputs.ts';
import { uuidV5 } from '../event-id.ts';
import type { ProcedureLibrary } from '../reference/procedure-library.ts';
import type { Refusal } from '../refusals.ts';
import type { DossierRequest } from './dossier-request.ts';

export interface CompletedCommand {
  readonly command: DossierCommand;
  /** The version the command is decided under. */
  readonly procedure: Procedure;
  readonly nextProcedure?: Procedure;
  /** What is missing; told only to who may issue the command, since it says what we have stored. */
  readonly flaw?: Refusal;
}

export interface Incomplete {
  readonly dossier: DossierNumber;
  readonly state: DossierState;
  readonly request: DossierRequest;
}

export interface CompletionParts {
  readonly library: ProcedureLibrary;
  readonly attachments: AttachmentFinder;
}

type Completed = Result<CompletedCommand, Refusal>;

/** Adds to what the client sent what only we know: versions, stored files, sealing subjects. */
export function completeCommand(incomplete: Incomplete, parts: CompletionParts): Completed {
  const { dossier, state, request } = incomplete;
  const { input } = request;
  if (input.type === 'OpenDossier') return completeOpening(incomplete, input, parts);
  if (state.status === 'none') return refuse({ code: 'dossier-missing', facts: { dossier } });
  const procedure = parts.library.published(state.procedure);
  switch (input.type) {
    case 'AttachMaterial':
      return completeAttachment(dossier, input, procedure, parts);
    case 'MoveProcedure':
      return completeMove(dossier, input, procedure, parts);
    case 'ReplaceInvestor': {
      const investor = investorWithSubject(input.investor, request.requestId);
      return ok({ command: { ...input, dossier, investor }, procedure });
    }
    default:
      return ok({ command: plainCommand(input, dossier), procedure });
  }
}

type PlainInput = Exclude<
  DossierCommandInput,
  { type: 'OpenDossier' | 'AttachMaterial' | 'MoveProcedure' | 'ReplaceInvestor' }
>;

function plainCommand(input: PlainInput, dossier: DossierNumber): DossierCommand {
  return { ...input, dossier };
}

function completeOpening(
  { dossier, request }: Incomplete,
  input: DossierInputOf<'OpenDossier'>,
  { library }: CompletionParts,
): Completed {
  const procedure = library.latest(input.procedure);
  if (procedure === undefined) {
    return refuse({ code: 'procedure-not-published', facts: { procedure: input.procedure } });
  }
  const investor = investorWithSubject(input.investor, request.requestId);
  return ok({ command: { ...input, dossier, investor }, procedure });
}

function completeAttachment(
  dossier: DossierNumber,
  input: DossierInputOf<'AttachMaterial'>,
  procedure: Procedure,
  { attachments }: CompletionParts,
): Completed {
  const { type, material, hash, fileName } = input;
  const content = attachments.describe(hash);
  const attachment = { ...(content ?? { hash, sizeBytes: 0, mediaType: '' }), fileName };
  const command: DossierCommand = { type, dossier, material, attachment };
  if (content !== undefined) return ok({ command, procedure });
  return ok({ command, procedure, flaw: { code: 'attachment-missing', facts: { hash } } });
}

function completeMove(
  dossier: DossierNumber,
  input: DossierInputOf<'MoveProcedure'>,
  procedure: Procedure,
  { library }: CompletionParts,
): Completed {
  const { type, version, reason, authority } = input;
  const nextProcedure = library.version(procedure.ref.id, version);
  if (nextProcedure === undefined) {
    const facts = { procedure: `${procedure.ref.id}@${version}` };
    return refuse({ code: 'procedure-not-published', facts });
  }
  const command = { type, dossier, to: nextProcedure.ref, reason, authority };
  return ok({ command, procedure, nextProcedure });
}

/** A contact's data are sealed under a subject of their own, the same at each retry. */
function investorWithSubject(
  investor: DossierInputOf<'OpenDossier'>['investor'],
  requestId: RequestId,
): Investor {
  const subject = uuidV5(`contact of ${requestId}`) as PersonId;
  return { ...investor, contact: { subject, value: investor.contact } };
}
