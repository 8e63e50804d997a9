import { dryRunMove } from '../../domain/dossier/dry-run-move.ts';
import type { ApiBuilder } from '../builder.ts';
import { dossierNumberOf } from '../global-id.ts';
import { SHORT_LIST } from '../price.ts';
import { readDossier } from '../reading/read-dossier.ts';
import { queryRefused } from '../refuse-query.ts';

/** What moving a dossier to another version of its procedure would change; nothing is moved. */
export function addDryRunMove(builder: ApiBuilder): void {
  builder.objectType('ProcedureMove', {
    fields: (t) => ({
      fromVersion: t.int({ resolve: ({ from }) => from.version }),
      toVersion: t.int({ resolve: ({ to }) => to.version }),
      added: t.stringList({ complexity: SHORT_LIST, resolve: ({ added }) => [...added] }),
      gone: t.stringList({ complexity: SHORT_LIST, resolve: ({ gone }) => [...gone] }),
      lost: t.stringList({
        complexity: SHORT_LIST,
        description: '无法延续的事项，禁止换版。 Items that cannot go on; they forbid the move.',
        resolve: ({ lost }) => [...lost],
      }),
      missingAnswers: t.stringList({
        complexity: SHORT_LIST,
        resolve: ({ missingAnswers }) => [...missingAnswers],
      }),
      unmetConditions: t.stringList({
        complexity: SHORT_LIST,
        resolve: ({ ineligible }) => [...ineligible],
      }),
    }),
  });
  builder.queryField('dryRunMove', (t) =>
    t.field({
      type: 'ProcedureMove',
      nullable: true,
      authScopes: { signedIn: true },
      complexity: 5,
      description: '换版试算；看不到的项目件为空。 Null for a dossier that is not yours to see.',
      args: { dossier: t.arg.id({ required: true }), version: t.arg.int({ required: true }) },
      resolve: async (_root, { dossier, version }, context) => {
        const number = dossierNumberOf(dossier);
        const view = number && (await readDossier(number, 'now', context));
        if (!view) return null;
        const next = context.library.version(view.procedure.ref.id, version);
        if (!next) throw queryRefused('NOT_FOUND', `${view.procedure.ref.id}@${version}`);
        return dryRunMove(view.state, view.procedure, next);
      },
    }),
  );
}
