import type { OfficeClient } from './office-client.ts';

/** What somebody who watches sees of a joint approval. */
export interface Overview {
  readonly number: string;
  readonly projectName: string;
  readonly status: Label;
  readonly outcome: Label | null;
  readonly stages: readonly {
    readonly stage: string;
    readonly name: Label;
    readonly outcome: Label | null;
  }[];
  readonly items: readonly OverviewItem[];
  readonly nextActions: readonly { readonly turns: readonly OverviewTurn[] }[];
}

export interface OverviewItem {
  readonly item: string;
  readonly stage: string;
  readonly name: Label;
  readonly department: Department | null;
  readonly step: Label;
  readonly phase: Label;
  readonly ending: Label | null;
  readonly attempt: number;
  readonly turns: readonly OverviewTurn[];
  readonly waitsFor: readonly { readonly for: Label; readonly items: readonly Label[] }[];
}

export interface OverviewTurn {
  readonly department: Department | null;
  readonly posts: readonly Label[];
  readonly commands: readonly Label[];
}

export interface Label {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

interface Department {
  readonly department: string;
  readonly name: Omit<Label, 'code'>;
}

const QUERY = `query Overview($dossier: ID!) {
  dossier(dossier: $dossier) {
    number projectName
    status { ...label } outcome { ...label }
    stages { stage name { ...label } outcome { ...label } }
    items {
      item stage attempt
      name { ...label } department { department name { zh en } }
      step { ...label } phase { ...label } ending { ...label }
      turns { ...turn }
      waitsFor { for { ...label } items { ...label } }
    }
    nextActions { turns { ...turn } }
  }
}
fragment label on Label { code zh en }
fragment turn on Turn {
  department { department name { zh en } } posts { ...label } commands { code }
}`;

/** `undefined` while there is no such dossier. */
export async function askOverview(
  dossier: string,
  person: string,
  client: OfficeClient,
): Promise<Overview | undefined> {
  const answer = await client.ask<{ readonly dossier: Overview | null }>(person, QUERY, {
    dossier,
  });
  return answer.dossier ?? undefined;
}
