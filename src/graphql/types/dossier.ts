import type { DossierNumber } from '../../kernel/ids.ts';
import { isDossierNumber } from '../../application/dossiers/dossier-number.ts';
import { STATUS_LABELS } from '../../wording/labels.ts';
import { OUTCOME_LABELS } from '../../wording/matter-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { dossierNumberOf } from '../global-id.ts';
import { LONG_LIST, SHORT_LIST } from '../price.ts';
import { asOfFrom } from '../reading/as-of.ts';
import { waitUntilShown } from '../reading/at-least.ts';
import { readDossier } from '../reading/read-dossier.ts';
import type { DossierView } from '../views/dossier-view.ts';
import { labelled } from '../views/label.ts';
import { materialsOf } from '../views/materials-of.ts';

/** A dossier, and how to ask for one. */
export function addDossier(builder: ApiBuilder): void {
  builder.node('Dossier', {
    description: '项目件：一个项目的一次联合审批。 One joint approval of one project.',
    id: { resolve: ({ state }) => state.number },
    loadOne: (id, context) => (isDossierNumber(id) ? readDossier(id, 'now', context) : undefined),
    fields: (t) => ({
      number: t.string({ resolve: ({ state }) => state.number }),
      projectName: t.string({ resolve: ({ state }) => state.projectName }),
      projectCode: t.string({ nullable: true, resolve: ({ state }) => state.projectCode }),
      region: t.string({ resolve: ({ state }) => state.region }),
      status: t.field({
        type: 'Label',
        resolve: ({ state }) => labelled(state.status, STATUS_LABELS),
      }),
      outcome: t.field({
        type: 'Label',
        nullable: true,
        resolve: ({ state }) =>
          state.status === 'concluded' ? labelled(state.outcome, OUTCOME_LABELS) : null,
      }),
      abandonedBecause: t.string({
        nullable: true,
        resolve: ({ state }) => (state.status === 'abandoned' ? state.reason : null),
      }),
      openedAt: t.field({ type: 'Instant', resolve: ({ state }) => state.openedAt }),
      agent: t.field({
        type: 'Person',
        nullable: true,
        resolve: ({ state }, _args, { organisation }) =>
          state.agent && organisation.current().persons.get(state.agent),
      }),
      procedure: t.field({ type: 'Procedure', resolve: ({ procedure }) => procedure }),
      pinned: t.boolean({
        description: '受理后流程版本固定。 From the first acceptance on the version is fixed.',
        resolve: ({ state }) => state.pinned,
      }),
      revision: t.int({ resolve: ({ revision }) => revision }),
      position: t.string({
        description: '已含至日志的此位置。 The last event in it; subscribe `after` it.',
        resolve: ({ position }) => position,
      }),
    }),
  });
  addParts(builder);
  addQuery(builder);
}

function addParts(builder: ApiBuilder): void {
  builder.objectFields('Dossier', (t) => ({
    investor: t.field({
      type: 'Investor',
      resolve: (view) => ({ view, investor: view.state.investor }),
    }),
    stages: t.field({
      type: ['DossierStage'],
      complexity: SHORT_LIST,
      resolve: (view) =>
        view.procedure.stages.map(({ slug }) => ({
          view,
          stage: slug,
          stands: view.state.stages[slug],
        })),
    }),
    items: t.field({
      type: ['DossierItem'],
      complexity: LONG_LIST,
      description: '并联办理的事项。 The items side by side.',
      resolve: (view) => Object.values(view.state.items).map((item) => ({ view, item })),
    }),
    intakes: t.field({
      type: ['Intake'],
      complexity: SHORT_LIST,
      resolve: (view) => view.state.intakes.map((intake) => ({ view, intake })),
    }),
    materials: t.field({
      type: ['Material'],
      complexity: LONG_LIST,
      description: '所需与已交材料。 Papers that are asked for or attached, each once.',
      resolve: materialsOf,
    }),
    papers: t.field({
      type: ['Paper'],
      complexity: LONG_LIST,
      resolve: async (view) => (await view.trail()).papers,
    }),
    answers: t.field({
      type: 'FormAnswers',
      description:
        '表单答案；无权查看者不含个人信息。 Without personal answers for who may not see them.',
      resolve: answersOf,
    }),
    hiddenAnswers: t.stringList({
      complexity: SHORT_LIST,
      description: '有答案而未予显示的题目。 Questions whose answers are held back.',
      resolve: (view) => personalFields(view).filter((id) => Object.hasOwn(view.state.answers, id)),
    }),
    nextActions: t.field({
      type: ['NextAction'],
      complexity: LONG_LIST,
      description: '下一步由谁做什么。 What may happen next and by whom, read off the machines.',
      resolve: (view) => view.next.map((action) => ({ action, procedure: view.procedure })),
    }),
  }));
}

function addQuery(builder: ApiBuilder): void {
  const asOf = builder.inputType('AsOf', {
    description:
      '按位置或时刻（以入库时间计）。 Up to a position, or what was recorded by an instant.',
    isOneOf: true,
    fields: (t) => ({ position: t.string(), instant: t.field({ type: 'Instant' }) }),
  });
  builder.queryField('dossier', (t) =>
    t.field({
      type: 'Dossier',
      nullable: true,
      authScopes: { signedIn: true },
      complexity: 5,
      args: {
        dossier: t.arg.id({ required: true, description: '编号或全局标识。 Number or global id.' }),
        atLeast: t.arg.string({
          description: '至少含至此位置，否则稍候。 Waits until what is shown has come this far.',
        }),
        asOf: t.arg({ type: asOf, description: '当时情形。 As it stood then.' }),
      },
      resolve: async (_root, args, context) => {
        await waitUntilShown(args.atLeast, context);
        const number: DossierNumber | undefined = dossierNumberOf(args.dossier);
        return number && readDossier(number, asOfFrom(args.asOf), context);
      },
    }),
  );
}

function personalFields({ knowsContact, procedure }: DossierView): readonly string[] {
  if (knowsContact) return [];
  return procedure.definition.form.filter(({ personal }) => personal).map(({ id }) => id);
}

function answersOf(view: DossierView): DossierView['state']['answers'] {
  const hidden = new Set(personalFields(view));
  if (hidden.size === 0) return view.state.answers;
  return Object.fromEntries(Object.entries(view.state.answers).filter(([id]) => !hidden.has(id)));
}
