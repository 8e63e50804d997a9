import type { DossierOffice } from '../application/dossiers/dossier-office.ts';
import type { OrganisationDirectory } from '../application/reference/organisation-directory.ts';
import type { ProcedureLibrary } from '../application/reference/procedure-library.ts';
import type { ReferenceOffice } from '../application/reference/reference-office.ts';
import type { ReplayParts } from '../application/replay/replay-dossier.ts';
import type { Post } from '../domain/organisation/state.ts';
import type { Instant } from '../kernel/instant.ts';
import type { PersonId } from '../kernel/ids.ts';

/** Who is signed in. */
export interface Viewer {
  readonly person: PersonId;
  /** The posts held at the moment of the request. */
  readonly posts: readonly Post[];
}

/** What the API stands on; one for all requests. */
export interface ApiParts {
  readonly dossiers: DossierOffice;
  readonly reference: ReferenceOffice;
  readonly organisation: OrganisationDirectory;
  readonly library: ProcedureLibrary;
  readonly replay: ReplayParts;
  readonly now: () => Instant;
}

/** What a resolver sees. */
export interface ApiContext extends ApiParts {
  /** Absent for a request without a token. */
  readonly viewer: Viewer | undefined;
  /** Named in masked errors and in the server's log. */
  readonly httpRequestId: string;
}
