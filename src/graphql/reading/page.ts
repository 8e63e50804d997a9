import type { Page, PageOptions } from '../../projections/keyset.ts';
import { PAGE_DEFAULT, PAGE_MOST } from '../price.ts';
import { queryRefused } from '../refuse-query.ts';

interface ConnectionArgs {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

/**
 * What is asked of a list that can only be read forwards.
 * @throws GraphQLError BAD_INPUT for `last` and `before`, and for pages that are too long
 */
export function pageOptions({ first, after, last, before }: ConnectionArgs): PageOptions {
  if (isGiven(last) || isGiven(before)) throw queryRefused('BAD_INPUT', 'last, before');
  const most = first ?? PAGE_DEFAULT;
  if (most < 1 || most > PAGE_MOST) throw queryRefused('BAD_INPUT', `first: 1–${PAGE_MOST}`);
  return isGiven(after) ? { most, after } : { most };
}

/** A page in the form of a Relay connection. */
export function connectionOf<Node>({ edges, hasMore }: Page<Node>) {
  return {
    edges: [...edges],
    pageInfo: {
      hasNextPage: hasMore,
      // Whether there is more before is not known to a list that is read forwards.
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function isGiven<Value>(value: Value): value is NonNullable<Value> {
  return value !== null && value !== undefined;
}
