import type { ProcedureId } from '../../kernel/ids.ts';
import type { CompiledProcedure } from '../../workflow/procedure/compile.ts';
import type { ApiBuilder } from '../builder.ts';
import { LONG_LIST, SHORT_LIST } from '../price.ts';

/** Published procedures. */
export function addProcedures(builder: ApiBuilder): void {
  builder.node('Procedure', {
    description: '已发布的审批流程版本。 A published version of a procedure; it never changes.',
    id: { resolve: ({ ref }) => `${ref.id}@${ref.version}` },
    loadOne: (id, { library }) => {
      const [procedure = '', version] = id.split('@');
      return library.version(procedure as ProcedureId, Number(version));
    },
    fields: (t) => ({
      procedure: t.string({ resolve: ({ ref }) => ref.id }),
      version: t.int({ resolve: ({ ref }) => ref.version }),
      hash: t.string({
        description: '定义的 SHA-256。 SHA-256 of the canonical JSON of the definition.',
        resolve: ({ ref }) => ref.hash,
      }),
      name: t.field({ type: 'Words', resolve: ({ definition }) => definition.name }),
      purpose: t.field({ type: 'Words', resolve: ({ definition }) => definition.purpose }),
      projectCode: t.string({ resolve: ({ definition }) => definition.projectCode }),
      stages: t.field({
        type: ['ProcedureStage'],
        complexity: SHORT_LIST,
        resolve: ({ definition }) => definition.stages.map((stage) => ({ definition, stage })),
      }),
      form: t.field({
        type: ['Question'],
        complexity: LONG_LIST,
        description: '一张表单的题目。 The questions of the one form.',
        resolve: ({ definition }) => definition.form,
      }),
      definition: t.string({
        description: '定义全文（JSON）。 The whole definition as JSON text.',
        complexity: 20,
        resolve: ({ definition }) => JSON.stringify(definition),
      }),
    }),
  });
  builder.queryField('procedures', (t) =>
    t.field({
      type: ['Procedure'],
      authScopes: { signedIn: true },
      complexity: { field: 1, multiplier: 5 },
      description: '各流程的最新版本。 The newest version of each published procedure.',
      resolve: (_root, _args, { library }) => library.newest(),
    }),
  );
  builder.queryField('procedure', (t) =>
    t.field({
      type: 'Procedure',
      nullable: true,
      authScopes: { signedIn: true },
      args: {
        id: t.arg.string({ required: true }),
        version: t.arg.int({ description: '默认最新。 The newest when absent.' }),
      },
      resolve: (_root, { id, version }, { library }): CompiledProcedure | undefined =>
        version === null || version === undefined
          ? library.latest(id as ProcedureId)
          : library.version(id as ProcedureId, version),
    }),
  );
}
