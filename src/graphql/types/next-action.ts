import { COMMAND_LABELS } from '../../wording/command-labels.ts';
import { POST_LABELS } from '../../wording/labels.ts';
import { INBOX_LABELS, TURN_LABELS, WAIT_LABELS } from '../../wording/matter-labels.ts';
import { subjectOf } from '../../projections/next-move.ts';
import type { ApiBuilder } from '../builder.ts';
import { SHORT_LIST } from '../price.ts';
import { labelled, named } from '../views/label.ts';
import type { ActionView, WaitView } from '../views/next-views.ts';

/** Whose move it is, and what is waited for. */
export function addNextActions(builder: ApiBuilder): void {
  addTurn(builder);
  addWait(builder);
  builder.objectType('NextAction', {
    description:
      '阶段、接件、事项或整件的下一步。 What may happen next to a stage, an intake, an item or the whole.',
    fields: (t) => ({
      about: t.field({
        type: 'Label',
        resolve: ({ action }) => labelled(action.about, INBOX_LABELS),
      }),
      subject: t.string({
        description: '事项、阶段代码或接件序号。 The item, stage or number of the intake.',
        resolve: ({ action }) => subjectOf(action),
      }),
      turns: t.field({
        type: ['Turn'],
        complexity: SHORT_LIST,
        resolve: ({ action }) => action.turns,
      }),
      waitsFor: t.field({ type: ['Wait'], complexity: SHORT_LIST, resolve: waits }),
      items: t.stringList({
        complexity: SHORT_LIST,
        description:
          '可申报的事项，含可再次申报的。 What may be applied for; also what ended without a grant.',
        resolve: ({ action }) => (action.about === 'stage' ? [...action.items] : []),
      }),
      missingAnswers: t.stringList({
        complexity: SHORT_LIST,
        description: '申报尚缺的答案。 Questions that an application still lacks answers to.',
        resolve: ({ action }) => (action.about === 'stage' ? [...action.obstacles.answers] : []),
      }),
      missingMaterials: t.stringList({
        complexity: SHORT_LIST,
        resolve: ({ action }) => (action.about === 'stage' ? [...action.obstacles.materials] : []),
      }),
      unmetConditions: t.stringList({
        complexity: SHORT_LIST,
        resolve: ({ action }) => (action.about === 'stage' ? [...action.obstacles.conditions] : []),
      }),
    }),
  });
}

function waits({ action, procedure }: ActionView): readonly WaitView[] {
  return 'waitsFor' in action ? action.waitsFor.map((wait) => ({ wait, procedure })) : [];
}

function addTurn(builder: ApiBuilder): void {
  builder.objectType('Turn', {
    fields: (t) => ({
      of: t.field({ type: 'Label', resolve: (turn) => labelled(turn.of, TURN_LABELS) }),
      department: t.field({
        type: 'Department',
        nullable: true,
        resolve: ({ department }, _args, { organisation }) =>
          department && organisation.current().departments.get(department),
      }),
      posts: t.field({
        type: ['Label'],
        complexity: SHORT_LIST,
        resolve: ({ posts }) => posts.map((post) => labelled(post, POST_LABELS)),
      }),
      commands: t.field({
        type: ['Label'],
        complexity: SHORT_LIST,
        resolve: ({ commands }) => commands.map((command) => labelled(command, COMMAND_LABELS)),
      }),
    }),
  });
}

function addWait(builder: ApiBuilder): void {
  builder.objectType('Wait', {
    fields: (t) => ({
      for: t.field({ type: 'Label', resolve: ({ wait }) => labelled(wait.for, WAIT_LABELS) }),
      items: t.field({ type: ['Label'], complexity: SHORT_LIST, resolve: itemsAwaited }),
      departments: t.field({
        type: ['Department'],
        complexity: SHORT_LIST,
        resolve: ({ wait }, _args, { organisation }) =>
          (wait.for === 'opinions' ? wait.departments : []).flatMap(
            (one) => organisation.current().departments.get(one) ?? [],
          ),
      }),
      until: t.field({ type: 'Day', nullable: true, resolve: awaitedUntil }),
    }),
  });
}

function itemsAwaited({ wait, procedure }: WaitView) {
  const items = 'items' in wait ? wait.items : [];
  return items.map((item) => named(item, procedure.names.items.get(item)));
}

function awaitedUntil({ wait }: WaitView) {
  if (wait.for === 'notes') return wait.until;
  return wait.for === 'opinions' ? wait.answerBy : null;
}
