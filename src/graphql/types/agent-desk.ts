import type { PersonId, ProcedureId } from '../../kernel/ids.ts';
import { READS_ALL } from '../../application/authority/may-read.ts';
import { COMMAND_LABELS } from '../../wording/command-labels.ts';
import { STATUS_LABELS } from '../../wording/labels.ts';
import { INBOX_LABELS, OUTCOME_LABELS, TURN_LABELS } from '../../wording/matter-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import type { Viewer } from '../context.ts';
import { globalId } from '../global-id.ts';
import { pagePrice, SHORT_LIST } from '../price.ts';
import { waitUntilShown } from '../reading/at-least.ts';
import { connectionOf, pageOptions } from '../reading/page.ts';
import { queryRefused } from '../refuse-query.ts';
import { labelled } from '../views/label.ts';

const DESK_ORDERS = {
  LATEST_ACTIVITY: { by: 'activity', direction: 'desc' },
  OLDEST_ACTIVITY: { by: 'activity', direction: 'asc' },
  LATEST_OPENED: { by: 'opening', direction: 'desc' },
  OLDEST_OPENED: { by: 'opening', direction: 'asc' },
} as const;

/** What an agent has in hand. */
export function addAgentDesk(builder: ApiBuilder): void {
  addEntry(builder);
  addTurns(builder);
  const order = builder.enumType('DeskOrder', {
    values: Object.keys(DESK_ORDERS) as readonly (keyof typeof DESK_ORDERS)[],
  });
  builder.queryField('agentDesk', (t) =>
    t.connection(
      {
        type: 'DeskEntry',
        authScopes: { holdsPost: true },
        complexity: pagePrice,
        description:
          '代办员工作台；监察、审计、管理员可指定代办员。 One’s own; watchers may name an agent.',
        args: {
          agent: t.arg.string(),
          isOpen: t.arg.boolean({ description: '默认在办。 Those in hand by default.' }),
          isAgentsTurn: t.arg.boolean(),
          procedure: t.arg.string(),
          order: t.arg({ type: order }),
          atLeast: t.arg.string(),
        },
        resolve: async (_root, args, context) => {
          const agent = deskOf(context.viewer, args.agent);
          await waitUntilShown(args.atLeast, context);
          const { isOpen, isAgentsTurn, procedure } = args;
          const page = await context.readModels.desk.ofAgent(agent, {
            ...pageOptions(args),
            isOpen: isOpen ?? true,
            ...(typeof isAgentsTurn === 'boolean' && { isAgentsTurn }),
            ...(procedure && { procedure: procedure as ProcedureId }),
            ...(args.order && { order: DESK_ORDERS[args.order] }),
          });
          return connectionOf(page);
        },
      },
      { name: 'DeskConnection' },
      { name: 'DeskEdge' },
    ),
  );
}

/** Agents see their own desk; those who watch over all see anybody's. */
function deskOf(viewer: Viewer | undefined, agent: string | null | undefined): PersonId {
  const kinds = viewer?.posts.map(({ kind }) => kind) ?? [];
  const asked = (agent ?? viewer?.person) as PersonId | undefined;
  const isOwn = kinds.includes('agent') && asked === viewer?.person;
  if (asked === undefined || !(isOwn || kinds.some((kind) => READS_ALL.has(kind)))) {
    throw queryRefused('FORBIDDEN');
  }
  return asked;
}

function addEntry(builder: ApiBuilder): void {
  builder.objectType('DeskEntry', {
    fields: (t) => ({
      id: t.id({ resolve: ({ dossier }) => globalId('Dossier', dossier) }),
      number: t.string({ resolve: ({ dossier }) => dossier }),
      projectName: t.exposeString('projectName'),
      projectCode: t.string({ nullable: true, resolve: ({ projectCode }) => projectCode }),
      procedure: t.exposeString('procedure'),
      region: t.exposeString('region'),
      status: t.field({
        type: 'Label',
        resolve: ({ status }) => labelled(status, STATUS_LABELS),
      }),
      outcome: t.field({
        type: 'Label',
        nullable: true,
        resolve: ({ outcome }) => outcome && labelled(outcome, OUTCOME_LABELS),
      }),
      isAgentsTurn: t.exposeBoolean('isAgentsTurn'),
      openItems: t.exposeInt('openItems'),
      endedItems: t.exposeInt('endedItems'),
      openedAt: t.expose('openedAt', { type: 'Instant' }),
      lastActivityAt: t.expose('lastActivityAt', { type: 'Instant' }),
      turns: t.field({
        type: ['DeskTurn'],
        complexity: SHORT_LIST,
        description: '现在轮到谁。 Whose turn it is somewhere in the dossier.',
        resolve: ({ turns }) => turns,
      }),
      next: t.field({
        type: ['DeskMove'],
        complexity: SHORT_LIST,
        description: '代办员可做的下一步。 What the agent can do next.',
        resolve: ({ next }) => next,
      }),
    }),
  });
}

function addTurns(builder: ApiBuilder): void {
  builder.objectType('DeskTurn', {
    fields: (t) => ({
      of: t.field({ type: 'Label', resolve: (turn) => labelled(turn.of, TURN_LABELS) }),
      department: t.field({
        type: 'Department',
        nullable: true,
        resolve: ({ department }, _args, { organisation }) =>
          department && organisation.current().departments.get(department),
      }),
      matters: t.exposeInt('matters'),
    }),
  });
  builder.objectType('DeskMove', {
    fields: (t) => ({
      about: t.field({ type: 'Label', resolve: ({ about }) => labelled(about, INBOX_LABELS) }),
      subject: t.exposeString('subject'),
      commands: t.field({
        type: ['Label'],
        complexity: SHORT_LIST,
        resolve: ({ commands }) => commands.map((command) => labelled(command, COMMAND_LABELS)),
      }),
    }),
  });
}
