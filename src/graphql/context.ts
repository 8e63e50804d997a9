import type { DossierOffice } from '../application/dossiers/dossier-office.ts';
import type { OrganisationDirectory } from '../application/reference/organisation-directory.ts';
import type { ProcedureLibrary } from '../application/reference/procedure-library.ts';
import type { ReferenceOffice } from '../application/reference/reference-office.ts';
import type { ReplayParts } from '../application/replay/replay-dossier.ts';
import type { Post } from '../domain/organisation/state.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PersonId } from '../kernel/ids.ts';
import type { ReadModels } from '../projections/open-read-models.ts';
import type { ProjectionRunner } from '../projections/runner/projection-runner.ts';
import type { LogFeed } from './feed/log-feed.ts';

/** Who is signed in. */
export interface Viewer {
  readonly person: PersonId;
  /** The posts held at the moment of the request. */
  readonly posts: readonly Post[];
  /** When the token ends, in milliseconds of the epoch: nothing is pushed to the viewer after it. */
  readonly expiresAtMs: number;
}

/** What the API stands on; one for all requests. */
export interface ApiParts {
  readonly dossiers: Pick<DossierOffice, 'handle' | 'load'>;
  readonly reference: ReferenceOffice;
  readonly organisation: OrganisationDirectory;
  readonly library: ProcedureLibrary;
  readonly replay: ReplayParts;
  readonly readModels: Pick<ReadModels, 'dossiers' | 'desk' | 'inbox' | 'search'>;
  readonly projections: Pick<ProjectionRunner, 'position' | 'waitFor' | 'onProjected'>;
  /** What is written to the log from now on, shared by all subscriptions. */
  readonly feed: LogFeed;
  readonly now: () => Instant;
}

/** What a resolver sees. */
export interface ApiContext extends ApiParts {
  /** Absent for a request without a token. */
  readonly viewer: Viewer | undefined;
  /** Aborted when the client has gone: nobody is left to push to. */
  readonly gone: AbortSignal;
  /** Named in masked errors and in the server's log. */
  readonly httpRequestId: string;
}
