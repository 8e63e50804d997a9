import type { ItemSlug } from '../../kernel/ids.ts';
import { CORRECTION_LABELS, INTAKE_STATUS_LABELS } from '../../wording/matter-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { SHORT_LIST } from '../price.ts';
import { labelled, named } from '../views/label.ts';

/** One application for a stage: what came in, and what is to be corrected. */
export function addIntake(builder: ApiBuilder): void {
  builder.objectType('Intake', {
    fields: (t) => ({
      intake: t.int({ resolve: ({ intake }) => intake.intake }),
      stage: t.string({ resolve: ({ intake }) => intake.stage }),
      items: t.stringList({ complexity: SHORT_LIST, resolve: ({ intake }) => [...intake.items] }),
      status: t.field({
        type: 'Label',
        resolve: ({ intake }) => labelled(intake.status, INTAKE_STATUS_LABELS),
      }),
      submittedAt: t.field({
        type: 'Instant',
        nullable: true,
        resolve: async ({ intake, view }) => (await view.trail()).submittedAt[intake.intake - 1],
      }),
      collectCorrectionsUntil: t.field({
        type: 'Day',
        resolve: ({ intake }) => intake.collectCorrectionsUntil,
      }),
      materials: t.stringList({
        complexity: SHORT_LIST,
        description: '提交时的文件。 Hashes of the files that came in with it.',
        resolve: ({ intake }) => [...intake.materials],
      }),
      noted: t.field({
        type: ['NotedCorrections'],
        complexity: SHORT_LIST,
        description:
          '各部门提出的补正；未列出的部门尚未答复。 Departments that are absent have not answered.',
        resolve: ({ intake, view }) =>
          Object.entries(intake.noted).map(([item, corrections]) => ({
            view,
            item: item as ItemSlug,
            corrections,
          })),
      }),
    }),
  });
  addCorrections(builder);
}

function addCorrections(builder: ApiBuilder): void {
  builder.objectType('NotedCorrections', {
    fields: (t) => ({
      item: t.field({
        type: 'Label',
        resolve: ({ item, view }) => named(item, view.procedure.names.items.get(item)),
      }),
      corrections: t.field({
        type: ['Correction'],
        complexity: SHORT_LIST,
        resolve: ({ corrections, view }) => corrections.map((correction) => ({ view, correction })),
      }),
    }),
  });
  builder.objectType('Correction', {
    fields: (t) => ({
      material: t.field({
        type: 'Label',
        resolve: ({ correction: { material }, view }) =>
          named(material, view.procedure.names.materials.get(material)),
      }),
      problem: t.field({
        type: 'Label',
        resolve: ({ correction }) => labelled(correction.problem, CORRECTION_LABELS),
      }),
      note: t.string({ resolve: ({ correction }) => correction.note }),
    }),
  });
}
