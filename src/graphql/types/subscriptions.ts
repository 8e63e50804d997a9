import { dossierStream } from '../../codec/dossier-stream.ts';
import type { DepartmentId } from '../../kernel/ids.ts';
import { EVENT_LABELS } from '../../wording/event-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { dossierChanges } from '../feed/dossier-changes.ts';
import { inboxChanges } from '../feed/inbox-changes.ts';
import { dossierNumberOf, globalId } from '../global-id.ts';
import { readPosition } from '../reading/as-of.ts';
import { queryRefused } from '../refuse-query.ts';
import { labelled } from '../views/label.ts';

/** What is pushed over server-sent events, each time after it was committed. */
export function addSubscriptions(builder: ApiBuilder): void {
  builder.subscriptionType({});
  addDossierChanged(builder);
  addInboxChanged(builder);
}

const AFTER =
  '自此位置之后，不漏不重。 Everything after this position, none twice; from now on when absent.';

function addDossierChanged(builder: ApiBuilder): void {
  builder.objectType('DossierChange', {
    fields: (t) => ({
      id: t.id({ resolve: ({ dossier }) => globalId('Dossier', dossier) }),
      number: t.string({ resolve: ({ dossier }) => dossier }),
      position: t.exposeString('position'),
      revision: t.exposeInt('revision'),
      type: t.field({ type: 'Label', resolve: ({ type }) => labelled(type, EVENT_LABELS) }),
      recordedAt: t.expose('recordedAt', { type: 'Instant' }),
    }),
  });
  builder.subscriptionField('dossierChanged', (t) =>
    t.field({
      type: 'DossierChange',
      authScopes: { signedIn: true },
      description: '项目件有新事件。 Each event of a dossier, right after it is committed.',
      args: {
        dossier: t.arg.id({ required: true }),
        after: t.arg.string({ description: AFTER }),
      },
      subscribe: (_root, { dossier, after }, context) => {
        const number = dossierNumberOf(dossier);
        if (number === undefined) throw queryRefused('NOT_FOUND');
        const position = after ? readPosition(after, 'after') : undefined;
        return dossierChanges({ number, stream: dossierStream(number), position }, context);
      },
      resolve: (change) => change,
    }),
  );
}

function addInboxChanged(builder: ApiBuilder): void {
  builder.objectType('InboxChange', {
    fields: (t) => ({
      department: t.exposeString('department'),
      position: t.exposeString('position', {
        description: '查询已含至此位置。 What queries show has come this far.',
      }),
    }),
  });
  builder.subscriptionField('inboxChanged', (t) =>
    t.field({
      type: 'InboxChange',
      authScopes: { holdsPost: true },
      description: '部门收件箱有变化。 The inbox shows something else; ask it again.',
      args: {
        department: t.arg.string({ required: true }),
        after: t.arg.string({
          description:
            '若自此位置后已有进展，即刻推送一次。 Pushes at once where there may be news after it.',
        }),
      },
      subscribe: (_root, { department, after }, context) =>
        inboxChanges(
          department as DepartmentId,
          after ? readPosition(after, 'after') : undefined,
          context,
        ),
      resolve: (change) => change,
    }),
  );
}
