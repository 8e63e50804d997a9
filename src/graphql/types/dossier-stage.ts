import { OUTCOME_LABELS } from '../../wording/matter-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { labelled, named } from '../views/label.ts';

/** How far a stage of the dossier is. */
export function addDossierStage(builder: ApiBuilder): void {
  builder.objectType('DossierStage', {
    fields: (t) => ({
      stage: t.string({ resolve: ({ stage }) => stage }),
      name: t.field({
        type: 'Label',
        resolve: ({ stage, view }) => named(stage, view.procedure.names.stages.get(stage)),
      }),
      lead: t.field({
        type: 'Department',
        nullable: true,
        description: '牵头部门；事项匹配前为空。 Null before the form has matched the items.',
        resolve: ({ stands }, _args, { organisation }) =>
          stands?.lead && organisation.current().departments.get(stands.lead),
      }),
      preReviewRequested: t.boolean({
        resolve: ({ stands }) => stands?.preReviewRequested ?? false,
      }),
      outcome: t.field({
        type: 'Label',
        nullable: true,
        resolve: ({ stands }) => stands?.outcome && labelled(stands.outcome, OUTCOME_LABELS),
      }),
    }),
  });
}
