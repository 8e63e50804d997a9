import type { Correction, OpinionAnswer } from '../../domain/dossier/parts.ts';
import type { Turn } from '../../domain/dossier/next-actions.ts';
import type { DossierStatus } from '../../domain/dossier/signal.ts';
import type { SeenAction, SeenIntake, SeenItem, Sight } from '../../server/demo/playing/sight.ts';
import type { OfficeClient } from './office-client.ts';

const QUERY = `query Sight($dossier: ID!, $atLeast: String) {
  dossier(dossier: $dossier, atLeast: $atLeast) {
    status { code }
    position
    stages { stage preReviewRequested }
    items {
      item stage step { code } attempt granted ending { code } proposal intake
      opinions { answer { code } }
    }
    intakes {
      intake stage status { code }
      noted { item { code } corrections { material { code } problem { code } note } }
    }
    materials { material { code } attachments { fileName } }
    nextActions {
      about { code } subject items missingMaterials
      turns { of { code } department { department } posts { code } commands { code } }
      waitsFor { for { code } }
    }
  }
}`;

interface Code<Word extends string = string> {
  readonly code: Word;
}

/** What the API answers; the words of the domain come back as what they are. */
interface Answer {
  readonly dossier: {
    readonly status: Code<DossierStatus>;
    readonly position: string;
    readonly stages: readonly { readonly stage: string; readonly preReviewRequested: boolean }[];
    readonly items: readonly ItemAnswer[];
    readonly intakes: readonly IntakeAnswer[];
    readonly materials: readonly {
      readonly material: Code;
      readonly attachments: readonly { readonly fileName: string }[];
    }[];
    readonly nextActions: readonly ActionAnswer[];
  };
}

interface ItemAnswer extends Pick<SeenItem, 'stage' | 'attempt' | 'granted'> {
  readonly item: string;
  readonly step: Code;
  readonly ending: Code<NonNullable<SeenItem['ending']>> | null;
  readonly proposal: NonNullable<SeenItem['proposal']> | null;
  readonly intake: number | null;
  readonly opinions: readonly { readonly answer: Code<OpinionAnswer> | null }[];
}

interface IntakeAnswer extends Pick<SeenIntake, 'intake' | 'stage'> {
  readonly status: Code<SeenIntake['status']>;
  readonly noted: readonly {
    readonly item: Code;
    readonly corrections: readonly {
      readonly material: Code<Correction['material']>;
      readonly problem: Code<Correction['problem']>;
      readonly note: string;
    }[];
  }[];
}

interface ActionAnswer {
  readonly about: Code<SeenAction['about']>;
  readonly subject: string;
  readonly items: readonly string[];
  readonly missingMaterials: readonly string[];
  readonly turns: readonly {
    readonly of: Code<Turn['of']>;
    readonly department: { readonly department: NonNullable<Turn['department']> } | null;
    readonly posts: readonly Code<Turn['posts'][number]>[];
    readonly commands: readonly Code<Turn['commands'][number]>[];
  }[];
  readonly waitsFor: readonly { readonly for: Code }[];
}

/** A sight, and how far the log had come with it. */
export interface Seen {
  readonly sight: Sight;
  readonly status: DossierStatus;
  readonly position: string;
}

/** @param atLeast the sight shows at least what was written up to this position */
export async function askSight(
  dossier: string,
  person: string,
  client: OfficeClient,
  atLeast?: string,
): Promise<Seen> {
  const answer = await client.ask<Answer>(person, QUERY, { dossier, atLeast });
  const { status, position, stages, items, intakes, materials, nextActions } = answer.dossier;
  const sight: Sight = {
    isFormEmpty: items.length === 0,
    next: nextActions.map(actionOf),
    items: Object.fromEntries(items.map((item) => [item.item, itemOf(item)])),
    stages: Object.fromEntries(stages.map((stage) => [stage.stage, stage])),
    intakes: intakes.map(intakeOf),
    materials: Object.fromEntries(
      materials.map(({ material, attachments }) => [
        material.code,
        attachments.map(({ fileName }) => fileName),
      ]),
    ),
  };
  return { sight, status: status.code, position };
}

function itemOf({ step, ending, proposal, intake, opinions, ...item }: ItemAnswer): SeenItem {
  return {
    ...item,
    step: step.code,
    opinions: opinions.flatMap(({ answer }) => answer?.code ?? []),
    ...(ending && { ending: ending.code }),
    ...(proposal && { proposal }),
    ...(intake !== null && { intake }),
  };
}

function intakeOf({ status, noted, ...intake }: IntakeAnswer): SeenIntake {
  const entries = noted.map(({ item, corrections }) => [
    item.code,
    corrections.map(({ material, problem, note }) => ({
      material: material.code,
      problem: problem.code,
      note,
    })),
  ]);
  const record = Object.fromEntries(entries) as SeenIntake['noted'];
  return { ...intake, status: status.code, noted: record };
}

function actionOf({ about, subject, items, missingMaterials, ...rest }: ActionAnswer): SeenAction {
  const turns = rest.turns.map(({ of, department, posts, commands }) => ({
    of: of.code,
    ...department,
    posts: posts.map(({ code }) => code),
    commands: commands.map(({ code }) => code),
  }));
  const isWaiting = rest.waitsFor.length > 0;
  const named = { item: subject, stage: subject, intake: Number(subject) };
  // Each kind of action takes of these what is its own.
  return { about: about.code, turns, items, missingMaterials, isWaiting, ...named } as SeenAction;
}
