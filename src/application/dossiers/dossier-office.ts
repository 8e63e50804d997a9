import type { Codec } from '../../codec/codec.ts';
import { decide } from '../../domain/dossier/decide.ts';
import type { Procedure, ProcedureRef } from '../../domain/dossier/procedure.ts';
import type { DossierState } from '../../domain/dossier/state.ts';
import { isStoreFault } from '../../eventstore/faults.ts';
import type { EventStore } from '../../eventstore/port.ts';
import type { DossierNumber, RequestId, Sha256 } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import { invariant } from '../../kernel/invariant.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import { authorise } from '../authority/authorise.ts';
import type { DossierOutcome, DossierRequest } from './dossier-request.ts';
import { competenceOf } from '../../domain/organisation/competence.ts';
import type { OrganisationDirectory } from '../reference/organisation-directory.ts';
import type { ProcedureLibrary } from '../reference/procedure-library.ts';
import type { Refusal } from '../refusals.ts';
import { SerialQueue } from '../serial-queue.ts';
import type { AttachmentFinder } from '../attachments/port.ts';
import { commandHash } from './command-hash.ts';
import { completeCommand } from './complete-command.ts';
import { DossierCache } from './dossier-cache.ts';
import { dossierStream } from '../../codec/dossier-stream.ts';
import { loadDossier } from './load-dossier.ts';
import { unloaded, type LoadedDossier } from './loaded-dossier.ts';
import { prepareEvents, type Decision, type Writing } from './prepare-events.ts';

/** How often a command is decided again after somebody else wrote first. */
const ATTEMPTS_MOST = 8;
const CACHED_DOSSIERS = 4_000;

export interface OfficeParts {
  readonly store: EventStore;
  readonly codec: Codec;
  readonly now: () => Instant;
  readonly organisation: OrganisationDirectory;
  readonly library: ProcedureLibrary;
  readonly attachments: AttachmentFinder;
}

/** Takes commands on dossiers: load, fold, authorise, decide, append; again on a conflict. */
export class DossierOffice {
  readonly #parts: OfficeParts;
  readonly #cache = new DossierCache(CACHED_DOSSIERS);
  readonly #queue = new SerialQueue();
  readonly #procedureOf: (ref: ProcedureRef) => Procedure;

  constructor(parts: OfficeParts) {
    this.#parts = parts;
    this.#procedureOf = (ref) => parts.library.published(ref);
  }

  /**
   * Carries a command out once, however often it is asked.
   * @returns where it was written, or the refusal
   * @throws StoreFault, CodecFault: nothing is known to be written; the same request may be retried
   */
  handle(
    dossier: DossierNumber,
    request: DossierRequest,
  ): Promise<Result<DossierOutcome, Refusal>> {
    return this.#queue.run(dossier, () => this.#attempt(dossier, request));
  }

  /** The dossier as it stands in the log now. */
  load(dossier: DossierNumber): Promise<LoadedDossier> {
    return this.#queue.run(dossier, () => this.#refresh(dossier, this.#cache.find(dossier)));
  }

