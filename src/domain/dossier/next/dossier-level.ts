import type { ItemSlug } from '../../../kernel/ids.ts';
import type { PostKind } from '../../post.ts';
import { itemsToApplyFor, obstacles } from '../applying.ts';
import type { DossierCommandType } from '../commands.ts';
import { conclusion, dueItems, openDueItems } from '../concluding.ts';
import { underExamination } from '../decide/intake.ts';
import { itemIn, modelOf } from '../evolve/stepping.ts';
import type { IntakeAction, StageAction, Turn, WholeAction } from './next-action.ts';
import { own } from '../own.ts';
import type { Procedure, StageModel } from '../procedure.ts';
import type { Intake, OpenDossierState } from '../state.ts';
import { hasCode, mergedTurns, turnsOf } from './turns.ts';
import type { Wait } from './waits.ts';

/** As in the table of authority: conclusions send no signal to an item. */
const COUNTER: readonly PostKind[] = ['window'];
const AGENCY: readonly PostKind[] = ['agent'];
const ON_INTAKES: ReadonlySet<DossierCommandType> = new Set([
  'TellCorrections',
  'SupplyCorrections',
  'AcceptApplication',
  'RefuseAcceptance',
]);

interface DossierActions {
  readonly stages: readonly StageAction[];
  readonly intakes: readonly IntakeAction[];
  readonly whole: readonly WholeAction[];
}

export function dossierActions(dossier: OpenDossierState, procedure: Procedure): DossierActions {
  const stages = procedure.stages.map((stage) => stageAction(stage, dossier, procedure));
  const intakes = dossier.intakes.filter(({ status }) => status !== 'closed');
  const whole = wholeTurns(dossier, procedure);
  return {
    stages: stages.filter(({ turns }) => turns.length > 0),
    intakes: intakes.map((intake) => intakeAction(intake, dossier, procedure)),
    whole: whole.length > 0 ? [{ about: 'dossier', turns: whole }] : [],
  };
}

function stageAction(
  stage: StageModel,
  dossier: OpenDossierState,
  procedure: Procedure,
): StageAction {
  const items = itemsToApplyFor(stage, dossier, procedure);
  const applying = items.flatMap((slug) => submissionTurns(slug, procedure));
  const concluding = mayBeConcluded(stage, dossier)
    ? [leadTurn(stage, dossier, ['ConcludeStage'])]
    : [];
  return {
    about: 'stage',
    stage: stage.slug,
    turns: mergedTurns([...applying, ...concluding]),
    items,
    obstacles: obstacles(items, dossier, procedure),
  };
}

/** Who submits an application is what the item's machine says of its beginning. */
function submissionTurns(slug: ItemSlug, procedure: Procedure): readonly Turn[] {
  const { table } = modelOf(procedure, slug);
  return table
    .leaving(table.initial)
    .filter(({ on, command, of }) => on === 'Submitted' && command && of === 'agency')
    .map(({ by }) => ({ of: 'agency', posts: by, commands: ['SubmitApplication'] }));
}

function mayBeConcluded(stage: StageModel, dossier: OpenDossierState): boolean {
  return (
    own(dossier.stages, stage.slug)?.outcome === undefined &&
    dueItems(stage, dossier).length > 0 &&
    openDueItems(stage, dossier).length === 0
  );
}

function leadTurn(
  { slug }: StageModel,
  dossier: OpenDossierState,
  commands: readonly DossierCommandType[],
): Turn {
  const lead = own(dossier.stages, slug)?.lead;
  const turn: Turn = { of: 'lead', posts: COUNTER, commands };
  return lead === undefined ? turn : { ...turn, department: lead };
}

function intakeAction(
  intake: Intake,
  dossier: OpenDossierState,
  procedure: Procedure,
): IntakeAction {
  const items = underExamination(intake, dossier);
  const turns = items
    .flatMap((slug) => turnsOf(itemIn(dossier, slug), dossier, procedure))
    .map((turn) => ({ ...turn, commands: turn.commands.filter((one) => ON_INTAKES.has(one)) }))
    .filter(({ commands }) => commands.length > 0);
  const { intake: number, stage, status } = intake;
  return {
    about: 'intake',
    intake: number,
    stage,
    status,
    turns: mergedTurns(turns),
    waitsFor: intakeWaits(intake, items, dossier, procedure),
  };
}

function intakeWaits(
  { status, noted, collectCorrectionsUntil: until }: Intake,
  items: readonly ItemSlug[],
  dossier: OpenDossierState,
  procedure: Procedure,
): readonly Wait[] {
  const silent = items.filter((slug) => own(noted, slug) === undefined);
  const waits: Wait[] = [];
  if (!hasCode(dossier, procedure)) waits.push({ for: 'project-code' });
  if (status === 'corrections-told') waits.push({ for: 'corrections' });
  if (status === 'examining' && silent.length > 0) {
    waits.push({ for: 'notes', items: silent, until });
  }
  return waits;
}

function wholeTurns(dossier: OpenDossierState, procedure: Procedure): readonly Turn[] {
  const coding: Turn = { of: 'agency', posts: AGENCY, commands: ['AssignProjectCode'] };
  const isEnding =
    procedure.nextStatus(dossier.status, 'Concluded') !== undefined &&
    conclusion(dossier, procedure).open.length === 0;
  return mergedTurns([
    ...(hasCode(dossier, procedure) ? [] : [coding]),
    ...(isEnding
      ? procedure.stages.map((stage) => leadTurn(stage, dossier, ['ConcludeDossier']))
      : []),
  ]);
}
