import type { Plugin } from 'graphql-yoga';
import { apiProblemSentences, type ApiProblem } from '../../wording/api-problems.ts';

/**
 * GraphQL is asked by POST with a JSON body and nothing else: no browser sends that to another site
 * without asking first, so no page can act for somebody who is signed in. The one GET is the page of
 * GraphiQL, where it is served at all.
 */
export function onlyJsonPosts({ page }: { readonly page: boolean }): Plugin {
  return {
    onRequest(asked) {
      const { request, url, fetchAPI } = asked;
      const problem = problemOf(request, page && !url.searchParams.has('query'));
      if (problem === undefined) return;
      const body = JSON.stringify({ code: problem, ...apiProblemSentences(problem) });
      const headers = {
        'content-type': 'application/json; charset=utf-8',
        ...(problem === 'only-post' && { allow: 'POST' }),
      };
      const status = problem === 'only-post' ? 405 : 415;
      asked.endResponse(new fetchAPI.Response(`${body}\n`, { status, headers }));
    },
  };
}

function problemOf(request: Request, page: boolean): ApiProblem | undefined {
  if (request.method === 'GET' && page && accepts(request, 'text/html')) return undefined;
  if (request.method !== 'POST') return 'only-post';
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type === 'application/json' ? undefined : 'only-json';
}

function accepts(request: Request, type: string): boolean {
  return request.headers.get('accept')?.includes(type) ?? false;
}
