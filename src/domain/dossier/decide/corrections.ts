import { dayOf } from '../../../kernel/instant.ts';
import type { ItemSlug, MaterialSlug } from '../../../kernel/ids.ts';
import { itemIn, modelOf } from '../evolve/stepping.ts';
import { own } from '../own.ts';
import { nextPaperNumber } from '../paper-number.ts';
import type { Correction } from '../parts.ts';
import type { Procedure } from '../procedure.ts';
import { no } from '../refusals.ts';
import type { DossierFile, Intake, ItemState } from '../state.ts';
import { hears, notInStep, unknownItem } from './checks.ts';
import { happens, type Decide, type Decision, type Refused } from './decision.ts';
import { intakeOf, isCorrecting, underExamination } from './intake.ts';

/** Each department says until the set day what it lacks; silence means nothing (LL art 32). */
export const noteCorrections: Decide<'NoteCorrections'> = (command, dossier, circumstances) => {
  const { procedure, occurredAt } = circumstances;
  const unknown = unknownItem(command.item, dossier, procedure);
  if (unknown) return unknown;
  const item = itemIn(dossier, command.item);
  const intake = intakeUnder(item, dossier);
  if (!intake) return notInStep(item.item, item.step, command.type);
  const { intake: number, collectCorrectionsUntil: until } = intake;
  if (intake.status !== 'examining') return no('corrections-already-told', { intake: number });
  if (!hears(modelOf(procedure, item.item).table, item.step, 'CorrectionsTold', command.type)) {
    return notInStep(item.item, item.step, command.type);
  }
  if (dayOf(occurredAt) > until) return no('correction-day-passed', { intake: number, until });
  const { corrections } = command;
  return (
    unknownMaterial(corrections, procedure) ??
    happens({ type: 'CorrectionsNoted', data: { item: item.item, intake: number, corrections } })
  );
};

function intakeUnder(item: ItemState, dossier: DossierFile): Intake | undefined {
  return item.phase === 'received' && item.intake !== undefined
    ? dossier.intakes[item.intake - 1]
    : undefined;
}

function unknownMaterial(
  corrections: readonly Correction[],
  procedure: Procedure,
): Refused | undefined {
  const unknown = corrections.find(({ material }) => !procedure.knowsMaterial(material));
  return unknown && no('material-unknown', { material: unknown.material });
}

/** Told once an intake, for all departments together (LL art 32, Binzhou art 10). */
export const tellCorrections: Decide<'TellCorrections'> = (command, dossier, circumstances) => {
  const found = intakeOf(command.intake, dossier);
  if (!found.ok) return found;
  const intake = found.value;
  if (intake.status !== 'examining') {
    return no('corrections-already-told', { intake: intake.intake });
  }
  const { procedure, occurredAt } = circumstances;
  const open = underExamination(intake, dossier).filter((slug) => {
    const { table } = modelOf(procedure, slug);
    return hears(table, itemIn(dossier, slug).step, 'CorrectionsTold', command.type);
  });
  const until = intake.collectCorrectionsUntil;
  const silent = open.filter((slug) => own(intake.noted, slug) === undefined);
  if (silent.length > 0 && dayOf(occurredAt) <= until) {
    return no('correction-day-not-reached', { intake: intake.intake, until, silent });
  }
  return told(intake, open, dossier);
};

function told(intake: Intake, open: readonly ItemSlug[], dossier: DossierFile): Decision {
  const corrections = open.flatMap((item) =>
    (own(intake.noted, item) ?? []).map((correction) => ({ item, ...correction })),
  );
  if (corrections.length === 0) return no('nothing-to-correct', { intake: intake.intake });
  const notice = nextPaperNumber(dossier);
  return happens({
    type: 'CorrectionsTold',
    data: { intake: intake.intake, notice, corrections },
  });
}

/** Everything told is supplied at once, each material with at least one new file. */
export const supplyCorrections: Decide<'SupplyCorrections'> = (command, dossier, circumstances) => {
  const found = intakeOf(command.intake, dossier);
  if (!found.ok) return found;
  const intake = found.value;
  const number = intake.intake;
  if (intake.status === 'examining') return no('corrections-not-told', { intake: number });
  const { procedure } = circumstances;
  const open = underExamination(intake, dossier).filter((slug) =>
    isCorrecting(slug, dossier, procedure),
  );
  if (open.length === 0) return no('nothing-to-correct', { intake: number });
  const materials = notSupplied(intake, open, dossier);
  return materials.length > 0
    ? no('materials-missing', { materials })
    : happens({ type: 'CorrectionsSupplied', data: { intake: number } });
};

function notSupplied(
  { noted, materials }: Intake,
  items: readonly ItemSlug[],
  dossier: DossierFile,
): readonly MaterialSlug[] {
  const asked = items.flatMap((slug) => own(noted, slug) ?? []).map(({ material }) => material);
  const isNew = (material: MaterialSlug) =>
    (own(dossier.materials, material) ?? []).some(({ hash }) => !materials.includes(hash));
  return [...new Set(asked)].filter((material) => !isNew(material));
}
