import type { InboxAbout } from '../../projections/inbox/project.ts';
import type { DepartmentId } from '../../kernel/ids.ts';
import { PHASE_LABELS } from '../../wording/labels.ts';
import { INBOX_LABELS } from '../../wording/matter-labels.ts';
import { stepLabel } from '../../wording/step-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { globalId } from '../global-id.ts';
import { pagePrice, SHORT_LIST } from '../price.ts';
import { waitUntilShown } from '../reading/at-least.ts';
import { mayReadInbox } from '../reading/may-read-inbox.ts';
import { connectionOf, pageOptions } from '../reading/page.ts';
import { queryRefused } from '../refuse-query.ts';
import { labelled } from '../views/label.ts';

/** What a department has to do. @param postKinds the enum of posts */
export function addInbox(builder: ApiBuilder, postKinds: string): void {
  addEntry(builder);
  const about = builder.enumType('InboxAbout', {
    values: Object.fromEntries(
      (Object.keys(INBOX_LABELS) as InboxAbout[]).map((value) => [value.toUpperCase(), { value }]),
    ),
  });
  builder.queryField('inbox', (t) =>
    t.connection(
      {
        type: 'InboxEntry',
        authScopes: { holdsPost: true },
        complexity: pagePrice,
        description:
          '部门收件箱，先到者在前；限本部门，监察、审计、管理员不限。 Of one’s own department; watchers see all.',
        args: {
          department: t.arg.string({ required: true }),
          about: t.arg({ type: [about] }),
          post: t.arg({ type: postKinds as never, description: '只看此岗位可办的。' }),
          atLeast: t.arg.string(),
        },
        resolve: async (_root, args, context) => {
          const department = args.department as DepartmentId;
          if (!mayReadInbox(department, context)) throw queryRefused('FORBIDDEN');
          await waitUntilShown(args.atLeast, context);
          const page = await context.readModels.inbox.ofDepartment(department, {
            ...pageOptions(args),
            ...(args.about && { about: args.about }),
            ...(args.post ? { post: args.post } : {}),
          });
          return connectionOf(page);
        },
      },
      { name: 'InboxConnection' },
      { name: 'InboxEdge' },
    ),
  );
}

function addEntry(builder: ApiBuilder): void {
  builder.objectType('InboxEntry', {
    fields: (t) => ({
      id: t.id({
        description: '项目件的全局标识。 Global id of the dossier.',
        resolve: ({ dossier }) => globalId('Dossier', dossier),
      }),
      number: t.string({ resolve: ({ dossier }) => dossier }),
      projectName: t.exposeString('projectName'),
      about: t.field({ type: 'Label', resolve: (one) => labelled(one.about, INBOX_LABELS) }),
      subject: t.exposeString('subject', {
        description: '事项、阶段代码或接件序号。 The item, stage or number of the intake.',
      }),
      since: t.expose('since', { type: 'Instant' }),
      acceptedAt: t.field({
        type: 'Instant',
        nullable: true,
        resolve: ({ acceptedAt }) => acceptedAt,
      }),
      stage: t.string({ nullable: true, resolve: ({ stage }) => stage }),
      step: t.field({
        type: 'Label',
        nullable: true,
        resolve: ({ step }) => (step === undefined ? null : { code: step, ...stepLabel(step) }),
      }),
      phase: t.field({
        type: 'Label',
        nullable: true,
        resolve: ({ phase }) => phase && labelled(phase, PHASE_LABELS),
      }),
      turns: t.field({
        type: ['Turn'],
        complexity: SHORT_LIST,
        resolve: ({ turns, department }) => turns.map((turn) => ({ ...turn, department })),
      }),
    }),
  });
}
