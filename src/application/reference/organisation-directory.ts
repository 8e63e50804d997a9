import type { OrganisationEvent } from '../../domain/organisation/events.ts';
import { evolveOrganisation } from '../../domain/organisation/evolve.ts';
import { NO_ORGANISATION, type Organisation } from '../../domain/organisation/state.ts';
import { FoldedStream, type FoldedStreamParts } from './folded-stream.ts';
import { ORGANISATION_STREAM } from './reference-streams.ts';

/** The organisation as it stands, folded in memory. */
export class OrganisationDirectory {
  readonly stream: FoldedStream<Organisation, OrganisationEvent>;

  constructor(parts: FoldedStreamParts) {
    this.stream = new FoldedStream(
      {
        stream: ORGANISATION_STREAM,
        initial: NO_ORGANISATION,
        evolve: (organisation, events) => evolveOrganisation(organisation, ...events),
      },
      parts,
    );
  }

  current(): Organisation {
    return this.stream.state;
  }
}