  async #attempt(
    dossier: DossierNumber,
    request: DossierRequest,
  ): Promise<Result<DossierOutcome, Refusal>> {
    const hash = commandHash(request);
    let loaded = this.#cache.find(dossier) ?? (await this.#refresh(dossier, undefined));
    for (let attempt = 0; attempt < ATTEMPTS_MOST; attempt += 1) {
      const past = repetition(dossier, loaded, request.requestId, hash);
      if (past) return past;
      const decided = this.#decide(dossier, loaded.state, request);
      const answer = decided.ok
        ? await this.#write(dossier, loaded, {
            request,
            commandHash: hash,
            decision: decided.value,
          })
        : decided;
      if (answer !== 'stale' && hasWritten(answer, loaded)) return answer;
      // Only an append finds out that others have written since; every other answer is looked up.
      const latest = await this.#refresh(dossier, this.#cache.find(dossier));
      if (answer !== 'stale' && latest.revision === loaded.revision) return answer;
      loaded = latest;
    }
    return refuse({ code: 'too-much-contention', facts: { dossier, attempts: ATTEMPTS_MOST } });
  }

  async #refresh(dossier: DossierNumber, known: LoadedDossier | undefined): Promise<LoadedDossier> {
    const { store, codec } = this.#parts;
    const parts = { store, codec, procedureOf: this.#procedureOf };
    const loaded = await loadDossier(dossier, parts, known ?? unloaded());
    if (loaded.revision !== 'none') this.#cache.keep(dossier, loaded);
    return loaded;
  }

  #decide(
    dossier: DossierNumber,
    state: DossierState,
    request: DossierRequest,
  ): Result<Decision, Refusal> {
    const completed = completeCommand({ dossier, state, request }, this.#parts);
    if (!completed.ok) return completed;
    const { command, procedure, nextProcedure, flaw } = completed.value;
    const recordedAt = this.#parts.now();
    const occurredAt = request.occurredAt ?? recordedAt;
    const organisation = this.#parts.organisation.current();
    const by = request.actor;
    const authority = authorise({
      command,
      actor: by,
      at: occurredAt,
      recordedAt,
      dossier: state,
      procedure,
      organisation,
    });
    if (!authority.ok) return authority;
    if (flaw) return refuse(flaw);
    const decided = decide(command, state, {
      by,
      occurredAt,
      recordedAt,
      procedure,
      competence: competenceOf(organisation),
      ...(nextProcedure && { nextProcedure }),
    });
    if (!decided.ok) return decided;
    return ok({ events: decided.value, occurredAt, recordedAt, authority: authority.value });
  }

  async #write(
    dossier: DossierNumber,
    loaded: LoadedDossier,
    writing: Writing,
  ): Promise<Result<DossierOutcome, Refusal> | 'stale'> {
    const prepared = prepareEvents(dossier, loaded.state, writing, this.#procedureOf);
    if (prepared.drafts.length === 0) return nothingNew(dossier, loaded);
    const records = prepared.drafts.map((draft) =>
      this.#parts.codec.encode(draft.event, draft.metadata, draft.id),
    );
    const { requestId } = writing.request;
    try {
      const appended = await this.#parts.store.append(
        dossierStream(dossier),
        loaded.revision,
        records,
      );
      // Written by an earlier try whose events, not those of this one, are what the log has.
      if (appended.duplicate) return 'stale';
      const { position, revision } = appended;
      loaded.requests.set(requestId, { commandHash: writing.commandHash, position, revision });
      const { requests } = loaded;
      this.#cache.keep(dossier, { state: prepared.state, revision, position, requests });
      return ok({ dossier, position, revision, repeated: false });
    } catch (error) {
      if (isStoreFault(error, 'stream-conflict')) return 'stale';
      if (isStoreFault(error, 'event-id-reused')) {
        return refuse({ code: 'request-id-reused', facts: { requestId } });
      }
      throw error;
    }
  }
}

/** Whether the answer comes from an append, and not from what is cached. */
function hasWritten(answer: Result<DossierOutcome, Refusal>, before: LoadedDossier): boolean {
  return answer.ok && answer.value.revision !== before.revision;
}

/** The first outcome again, where this dossier has seen the request before. */
function repetition(
  dossier: DossierNumber,
  loaded: LoadedDossier,
  requestId: RequestId,
  hash: Sha256,
): Result<DossierOutcome, Refusal> | undefined {
  const past = loaded.requests.get(requestId);
  if (past === undefined) return undefined;
  if (past.commandHash !== hash) {
    return refuse({ code: 'request-id-reused', facts: { requestId } });
  }
  return ok({ dossier, position: past.position, revision: past.revision, repeated: true });
}

/** A command that changes nothing is answered with where the dossier stands. */
function nothingNew(
  dossier: DossierNumber,
  loaded: LoadedDossier,
): Result<DossierOutcome, Refusal> {
  const { position, revision } = loaded;
  invariant(
    position !== undefined && revision !== 'none',
    `the command that opens ${dossier} writes at least one event`,
  );
  return ok({ dossier, position, revision, repeated: false });
}
