import {
  EMPTY_CATALOGUE,
  evolveCatalogue,
  type CatalogueState,
  type ProcedurePublished,
} from '../../domain/catalogue/catalogue.ts';
import type { ProcedureRef } from '../../domain/dossier/procedure.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { ProcedureId } from '../../kernel/ids.ts';
import { definition } from '../../workflow/definition/definition.ts';
import { compileProcedure, type CompiledProcedure } from '../../workflow/procedure/compile.ts';
import { FoldedStream, type FoldedStreamParts } from './folded-stream.ts';
import { CATALOGUE_STREAM } from './reference-streams.ts';

/** Published procedures, compiled when first used and kept: a published version never changes. */
export class ProcedureLibrary {
  readonly catalogue: FoldedStream<CatalogueState, ProcedurePublished>;
  readonly #compiled = new Map<string, CompiledProcedure>();
  /** A folded dossier asks with the same reference at every command. */
  readonly #byRef = new WeakMap<ProcedureRef, CompiledProcedure>();

  constructor(parts: FoldedStreamParts) {
    this.catalogue = new FoldedStream(
      { stream: CATALOGUE_STREAM, initial: EMPTY_CATALOGUE, evolve: evolveCatalogue },
      parts,
    );
  }

  /** The version a dossier is pinned to; that it is published is our own promise. */
  published(ref: ProcedureRef): CompiledProcedure {
    const known = this.#byRef.get(ref);
    if (known !== undefined) return known;
    const found = this.version(ref.id, ref.version);
    invariant(found !== undefined, `${ref.id}@${ref.version} was published before it was used`);
    invariant(found.ref.hash === ref.hash, `${ref.id}@${ref.version} has the hash ${ref.hash}`);
    this.#byRef.set(ref, found);
    return found;
  }

  latest(id: ProcedureId): CompiledProcedure | undefined {
    const newest = this.catalogue.state.get(id)?.at(-1);
    return newest && this.version(id, newest.version);
  }

  version(id: ProcedureId, version: number): CompiledProcedure | undefined {
    const key = `${id}@${version}`;
    const known = this.#compiled.get(key);
    if (known !== undefined) return known;
    const entry = this.catalogue.state.get(id)?.find((one) => one.version === version);
    if (entry === undefined) return undefined;
    const ref = { id, version, hash: entry.hash };
    const compiled = compileProcedure(definition.parse(entry.definition), ref);
    this.#compiled.set(key, compiled);
    return compiled;
  }

  /** The newest version of each published procedure. */
  newest(): readonly CompiledProcedure[] {
    return [...this.catalogue.state.keys()].flatMap((id) => this.latest(id) ?? []);
  }
}
