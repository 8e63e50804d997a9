import type { ItemSlug } from '../../../kernel/ids.ts';
import { ok, type Result } from '../../../kernel/result.ts';
import type { Circumstances } from '../circumstances.ts';
import type { DossierCommandOf } from '../commands.ts';
import { itemIn, modelOf } from '../evolve/stepping.ts';
import { own } from '../own.ts';
import { nextPaperNumber } from '../paper-number.ts';
import { prerequisitesMet } from '../prerequisites.ts';
import type { Procedure } from '../procedure.ts';
import { no, type DossierRefusal } from '../refusals.ts';
import type { DossierFile, Intake, OpenDossierState } from '../state.ts';
import { hears, incompleteGrounds, notInStep } from './checks.ts';
import { happens, type Decide, type Refused } from './decision.ts';

type Examination = DossierCommandOf<'AcceptApplication' | 'RefuseAcceptance'>;

/** Accepts at one moment all whose prerequisites are met, and defers the others (Zhejiang art 5). */
export const acceptApplication: Decide<'AcceptApplication'> = (command, dossier, circumstances) => {
  const { procedure } = circumstances;
  const found = examined(command, dossier);
  if (!found.ok) return found;
  const { intake, items } = found.value;
  const refused =
    missingProjectCode(dossier, procedure) ?? openCorrections(intake, items, dossier, procedure);
  if (refused) return refused;
  const isReady = (slug: ItemSlug) => prerequisitesMet(dossier, modelOf(procedure, slug));
  const accepted = items.filter(isReady);
  const waiting = items.filter((slug) => !isReady(slug));
  return (
    deaf(command, accepted, 'Accepted', { dossier, procedure }) ??
    deaf(command, waiting, 'Deferred', { dossier, procedure }) ??
    happens({
      type: 'ApplicationAccepted',
      data: {
        intake: intake.intake,
        notice: nextPaperNumber(dossier),
        items: accepted,
        waiting,
        procedure: dossier.procedure,
      },
    })
  );
};

export const refuseAcceptance: Decide<'RefuseAcceptance'> = (command, dossier, circumstances) => {
  const found = examined(command, dossier);
  if (!found.ok) return found;
  const { items, intake } = found.value;
  const { grounds } = command;
  return (
    incompleteGrounds(grounds) ??
    deaf(command, items, 'NotAccepted', { dossier, procedure: circumstances.procedure }) ??
    happens({
      type: 'ApplicationNotAccepted',
      data: { intake: intake.intake, notice: nextPaperNumber(dossier), items, grounds },
    })
  );
};

/** The project code is there before anything is accepted (Order 673 art 4, Order 712 art 10). */
export function missingProjectCode(
  dossier: OpenDossierState,
  { projectCodeRequired }: Procedure,
): Refused | undefined {
  return projectCodeRequired && dossier.projectCode === undefined
    ? no('project-code-missing', { dossier: dossier.number })
    : undefined;
}

export function intakeOf(number: number, dossier: DossierFile): Result<Intake, DossierRefusal> {
  const intake = dossier.intakes[number - 1];
  if (!intake) return no('intake-unknown', { intake: number });
  return intake.status === 'closed' ? no('intake-closed', { intake: number }) : ok(intake);
}

/** The items of the intake that are still under examination. */
export function underExamination(
  { intake, items }: Intake,
  dossier: DossierFile,
): readonly ItemSlug[] {
  return items.filter((slug) => {
    const item = itemIn(dossier, slug);
    return item.intake === intake && item.phase === 'received';
  });
}

/** The open intake and the items of it that the command means. */
function examined(
  command: Examination,
  dossier: DossierFile,
): Result<{ readonly intake: Intake; readonly items: readonly ItemSlug[] }, DossierRefusal> {
  const found = intakeOf(command.intake, dossier);
  if (!found.ok) return found;
  const intake = found.value;
  const left = underExamination(intake, dossier);
  const items = command.items === undefined ? left : [...new Set(command.items)];
  const stranger = items.find((item) => !isOfIntake(item, intake, dossier));
  if (stranger !== undefined) {
    return no('item-not-of-intake', { item: stranger, intake: intake.intake });
  }
  const gone = items.find((item) => !left.includes(item));
  if (gone !== undefined) return notInStep(gone, itemIn(dossier, gone).step, command.type);
  return items.length === 0
    ? no('nothing-to-apply-for', { stage: intake.stage })
    : ok({ intake, items });
}

function isOfIntake(slug: ItemSlug, { intake, items }: Intake, dossier: DossierFile): boolean {
  return items.includes(slug) && own(dossier.items, slug)?.intake === intake;
}

/** What was noted must be told, and what was told supplied, before the item is accepted. */
function openCorrections(
  { intake, status, noted }: Intake,
  items: readonly ItemSlug[],
  dossier: DossierFile,
  procedure: Procedure,
): Refused | undefined {
  const isNoted = (slug: ItemSlug) => (own(noted, slug) ?? []).length > 0;
  if (status === 'examining' && items.some(isNoted)) return no('corrections-not-told', { intake });
  const open = items.filter((slug) => isCorrecting(slug, dossier, procedure));
  return open.length > 0 ? no('corrections-outstanding', { intake, items: open }) : undefined;
}

export function isCorrecting(slug: ItemSlug, dossier: DossierFile, procedure: Procedure): boolean {
  const { step } = itemIn(dossier, slug);
  return modelOf(procedure, slug).table.next(step, 'CorrectionsSupplied') !== undefined;
}

/** Refused for the first of the items whose step does not hear the signal. */
function deaf(
  { type }: Examination,
  items: readonly ItemSlug[],
  signal: 'Accepted' | 'Deferred' | 'NotAccepted',
  { dossier, procedure }: { readonly dossier: DossierFile } & Pick<Circumstances, 'procedure'>,
): Refused | undefined {
  const found = items
    .map((slug) => itemIn(dossier, slug))
    .find(({ item, step }) => !hears(modelOf(procedure, item).table, step, signal, type));
  return found && notInStep(found.item, found.step, type);
}
