import SchemaBuilder from '@pothos/core';
import ComplexityPlugin from '@pothos/plugin-complexity';
import RelayPlugin from '@pothos/plugin-relay';
import ScopeAuthPlugin from '@pothos/plugin-scope-auth';
import { GraphQLError } from 'graphql';
import type { Answers } from '../domain/dossier/procedure.ts';
import type { Day, Instant } from '../kernel/instant.ts';
import type { ApiContext } from './context.ts';

/** How deep, broad and dear one operation may be; measured on the console's own queries. */
export const QUERY_LIMITS = { depth: 12, complexity: 4_000, breadth: 200 } as const;

export interface ApiTypes {
  Context: ApiContext;
  DefaultFieldNullability: false;
  AuthScopes: { signedIn: boolean };
  Scalars: {
    ID: { Input: string; Output: string };
    Instant: { Input: Instant; Output: Instant };
    Day: { Input: Day; Output: Day };
    FormAnswers: { Input: Answers; Output: Answers };
  };
}

export type ApiBuilder = ReturnType<typeof createBuilder>;

/** One builder a schema: every type registers itself on the builder that it is handed. */
export function createBuilder() {
  return new SchemaBuilder<ApiTypes>({
    defaultFieldNullability: false,
    plugins: [ScopeAuthPlugin, RelayPlugin, ComplexityPlugin],
    scopeAuth: {
      authScopes: (context) => ({ signedIn: context.viewer !== undefined }),
      unauthorizedError: () =>
        new GraphQLError('请先登录 / sign in first', { extensions: { code: 'UNAUTHENTICATED' } }),
    },
    relay: { clientMutationId: 'omit', cursorType: 'String' },
    complexity: { limit: QUERY_LIMITS, defaultComplexity: 1, defaultListMultiplier: 10 },
  });
}
