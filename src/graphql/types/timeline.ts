import { EVENT_LABELS } from '../../wording/event-labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { pagePrice } from '../price.ts';
import { waitUntilShown } from '../reading/at-least.ts';
import { connectionOf, pageOptions } from '../reading/page.ts';
import { labelled } from '../views/label.ts';

/** What happened in a dossier, event by event. */
export function addTimeline(builder: ApiBuilder): void {
  builder.objectType('TimelineEntry', {
    description: '一项事件。 One event, with when it happened and when it was written down.',
    fields: (t) => ({
      revision: t.exposeInt('revision'),
      position: t.exposeString('position'),
      type: t.field({ type: 'Label', resolve: ({ type }) => labelled(type, EVENT_LABELS) }),
      occurredAt: t.expose('occurredAt', { type: 'Instant' }),
      recordedAt: t.expose('recordedAt', { type: 'Instant' }),
      backEntryMs: t.exposeFloat('backEntryMs', {
        description: '补录间隔（毫秒）。 How long after it happened it was written down.',
      }),
      actor: t.expose('actor', { type: 'Actor' }),
      item: t.string({ nullable: true, resolve: ({ item }) => item }),
      stage: t.string({ nullable: true, resolve: ({ stage }) => stage }),
      paper: t.string({ nullable: true, resolve: ({ paper }) => paper }),
      facts: t.expose('facts', { type: 'Facts' }),
    }),
  });
  builder.objectField('Dossier', 'timeline', (t) =>
    t.connection(
      {
        type: 'TimelineEntry',
        complexity: pagePrice,
        description:
          '办理过程，自前至后。 The first event first; as of the moment that was asked for.',
        resolve: async (view, args, context) => {
          // What the tables show is never behind the dossier it stands in.
          await waitUntilShown(view.position, context);
          const page = await context.readModels.dossiers.timeline(
            view.state.number,
            pageOptions(args),
          );
          const seen = page.edges.filter(({ node }) => node.revision <= view.revision);
          return connectionOf({
            edges: seen,
            hasMore: page.hasMore && seen.length === page.edges.length,
          });
        },
      },
      { name: 'TimelineConnection' },
      { name: 'TimelineEdge' },
    ),
  );
}
