import {
  ADVICE_LABELS,
  ENDING_LABELS,
  ITEM_KIND_LABELS,
  OPINION_LABELS,
  PHASE_LABELS,
} from '../../wording/labels.ts';
import { OUTCOME_LABELS } from '../../wording/matter-labels.ts';
import { stepLabel } from '../../wording/step-labels.ts';
import type { DepartmentId } from '../../kernel/ids.ts';
import type { ItemAction } from '../../domain/dossier/next-actions.ts';
import type { ApiBuilder } from '../builder.ts';
import { SHORT_LIST } from '../price.ts';
import type { ItemView } from '../views/dossier-view.ts';
import { labelled, named } from '../views/label.ts';

/** One department's approval within the dossier. */
export function addDossierItem(builder: ApiBuilder): void {
  builder.objectType('DossierItem', {
    description: '事项：一个部门的审批。 One department’s approval within the dossier.',
    fields: (t) => ({
      item: t.string({ resolve: ({ item }) => item.item }),
      name: t.field({
        type: 'Label',
        resolve: ({ item, view }) => named(item.item, view.procedure.names.items.get(item.item)),
      }),
      kind: t.field({ type: 'Label', nullable: true, resolve: kindOf }),
      stage: t.string({ resolve: ({ item }) => item.stage }),
      department: t.field({
        type: 'Department',
        nullable: true,
        description: '外部节点没有办理部门。 Null for external milestones.',
        resolve: ({ item }, _args, { organisation }) =>
          item.department && organisation.current().departments.get(item.department),
      }),
      step: t.field({
        type: 'Label',
        resolve: ({ item }) => ({ code: item.step, ...stepLabel(item.step) }),
      }),
      phase: t.field({ type: 'Label', resolve: ({ item }) => labelled(item.phase, PHASE_LABELS) }),
      ending: t.field({
        type: 'Label',
        nullable: true,
        resolve: ({ item }) => item.ending && labelled(item.ending, ENDING_LABELS),
      }),
      granted: t.boolean({ resolve: ({ item }) => item.granted }),
      attempt: t.int({ resolve: ({ item }) => item.attempt }),
      intake: t.int({ nullable: true, resolve: ({ item }) => item.intake }),
      acceptedAt: t.field({
        type: 'Instant',
        nullable: true,
        resolve: ({ item }) => item.acceptedAt,
      }),
      decidedAt: t.field({
        type: 'Instant',
        nullable: true,
        resolve: ({ item }) => item.decidedAt,
      }),
      paper: t.string({ nullable: true, resolve: ({ item }) => item.paper }),
    }),
  });
  addWork(builder);
  addMoves(builder);
  addOpinion(builder);
}

function kindOf({ item, view }: ItemView) {
  const kind = view.procedure.items.get(item.item)?.kind;
  return kind && labelled(kind, ITEM_KIND_LABELS);
}

function addWork(builder: ApiBuilder): void {
  builder.objectFields('DossierItem', (t) => ({
    advice: t.field({
      type: 'Label',
      nullable: true,
      resolve: ({ item }) => item.advice && labelled(item.advice, ADVICE_LABELS),
    }),
    proposal: t.string({ nullable: true, resolve: ({ item }) => item.proposal }),
    decision: t.field({
      type: 'Label',
      nullable: true,
      resolve: ({ item }) => item.decision && labelled(item.decision, OUTCOME_LABELS),
    }),
    isPrepared: t.boolean({
      description: '已拟准予，待前置到达。 An approval stands ready for the prerequisites.',
      resolve: ({ item }) => item.prepared !== undefined,
    }),
    handledBy: t.field({
      type: 'Person',
      nullable: true,
      resolve: ({ item }, _args, { organisation }) =>
        item.handledBy && organisation.current().persons.get(item.handledBy),
    }),
    reviewedBy: t.field({
      type: 'Person',
      nullable: true,
      resolve: ({ item }, _args, { organisation }) =>
        item.reviewedBy && organisation.current().persons.get(item.reviewedBy),
    }),
    answerOpinionsBy: t.field({
      type: 'Day',
      nullable: true,
      resolve: ({ item }) => item.answerOpinionsBy,
    }),
    opinions: t.field({
      type: ['Opinion'],
      complexity: SHORT_LIST,
      resolve: ({ item }) =>
        Object.entries(item.opinions).map(([department, opinion]) => ({
          department: department as DepartmentId,
          ...opinion,
        })),
    }),
  }));
}

function addMoves(builder: ApiBuilder): void {
  builder.objectFields('DossierItem', (t) => ({
    turns: t.field({
      type: ['Turn'],
      complexity: SHORT_LIST,
      description: '轮到谁、可做什么。 Whose turn it is and what they may do.',
      resolve: (one) => actionOf(one)?.turns ?? [],
    }),
    exits: t.field({
      type: ['Turn'],
      complexity: SHORT_LIST,
      description: '退件、撤回、取消。 What would take it out of the case, and by whom.',
      resolve: (one) => actionOf(one)?.exits ?? [],
    }),
    waitsFor: t.field({
      type: ['Wait'],
      complexity: SHORT_LIST,
      resolve: (one) =>
        (actionOf(one)?.waitsFor ?? []).map((wait) => ({ wait, procedure: one.view.procedure })),
    }),
  }));
}

/** One that has ended is nobody's turn. */
function actionOf({ item, view }: ItemView): ItemAction | undefined {
  for (const action of view.next) {
    if (action.about === 'item' && action.item === item.item) return action;
  }
  return undefined;
}

function addOpinion(builder: ApiBuilder): void {
  builder.objectType('Opinion', {
    description: '被征求意见部门的答复。 The answer of a department that was asked.',
    fields: (t) => ({
      department: t.field({
        type: 'Department',
        nullable: true,
        resolve: ({ department }, _args, { organisation }) =>
          organisation.current().departments.get(department),
      }),
      answer: t.field({
        type: 'Label',
        nullable: true,
        resolve: ({ answer }) => answer && labelled(answer, OPINION_LABELS),
      }),
      reason: t.string({ nullable: true, resolve: ({ reason }) => reason }),
    }),
  });
}
