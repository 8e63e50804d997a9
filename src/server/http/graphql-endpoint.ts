import { renderGraphiQL } from '@graphql-yoga/render-graphiql';
import type { GraphQLSchema } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Logger } from 'pino';
import type { ApiContext, ApiParts, Viewer } from '../../graphql/context.ts';
import { maskErrors } from './mask-errors.ts';
import { offlinePage } from './offline-page.ts';
import { onlyJsonPosts } from './only-json-posts.ts';
import { queryLimits } from './query-limits.ts';

export const GRAPHQL_PATH = '/graphql';

/** What is known about a request before GraphQL begins. */
export interface RequestFacts {
  readonly viewer: Viewer | undefined;
  readonly httpRequestId: string;
  /** Aborted when the client has gone. */
  readonly gone: AbortSignal;
}

export interface EndpointOptions {
  readonly schema: GraphQLSchema;
  readonly parts: ApiParts;
  readonly logger: Logger;
  /** GraphiQL in the browser, served from our own files; and names suggested after a slip. */
  readonly graphiql: boolean;
}

export type GraphqlEndpoint = YogaServerInstance<RequestFacts, ApiContext>;

/** GraphQL over HTTP: yoga with our context, limits and masking, and nothing decided here. */
export function createGraphqlEndpoint(options: EndpointOptions): GraphqlEndpoint {
  const { schema, parts, logger, graphiql } = options;
  return createYoga<RequestFacts, ApiContext>({
    schema,
    graphqlEndpoint: GRAPHQL_PATH,
    landingPage: false,
    graphiql: graphiql && { title: 'Countersign 会签', defaultQuery: GRAPHIQL_GREETING },
    renderGraphiQL,
    logging: false,
    // No page of another origin is let in; a console of another origin goes through its own server.
    cors: false,
    context: ({ viewer, httpRequestId, gone }) => ({ ...parts, viewer, httpRequestId, gone }),
    plugins: [
      onlyJsonPosts({ page: graphiql }),
      ...(graphiql ? [offlinePage()] : []),
      queryLimits({ suggestFields: graphiql }),
      maskErrors(logger),
    ],
    multipart: false,
    // The http server has refused what is too large; yoga would copy every body to count it again.
    maxRequestBodySize: false,
    batching: false,
    maskedErrors: false,
  });
}

const GRAPHIQL_GREETING = `# 会签 Countersign
{
  procedures { id name { zh en } version }
}
`;
