import type { Page, PageOptions } from '../../projections/keyset.ts';
import type { DossierView as SearchHit } from '../../projections/dossier/views.ts';
import { STATUS_LABELS } from '../../wording/labels.ts';
import type { ApiBuilder } from '../builder.ts';
import type { ApiContext } from '../context.ts';
import { globalId } from '../global-id.ts';
import { waitUntilShown } from '../reading/at-least.ts';
import { connectionOf, pageOptions } from '../reading/page.ts';
import { isOpenTo } from '../reading/read-dossier.ts';
import { queryRefused } from '../refuse-query.ts';
import { labelled } from '../views/label.ts';

const TEXT_MOST = 200;
/** How many hits are looked at for one page, at most: what others may read costs time, too. */
const ROUNDS_MOST = 5;

/** Dossiers by words of their names, codes and numbers. */
export function addSearch(builder: ApiBuilder): void {
  builder.objectType('SearchHit', {
    fields: (t) => ({
      id: t.id({ resolve: ({ number }) => globalId('Dossier', number) }),
      number: t.exposeString('number'),
      projectName: t.exposeString('projectName'),
      projectCode: t.string({ nullable: true, resolve: ({ projectCode }) => projectCode }),
      investorName: t.string({ resolve: ({ investor }) => investor.name }),
      region: t.exposeString('region'),
      status: t.field({
        type: 'Label',
        resolve: ({ status }) => labelled(status, STATUS_LABELS),
      }),
    }),
  });
  builder.queryField('search', (t) =>
    t.connection(
      {
        type: 'SearchHit',
        authScopes: { signedIn: true },
        // Every hit is held against authority, which folds the dossier.
        complexity: ({ first }) => ({ field: 20, multiplier: 5 * (first ?? 20) }),
        description:
          '按项目名称、单位、代码或编号查找可查看的项目件。 Only what the viewer may read; a page may be short though more follows.',
        args: { text: t.arg.string({ required: true }), atLeast: t.arg.string() },
        resolve: async (_root, args, context) => {
          if (args.text.length > TEXT_MOST) throw queryRefused('BAD_INPUT', `text: ≤ ${TEXT_MOST}`);
          await waitUntilShown(args.atLeast, context);
          const { page, end } = await readableHits(args.text, pageOptions(args), context);
          const connection = connectionOf(page);
          const endCursor = end ?? connection.pageInfo.endCursor;
          return { ...connection, pageInfo: { ...connection.pageInfo, endCursor } };
        },
      },
      { name: 'SearchConnection' },
      { name: 'SearchEdge' },
    ),
  );
}

/** Goes on until the page is full, the hits are over, or enough was looked at for one request. */
async function readableHits(
  text: string,
  options: PageOptions,
  context: ApiContext,
): Promise<{ readonly page: Page<SearchHit>; readonly end: string | undefined }> {
  const edges: Page<SearchHit>['edges'][number][] = [];
  let { after } = options;
  for (let round = 0; round < ROUNDS_MOST; round += 1) {
    const found = await context.readModels.search.dossiers(text, {
      most: options.most,
      ...(after !== undefined && { after }),
    });
    for (const [index, edge] of found.edges.entries()) {
      after = edge.cursor;
      const { state } = await context.dossiers.load(edge.node.number);
      if (isOpenTo(state, context)) edges.push(edge);
      const isLast = index === found.edges.length - 1;
      if (edges.length === options.most) {
        return { page: { edges, hasMore: !isLast || found.hasMore }, end: after };
      }
    }
    if (!found.hasMore) return { page: { edges, hasMore: false }, end: after };
  }
  return { page: { edges, hasMore: true }, end: after };
}
