import type { ItemSlug, StageSlug } from '../../../kernel/ids.ts';
import { dayOf, type Day } from '../../../kernel/instant.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierCommand, DossierCommandType } from '../commands.ts';
import { own } from '../own.ts';
import type { Grounds } from '../parts.ts';
import type { ItemTable, Procedure } from '../procedure.ts';
import { no } from '../refusals.ts';
import type { ItemSignal, ItemStep } from '../signal.ts';
import type { DossierFile } from '../state.ts';
import type { Refused } from './decision.ts';

type ItemCommand = Extract<DossierCommand, { readonly item: ItemSlug }>;

/** Whether the step hears the signal when this command sends it. */
export function hears(
  table: ItemTable,
  step: ItemStep,
  signal: ItemSignal,
  command: DossierCommandType,
): boolean {
  return (
    table.next(step, signal) !== undefined &&
    table
      .leaving(step)
      .some((one) => one.on === signal && (one.command === undefined || one.command === command))
  );
}

export function unknownItem(
  item: ItemSlug,
  dossier: DossierFile,
  procedure: Procedure,
): Refused | undefined {
  if (!procedure.items.has(item)) return no('item-unknown', { item });
  return own(dossier.items, item) ? undefined : no('item-not-in-dossier', { item });
}

/** Refused unless the item is in the dossier and its step hears one of the signals. */
export function unheard(
  command: ItemCommand,
  signals: readonly ItemSignal[],
  dossier: DossierFile,
  { procedure }: Circumstances,
): Refused | undefined {
  const item = own(dossier.items, command.item);
  const table = procedure.items.get(command.item)?.table;
  if (!item || !table) return unknownItem(command.item, dossier, procedure);
  const isHeard = signals.some((signal) => hears(table, item.step, signal, command.type));
  return isHeard ? undefined : notInStep(command.item, item.step, command.type);
}

export function notInStep(item: ItemSlug, step: ItemStep, command: DossierCommandType): Refused {
  return no('item-not-in-step', { item, step, command });
}

export function unknownStage(stage: StageSlug, procedure: Procedure): Refused | undefined {
  const isKnown = procedure.stages.some(({ slug }) => slug === stage);
  return isKnown ? undefined : no('stage-unknown', { stage });
}

export function concludedStage(stage: StageSlug, dossier: DossierFile): Refused | undefined {
  const isConcluded = own(dossier.stages, stage)?.outcome !== undefined;
  return isConcluded ? no('stage-concluded', { stage }) : undefined;
}

/** Refused where one of the texts that the record needs is missing or blank. */
export function blankReason(
  { type }: DossierCommand,
  ...texts: readonly (string | undefined)[]
): Refused | undefined {
  return texts.some(isBlank) ? no('reason-missing', { command: type }) : undefined;
}

/** A "no" of a department states reasons, basis and remedy (LL art 38). */
export function incompleteGrounds(grounds: Grounds | undefined): Refused | undefined {
  const missing = (['reason', 'basis', 'remedy'] as const).filter((one) => isBlank(grounds?.[one]));
  return missing.length === 0 ? undefined : no('grounds-incomplete', { missing });
}

/** A day on which something happened is not after the day it is said to be recorded under. */
export function futureDay(day: Day, { occurredAt }: Circumstances): Refused | undefined {
  return day > dayOf(occurredAt) ? no('day-in-the-future', { day }) : undefined;
}

export function isBlank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
