import type { DepartmentId } from '../../../kernel/ids.ts';
import { mayBeAppliedFor } from '../applying.ts';
import type { DossierCommandType } from '../commands.ts';
import { isFinal } from '../decide/opinions.ts';
import { modelOf } from '../evolve/stepping.ts';
import { own } from '../own.ts';
import { prerequisitesMet } from '../prerequisites.ts';
import type { Procedure, TurnOf } from '../procedure.ts';
import type { DossierFile, Intake, ItemState } from '../state.ts';
import type { Turn } from './next-action.ts';
import { merged, offersIn, type Offer } from './offers.ts';

/** As in the table of authority: pre-review sends no signal, so no machine names who gives it. */
const ADVICE: Offer = { of: 'item', posts: ['window', 'handler'], commands: ['AdvisePreReview'] };

/** Whose move takes the item further. */
export function turnsOf(item: ItemState, dossier: DossierFile, procedure: Procedure): Turn[] {
  const { table } = modelOf(procedure, item.item);
  const turns = taken(offersIn(table, item.step).turns, item, dossier, procedure);
  return isAwaitingAdvice(item, dossier)
    ? [...turns, ...partyTurns(ADVICE, ADVICE.commands, [item.department])]
    : turns;
}

/** Whose move would take it out of the case. */
export function exitsOf(item: ItemState, dossier: DossierFile, procedure: Procedure): Turn[] {
  const { table } = modelOf(procedure, item.item);
  return taken(offersIn(table, item.step).exits, item, dossier, procedure);
}

/** The offers that the facts of the file leave open, each to the departments it is made to. */
function taken(
  offers: readonly Offer[],
  item: ItemState,
  dossier: DossierFile,
  procedure: Procedure,
): Turn[] {
  const turns: Turn[] = [];
  for (const offer of offers) {
    const commands = offer.commands.filter(
      (command) => FACTS[command]?.(item, dossier, procedure) ?? true,
    );
    if (commands.length === 0) continue;
    turns.push(...partyTurns(offer, commands, partiesOf(offer.of, item, dossier)));
  }
  return turns;
}

function partyTurns(
  { of, posts }: Offer,
  commands: readonly DossierCommandType[],
  departments: readonly (DepartmentId | undefined)[],
): Turn[] {
  return departments.map((department) =>
    department === undefined ? { of, posts, commands } : { of, department, posts, commands },
  );
}

function partiesOf(
  of: TurnOf,
  item: ItemState,
  dossier: DossierFile,
): readonly (DepartmentId | undefined)[] {
  if (of === 'opinion') return silentDepartments(item);
  if (of === 'item') return [item.department];
  return of === 'lead' ? [own(dossier.stages, item.stage)?.lead] : [undefined];
}

/** The departments that were asked and owe their final answer. */
export function silentDepartments(item: ItemState): readonly DepartmentId[] {
  return Object.entries(item.opinions)
    .filter(([, { answer }]) => !isFinal(answer))
    .map(([department]) => department as DepartmentId);
}

/** One turn for each party and set of posts, with all its commands. */
export function mergedTurns(turns: readonly Turn[]): Turn[] {
  return merged(turns, ({ of, department, posts }) => `${of} ${department ?? ''} ${posts.join()}`);
}

type Fact = (item: ItemState, dossier: DossierFile, procedure: Procedure) => boolean;

/** What the file must say, and no machine knows, for a command to be open. */
const FACTS: Readonly<Partial<Record<DossierCommandType, Fact>>> = {
  SubmitApplication: (item, dossier, procedure) =>
    mayBeAppliedFor(item, modelOf(procedure, item.item), dossier, procedure),
  NoteCorrections: (item, dossier) => isCollecting(item, dossier),
  TellCorrections: isUntold,
  AcceptApplication: (item, dossier, procedure) =>
    hasCode(dossier, procedure) && !isUntold(item, dossier),
  ApproveItem: mayBeDecided,
  RejectItem: mayBeDecided,
};

function intakeOf({ intake }: ItemState, dossier: DossierFile): Intake | undefined {
  return intake === undefined ? undefined : dossier.intakes[intake - 1];
}

function isCollecting(item: ItemState, dossier: DossierFile): boolean {
  return intakeOf(item, dossier)?.status === 'examining';
}

function isUntold(item: ItemState, dossier: DossierFile): boolean {
  const noted = own(intakeOf(item, dossier)?.noted ?? {}, item.item) ?? [];
  return isCollecting(item, dossier) && noted.length > 0;
}

function mayBeDecided(item: ItemState, dossier: DossierFile, procedure: Procedure): boolean {
  if (item.phase !== 'received') return true;
  return hasCode(dossier, procedure) && prerequisitesMet(dossier, modelOf(procedure, item.item));
}

export function hasCode(dossier: DossierFile, { projectCodeRequired }: Procedure): boolean {
  return !projectCodeRequired || dossier.projectCode !== undefined;
}

function isAwaitingAdvice(item: ItemState, dossier: DossierFile): boolean {
  const isAsked = own(dossier.stages, item.stage)?.preReviewRequested === true;
  const isPlanned = item.phase === 'planned' && item.department !== undefined;
  return isAsked && isPlanned && item.advice === undefined;
}
