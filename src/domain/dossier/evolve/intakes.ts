import type { ItemSlug, Sha256 } from '../../../kernel/ids.ts';
import { invariant } from '../../../kernel/invariant.ts';
import { own } from '../own.ts';
import type { Procedure } from '../procedure.ts';
import type { DossierFile, Intake, ItemState, OpenDossierState } from '../state.ts';
import {
  accepted,
  inStatus,
  itemIn,
  modelOf,
  plannedItem,
  stepped,
  withItem,
  withItems,
  withPaper,
  type Apply,
} from './stepping.ts';

export const applicationSubmitted: Apply<'ApplicationSubmitted'> = (dossier, data, setting) => {
  const { procedure } = setting;
  const { intake, stage, items, materials, collectCorrectionsUntil } = data;
  invariant(intake === dossier.intakes.length + 1, `intake ${intake} of ${dossier.number} is next`);
  const applied = withItems(dossier, items, (item) =>
    stepped(
      { ...beforeApplication(item, procedure), attempt: item.attempt + 1, intake },
      'Submitted',
      procedure,
    ),
  );
  const opened: Intake = {
    intake,
    stage,
    items,
    materials,
    collectCorrectionsUntil,
    noted: {},
    status: 'examining',
  };
  const next = { ...applied, intakes: [...dossier.intakes, opened] };
  return next.status === 'draft' ? inStatus(next, 'Submitted', procedure) : next;
};

/** An item that ended without a grant starts its machine anew and forgets who worked on it. */
function beforeApplication(item: ItemState, procedure: Procedure): ItemState {
  if (item.ending === undefined) return item;
  const fresh = plannedItem(item, item.attempt, procedure);
  return item.addedByHand ? { ...fresh, addedByHand: true } : fresh;
}

export const correctionsNoted: Apply<'CorrectionsNoted'> = (dossier, data) =>
  withIntake(dossier, data.intake, (intake) => ({
    ...intake,
    noted: { ...intake.noted, [data.item]: data.corrections },
  }));

export const correctionsTold: Apply<'CorrectionsTold'> = (dossier, data, { procedure }) => {
  const slugs = [...new Set(data.corrections.map(({ item }) => item))];
  const told = withItems(dossier, slugs, (item) => stepped(item, 'CorrectionsTold', procedure));
  return withPaper(
    withIntake(told, data.intake, (intake) => ({ ...intake, status: 'corrections-told' })),
    data.notice,
  );
};

/** What was supplied is frozen like what was there before. */
export const correctionsSupplied: Apply<'CorrectionsSupplied'> = (dossier, data, { procedure }) => {
  const intake = intakeIn(dossier, data.intake);
  const supplied = withItems(dossier, correcting(dossier, intake, procedure), (item) =>
    stepped(item, 'CorrectionsSupplied', procedure),
  );
  const materials = [...new Set([...intake.materials, ...suppliedFiles(dossier, intake)])];
  return withIntake(supplied, data.intake, (one) => ({ ...one, status: 'corrected', materials }));
};

export const applicationAccepted: Apply<'ApplicationAccepted'> = (dossier, data, setting) => {
  const { act, procedure } = setting;
  const sameVersion = data.procedure.hash === dossier.procedure.hash;
  invariant(sameVersion, `dossier ${dossier.number} is accepted under the version it runs on`);
  const taken = withItems(dossier, data.items, (item) => ({
    ...stepped(item, 'Accepted', procedure),
    acceptedAt: act.occurredAt,
  }));
  const all = withItems(taken, data.waiting, (item) => stepped(item, 'Deferred', procedure));
  return examined(withPaper(accepted(all, procedure), data.notice), data.intake, procedure);
};

export const applicationNotAccepted: Apply<'ApplicationNotAccepted'> = (dossier, data, setting) => {
  const { procedure } = setting;
  const ended = withItems(dossier, data.items, (item) => stepped(item, 'NotAccepted', procedure));
  return examined(withPaper(ended, data.notice), data.intake, procedure);
};

export const prerequisitesArrived: Apply<'PrerequisitesArrived'> = (dossier, data, setting) => {
  const { act, procedure } = setting;
  const item = stepped(itemIn(dossier, data.item), 'PrerequisitesArrived', procedure);
  return withPaper(withItem(dossier, { ...item, acceptedAt: act.occurredAt }), data.notice);
};

/**
 * Closes the intake once nothing of it is under examination. A dossier of which nothing was
 * accepted and nothing is examined any more is a draft again.
 */
export function examined(
  dossier: OpenDossierState,
  number: number | undefined,
  procedure: Procedure,
): OpenDossierState {
  if (number === undefined) return dossier;
  const { status, items } = intakeIn(dossier, number);
  if (status === 'closed' || items.some((slug) => isExamined(itemIn(dossier, slug), number))) {
    return dossier;
  }
  const closed = withIntake(dossier, number, (intake) => ({ ...intake, status: 'closed' }));
  const isOver = closed.status === 'submitted' && closed.intakes.every(isClosed);
  return isOver ? inStatus(closed, 'NotAccepted', procedure) : closed;
}

function isExamined(item: ItemState, intake: number): boolean {
  return item.intake === intake && item.phase === 'received';
}

function isClosed(intake: Intake): boolean {
  return intake.status === 'closed';
}

function correcting(
  dossier: DossierFile,
  { intake, items }: Intake,
  procedure: Procedure,
): readonly ItemSlug[] {
  return items.filter((slug) => {
    const item = itemIn(dossier, slug);
    const { table } = modelOf(procedure, slug);
    return item.intake === intake && table.next(item.step, 'CorrectionsSupplied') !== undefined;
  });
}

/** Every file now there of a material that was to be corrected. */
function suppliedFiles(dossier: DossierFile, intake: Intake): readonly Sha256[] {
  return Object.values(intake.noted)
    .flat()
    .flatMap(({ material }) => own(dossier.materials, material) ?? [])
    .map(({ hash }) => hash);
}

function withIntake<Kind extends DossierFile>(
  dossier: Kind,
  number: number,
  change: (intake: Intake) => Intake,
): Kind {
  const intakes = dossier.intakes.with(number - 1, change(intakeIn(dossier, number)));
  return { ...dossier, intakes };
}

function intakeIn(dossier: DossierFile, number: number): Intake {
  const intake = dossier.intakes[number - 1];
  invariant(intake, `dossier ${dossier.number} has intake ${number}`);
  return intake;
}
