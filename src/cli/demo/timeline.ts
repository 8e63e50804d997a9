import type { DossierEvent, DossierEventType } from '../../domain/dossier/events.ts';
import type { OfficeClient } from './office-client.ts';
import type { Label } from './overview.ts';

/** One event as the API tells it. */
export interface TimelineEntry {
  readonly revision: number;
  readonly type: Label & { readonly code: DossierEventType };
  readonly occurredAt: string;
  readonly actor: {
    readonly post: Label;
    readonly department: { readonly name: Omit<Label, 'code'> } | null;
  };
  readonly item: string | null;
  readonly stage: string | null;
  readonly facts: DossierEvent['data'];
}

interface TimelineAnswer {
  readonly dossier: {
    readonly timeline: {
      readonly pageInfo: { readonly endCursor: string | null; readonly hasNextPage: boolean };
      readonly edges: readonly { readonly node: TimelineEntry }[];
    };
  };
}

const PAGE = 50;
const QUERY = `query Timeline($dossier: ID!, $atLeast: String, $after: String) {
  dossier(dossier: $dossier, atLeast: $atLeast) {
    timeline(first: ${PAGE}, after: $after) {
      pageInfo { endCursor hasNextPage }
      edges { node {
        revision occurredAt item stage facts
        type { ...label } actor { post { ...label } department { name { zh en } } }
      } }
    }
  }
}
fragment label on Label { code zh en }`;

/** Reads on in a timeline from where it stopped. */
export class TimelineReader {
  readonly #dossier: string;
  readonly #person: string;
  readonly #client: OfficeClient;
  #after: string | null = null;

  constructor(dossier: string, person: string, client: OfficeClient) {
    this.#dossier = dossier;
    this.#person = person;
    this.#client = client;
  }

  /** What came since the last call; at least up to `atLeast`. */
  async news(atLeast?: string): Promise<readonly TimelineEntry[]> {
    const news: TimelineEntry[] = [];
    for (let hasMore = true; hasMore;) {
      const variables = { dossier: this.#dossier, atLeast, after: this.#after };
      const answer = await this.#client.ask<TimelineAnswer>(this.#person, QUERY, variables);
      const { edges, pageInfo } = answer.dossier.timeline;
      news.push(...edges.map(({ node }) => node));
      this.#after = pageInfo.endCursor ?? this.#after;
      hasMore = pageInfo.hasNextPage;
    }
    return news;
  }
}
