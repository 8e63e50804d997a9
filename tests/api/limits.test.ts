/** How much one request may ask, in what form, and what comes out when something breaks inside. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getIntrospectionQuery, graphql } from 'graphql';
import { StoreFault } from '../../src/eventstore/faults.ts';
import { createBuilder, QUERY_LIMITS } from '../../src/graphql/builder.ts';
import { openMemoryApi, type Answer, type MemoryApi } from './memory-api.ts';
import { AGENT, carryOut, fieldOf, freshRequest, INVESTOR, openDossier } from './scenes.ts';

let api: MemoryApi;
beforeAll(async () => {
  api = await openMemoryApi();
});
afterAll(() => api.close());

const messageOf = (answer: Answer) => answer.errors?.[0]?.message ?? '';

function request(init: RequestInit & { readonly query?: string }): Promise<Response> {
  const url = `http://api/graphql${init.query ?? ''}`;
  const facts = {
    viewer: undefined,
    httpRequestId: 'request-1',
    gone: new AbortController().signal,
  };
  return Promise.resolve(api.yoga.fetch(new Request(url, init), facts));
}

describe('one operation', () => {
  it(`goes at most ${QUERY_LIMITS.depth} fields deep, should the schema ever have a circle`, async () => {
    const builder = createBuilder();
    const circle = builder.objectRef<object>('Circle');
    circle.implement({
      fields: (t) => ({ again: t.field({ type: circle, resolve: () => ({}) }) }),
    });
    builder.queryType({
      fields: (t) => ({ again: t.field({ type: circle, resolve: () => ({}) }) }),
    });
    const schema = builder.toSchema();
    const ask = async (levels: number): Promise<string> => {
      const source = `${'{ again '.repeat(levels)}{ __typename }${' }'.repeat(levels)}`;
      const result = await graphql({ schema, source, contextValue: {} });
      return result.errors?.[0]?.message ?? 'answered';
    };
    expect(await ask(QUERY_LIMITS.depth - 1)).toBe('answered');
    expect(await ask(QUERY_LIMITS.depth + 1)).toContain('depth');
  });

  it('does not run in circles through the description of the schema', async () => {
    const fields = (levels: number): string =>
      levels === 0 ? 'name' : `fields { type { ${fields(levels - 1)} } }`;
    const answer = await api.ask(`{ __schema { types { ${fields(3)} } } }`, { as: AGENT });
    expect(messageOf(answer)).toMatch(/introspection depth/i);
  });

  it('costs what it asks for: too many pages of too much are refused before they are read', async () => {
    const entry = 'number turns { of { code zh en } department { name { zh en } } matters }';
    const page = (first: number) =>
      `{ agentDesk(first: ${first}) { edges { node { ${entry} } } } }`;
    expect((await api.ask(page(20), { as: AGENT })).errors).toBeUndefined();
    const dear = `{ a: agentDesk(first: 100) { edges { node { ${entry} } } } b: agentDesk(first: 100) { edges { node { ${entry} } } } c: agentDesk(first: 100) { edges { node { ${entry} } } } }`;
    expect(messageOf(await api.ask(dear, { as: AGENT }))).toContain('complex');
  });

  it(`names at most ${QUERY_LIMITS.breadth} fields`, async () => {
    const spreads = '... on Query { viewer { person { person name erased } } } ';
    const answer = await api.ask(`{ ${spreads.repeat(60)} }`, { as: AGENT });
    expect(messageOf(answer)).toContain('breadth');
  });

  it('has at most thirty aliases', async () => {
    const fields = (count: number) =>
      Array.from({ length: count }, (_, index) => `a${index}: __typename`).join(' ');
    expect((await api.ask(`{ ${fields(30)} }`, { as: AGENT })).errors).toBeUndefined();
    expect(messageOf(await api.ask(`{ ${fields(31)} }`, { as: AGENT }))).toContain('别名过多');
  });

  it('has at most five thousand tokens', async () => {
    const answer = await api.ask(`{ ${'__typename '.repeat(5_001)} }`, { as: AGENT });
    expect(messageOf(answer)).toMatch(/tokens/i);
  });

  it('may ask what there is, also before anybody signs in', async () => {
    const answer = await api.ask(getIntrospectionQuery());
    expect(answer.errors).toBeUndefined();
    expect(fieldOf(answer, '__schema')['types']).toBeInstanceOf(Array);
  });

  it('is told no names of fields that it did not know', async () => {
    const answer = await api.ask('{ viewr { person { name } } }', { as: AGENT });
    expect(messageOf(answer)).not.toContain('viewer');
  });

  it('reads pages of one to a hundred, forwards', async () => {
    const code = async (args: string) => {
      const answer = await api.ask(`{ agentDesk(${args}) { pageInfo { hasNextPage } } }`, {
        as: AGENT,
      });
      return answer.errors?.[0]?.extensions?.['code'];
    };
    expect(await code('first: 100')).toBeUndefined();
    expect(await code('first: 101')).toBe('BAD_INPUT');
    expect(await code('first: 0')).toBe('BAD_INPUT');
    expect(await code('last: 5')).toBe('BAD_INPUT');
    expect(await code('after: "nonsense"')).toBe('BAD_CURSOR');
  });
});

describe('the form of a request', () => {
  const body = JSON.stringify({ query: '{ __typename }' });

  it('is POST with JSON: nothing that a foreign page could send unasked', async () => {
    const statuses = await Promise.all(
      [
        { method: 'GET', query: '?query=%7B__typename%7D' },
        { method: 'GET', query: '?query=mutation%7B__typename%7D' },
        { method: 'GET', headers: { accept: 'text/event-stream' }, query: '?query=subscription' },
        { method: 'PUT', body, headers: { 'content-type': 'application/json' } },
        { method: 'POST', body, headers: { 'content-type': 'text/plain' } },
        { method: 'POST', body: new URLSearchParams({ query: '{ __typename }' }) },
        { method: 'POST', body: new FormData() },
        { method: 'POST', body, headers: { 'content-type': 'application/graphql' } },
        { method: 'POST', body, headers: { 'content-type': 'application/json; charset=utf-8' } },
      ].map(async (init) => (await request(init)).status),
    );
    expect(statuses).toEqual([405, 405, 405, 405, 415, 415, 415, 415, 200]);
  });

  it('comes from our own origin: no foreign page is told that it may ask', async () => {
    const foreign = { origin: 'https://elsewhere.example', 'content-type': 'application/json' };
    const preflight = await request({
      method: 'OPTIONS',
      headers: {
        ...foreign,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
    const asked = await request({ method: 'POST', body, headers: foreign });
    for (const { headers } of [preflight, asked]) {
      expect([...headers.keys()].filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
  });

  it('holds one operation, not a batch', async () => {
    const batch = JSON.stringify([{ query: '{ __typename }' }, { query: '{ __typename }' }]);
    const headers = { 'content-type': 'application/json' };
    const response = await request({ method: 'POST', body: batch, headers });
    expect(response.status).toBe(400);
  });

  it('need not be JSON at all to be answered in a sentence', async () => {
    const headers = { 'content-type': 'application/json' };
    const response = await request({ method: 'POST', body: '{"query":', headers });
    expect(response.status).toBe(400);
    expect(await response.text()).not.toContain('at ');
  });
});

describe('what comes out when something breaks inside', () => {
  async function answerWhen(error: unknown): Promise<Answer> {
    const broken = await openMemoryApi({
      replace: ({ dossiers }) => ({
        dossiers: {
          handle: async () => {
            throw error;
          },
          load: (number) => dossiers.load(number),
        },
      }),
    });
    try {
      return await broken.ask(
        'mutation ($id: String!, $input: OpenDossierInput!) { openDossier(requestId: $id, input: $input) { __typename } }',
        {
          as: AGENT,
          variables: {
            id: freshRequest(),
            input: {
              procedure: 'api-joint-approval',
              projectName: '厂房',
              region: '331100',
              investor: INVESTOR,
              secret: false,
            },
          },
        },
      );
    } finally {
      await broken.close();
    }
  }

  it('is masked under the id of the request', async () => {
    const answer = await answerWhen(new Error('password of the database: 1234'));
    expect(JSON.stringify(answer)).not.toContain('1234');
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringContaining('Unexpected error.') as string,
      extensions: { code: 'UNEXPECTED', retryable: false, httpRequestId: 'request-1' },
    });
  });

  it('says of a fault that it may pass, with no path of the machine', async () => {
    const passing = await answerWhen(
      new StoreFault({ code: 'store-unavailable', reason: '/srv/secret' }),
    );
    expect(passing.errors?.[0]?.extensions).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      retryable: true,
    });
    const full = await answerWhen(new StoreFault({ code: 'store-full', path: '/srv/secret' }));
    expect(full.errors?.[0]?.extensions).toMatchObject({ code: 'STORE_FULL', retryable: false });
    const corrupt = await answerWhen(
      new StoreFault({ code: 'store-corrupt', path: '/srv/secret', reason: 'x' }),
    );
    expect(corrupt.errors?.[0]?.extensions).toMatchObject({ code: 'UNEXPECTED' });
    expect(JSON.stringify([passing, full, corrupt])).not.toContain('/srv');
  });
});

describe('a command', () => {
  const HANDLE = `mutation ($requestId: String!, $dossier: ID!, $input: HandleItemInput!) {
    handleItem(requestId: $requestId, dossier: $dossier, input: $input) {
      __typename ... on Refusal { code } ... on InputRefused { issues { path problem } }
    }
  }`;

  it('that is wrong as well as forbidden is forbidden', async () => {
    const dossier = await openDossier(api);
    const variables = {
      requestId: 'x',
      dossier,
      input: { item: 'NOT A SLUG', proposal: 'APPROVE', opinion: '长'.repeat(5_000) },
    };
    const agent = await api.ask(HANDLE, { as: AGENT, variables });
    expect(fieldOf(agent, 'handleItem')['__typename']).toBe('OutsideAuthority');
    const handler = await api.ask(HANDLE, { as: 'd02.handler', variables });
    expect(fieldOf(handler, 'handleItem')['__typename']).toBe('InputRefused');
    const nobody = await api.ask(HANDLE, { variables });
    expect(nobody.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is carried out once however often it is sent', async () => {
    const dossier = await openDossier(api);
    const rename = `mutation ($requestId: String!, $dossier: ID!, $name: String!) {
      renameInvestor(requestId: $requestId, dossier: $dossier, input: { name: $name, reason: "改制" }) {
        __typename ... on CommandDone { position repeated }
      }
    }`;
    const variables = { requestId: freshRequest(), dossier, name: '新名称有限公司' };
    const first = fieldOf(await api.ask(rename, { as: AGENT, variables }), 'renameInvestor');
    const again = fieldOf(await api.ask(rename, { as: AGENT, variables }), 'renameInvestor');
    expect(first).toMatchObject({ repeated: false });
    expect(again).toEqual({ ...first, repeated: true });
    const other = { ...variables, name: '另一名称' };
    const reused = fieldOf(
      await api.ask(rename, { as: AGENT, variables: other }),
      'renameInvestor',
    );
    expect(reused['__typename']).toBe('RequestIdReused');
  });

  it('takes null for an absent field', async () => {
    const dossier = await openDossier(api);
    const input = { stage: 'approval', items: null };
    const { position } = await carryOut(api, AGENT, 'submitApplication', { dossier, input });
    expect(position).toMatch(/^\d{20}$/);
  });
});
