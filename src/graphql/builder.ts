import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import type { Answers } from '../domain/dossier/procedure.ts';
import type { Day, Instant } from '../kernel/instant.ts';
import type { ApiContext } from './context.ts';
import { fromGlobalId, globalId } from './global-id.ts';
import type { ApiObjects } from './objects.ts';
import { queryRefused } from './refuse-query.ts';

/** How deep, broad and dear one operation may be; measured on the console's own queries. */
export const QUERY_LIMITS = { depth: 12, complexity: 4_000, breadth: 200 } as const;

export interface ApiTypes {
  Context: ApiContext;
  DefaultFieldNullability: false;
  DefaultEdgesNullability: false;
  DefaultNodeNullability: false;
  AuthScopes: { signedIn: boolean; holdsPost: boolean };
  Objects: ApiObjects;
  Scalars: {
    ID: { Input: string; Output: string };
    Instant: { Input: Instant; Output: Instant };
    Day: { Input: Day; Output: Day };
    FormAnswers: { Input: Answers; Output: Answers };
    Facts: { Input: never; Output: Readonly<Record<string, unknown>> };
  };
}

export type ApiBuilder = ReturnType<typeof createBuilder>;

/** One builder a schema: every type registers itself on the builder that it is handed. */
export function createBuilder() {
  return new SchemaBuilder<ApiTypes>({
    defaultFieldNullability: false,
    plugins: [ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
    scopeAuth: {
      authScopes: ({ viewer }) => ({
        signedIn: viewer !== undefined,
        holdsPost: viewer !== undefined && viewer.posts.length > 0,
      }),
      authorizeOnSubscribe: true,
      unauthorizedError: (_parent, { viewer }) =>
        queryRefused(viewer ? 'FORBIDDEN' : 'UNAUTHENTICATED'),
    },
    relay: {
      clientMutationId: 'omit',
      cursorType: 'String',
      encodeGlobalID: (typename, id) => globalId(typename, String(id)),
      decodeGlobalID: fromGlobalId,
      nodeQueryOptions: { authScopes: { signedIn: true } },
      nodesQueryOptions: { authScopes: { signedIn: true } },
      // A connection itself is priced by how much is asked for; its lists must not count twice.
      edgesFieldOptions: { nullable: false, complexity: { field: 0, multiplier: 1 } },
      nodeFieldOptions: { nullable: false },
    },
    complexity: { limit: QUERY_LIMITS, defaultComplexity: 1, defaultListMultiplier: 10 },
  });
}
