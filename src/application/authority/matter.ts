import { own } from '../../domain/dossier/own.ts';
import type { Procedure } from '../../domain/dossier/procedure.ts';
import type { Dossier, ItemState } from '../../domain/dossier/state.ts';
import { competenceOf } from '../../domain/organisation/competence.ts';
import type { Organisation } from '../../domain/organisation/state.ts';
import type { DepartmentId, ItemSlug, StageSlug } from '../../kernel/ids.ts';
import type { Command } from './command.ts';

/** What a command is about, as far as authority looks at it. */
export interface Matter {
  readonly command: Command;
  readonly organisation: Organisation;
  /** Absent while the dossier is not there, and for commands on no dossier. */
  readonly dossier?: Dossier;
  readonly procedure?: Procedure;
}

/**
 * The items a command would step: the one it names, those it lists, or all of its intake or stage.
 * Those that the dossier does not have are left out; the decider refuses them by name.
 */
export function itemsConcerned({ command, dossier }: Matter): readonly ItemState[] {
  if (!dossier) return [];
  if ('item' in command) return present(dossier, [command.item]);
  if ('intake' in command) {
    const items = ('items' in command ? command.items : undefined) ?? intakeOf(dossier, command);
    return present(dossier, items);
  }
  if (command.type !== 'SubmitApplication') return [];
  if (command.items) return present(dossier, command.items);
  return Object.values(dossier.items).filter(({ stage }) => stage === command.stage);
}

/** The stage a command is about: the one it names, its item's or its intake's. */
export function stageConcerned(matter: Matter, item: ItemSlug | undefined): StageSlug | undefined {
  const { command, dossier } = matter;
  if ('stage' in command) return command.stage;
  if (item !== undefined) return stageOfItem(matter, item);
  if ('item' in command) return stageOfItem(matter, command.item);
  if (!('intake' in command)) return undefined;
  return dossier?.intakes.find(({ intake }) => intake === command.intake)?.stage;
}

function stageOfItem({ dossier, procedure }: Matter, item: ItemSlug): StageSlug | undefined {
  const known = dossier && own(dossier.items, item);
  return known?.stage ?? procedure?.items.get(item)?.stage;
}

/** Whether the dossier is there and its procedure has the stage. */
export function isKnownStage({ dossier, procedure }: Matter, stage: StageSlug): boolean {
  return dossier !== undefined && procedure?.stages.some(({ slug }) => slug === stage) === true;
}

/**
 * The lead department of a stage. Before the form has matched any department it is the one that
 * would be found today.
 */
export function leadOf(
  { dossier, procedure, organisation }: Matter,
  stage: StageSlug,
): DepartmentId | undefined {
  const matched = dossier && own(dossier.stages, stage)?.lead;
  if (matched !== undefined || !dossier) return matched;
  const kind = procedure?.stages.find(({ slug }) => slug === stage)?.lead;
  return kind && competenceOf(organisation).departmentFor(kind, dossier.region);
}

function intakeOf(dossier: Dossier, { intake }: { readonly intake: number }): readonly ItemSlug[] {
  return dossier.intakes.find((one) => one.intake === intake)?.items ?? [];
}

function present(dossier: Dossier, items: readonly ItemSlug[]): readonly ItemState[] {
  return items.flatMap((item) => own(dossier.items, item) ?? []);
}
