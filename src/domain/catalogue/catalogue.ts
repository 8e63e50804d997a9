import type { ProcedureId, Sha256 } from '../../kernel/ids.ts';
import { refuse, type Result } from '../../kernel/result.ts';

/** Publishing procedures: one stream, `catalogue-main`. A published version never changes. */
export interface PublishProcedure {
  readonly type: 'PublishProcedure';
  readonly procedure: ProcedureId;
  readonly version: number;
  /** SHA-256 over the canonical JSON of `definition`. */
  readonly hash: Sha256;
  /** The checked definition; opaque here, read by `workflow`. */
  readonly definition: unknown;
}

export interface ProcedurePublished {
  readonly type: 'ProcedurePublished';
  readonly data: Omit<PublishProcedure, 'type'>;
}

export type CatalogueState = ReadonlyMap<ProcedureId, readonly PublishedVersion[]>;

export interface PublishedVersion {
  readonly version: number;
  readonly hash: Sha256;
  readonly definition: unknown;
}

export const EMPTY_CATALOGUE: CatalogueState = new Map();

export type CatalogueRefusal =
  | {
      readonly code: 'procedure-version-published';
      readonly facts: { readonly procedure: ProcedureId; readonly version: number };
    }
  | {
      readonly code: 'procedure-version-not-next';
      readonly facts: {
        readonly procedure: ProcedureId;
        readonly version: number;
        readonly latest: number;
      };
    };

/** Published versions grow; the same content under the same version is nothing new. */
export function decidePublication(
  command: PublishProcedure,
  state: CatalogueState,
): Result<readonly ProcedurePublished[], CatalogueRefusal> {
  const versions = state.get(command.procedure) ?? [];
  const same = versions.find((one) => one.version === command.version);
  const { procedure, version, hash, definition } = command;
  if (same) {
    return same.hash === hash
      ? { ok: true, value: [] }
      : refuse({ code: 'procedure-version-published', facts: { procedure, version } });
  }
  const latest = versions.at(-1)?.version ?? 0;
  if (version <= latest) {
    return refuse({ code: 'procedure-version-not-next', facts: { procedure, version, latest } });
  }
  return {
    ok: true,
    value: [{ type: 'ProcedurePublished', data: { procedure, version, hash, definition } }],
  };
}

export function evolveCatalogue(
  state: CatalogueState,
  events: readonly ProcedurePublished[],
): CatalogueState {
  const next = new Map(state);
  for (const { data } of events) {
    const { procedure, version, hash, definition } = data;
    next.set(procedure, [...(next.get(procedure) ?? []), { version, hash, definition }]);
  }
  return next;
}
