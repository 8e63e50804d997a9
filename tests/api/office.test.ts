/** What all dossiers share: departments, people, posts, procedures; and what is shown of persons. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apiDefinition } from './api-definition.ts';
import { openMemoryApi, type Answer, type MemoryApi } from './memory-api.ts';
import { acceptedDossier, AGENT, carryOut, fieldOf, freshRequest, openDossier } from './scenes.ts';

let api: MemoryApi;
beforeAll(async () => {
  api = await openMemoryApi();
});
afterAll(() => api.close());

const ADMINISTRATOR = 'administrator';

function publish(definition: string): Promise<Answer> {
  return api.ask(
    `mutation ($id: String!, $definition: String!) {
      publishProcedure(requestId: $id, definition: $definition) {
        __typename
        ... on CommandDone { position repeated }
        ... on InputRefused { issues { path problem messageZh } }
      }
    }`,
    { as: ADMINISTRATOR, variables: { id: freshRequest(), definition } },
  );
}

describe('the organisation', () => {
  it('is founded, staffed and asked who could sign, then and now', async () => {
    const input = {
      department: '331100-d09',
      kind: 'd09',
      region: '331100',
      nameZh: '消防支队',
      nameEn: 'Fire brigade',
    };
    await carryOut(api, ADMINISTRATOR, 'foundDepartment', { input });
    await carryOut(api, ADMINISTRATOR, 'registerPerson', {
      input: { person: 'han', name: '韩冰', subject: 'oidc|han' },
    });
    await carryOut(api, ADMINISTRATOR, 'appointToPost', {
      input: {
        post: 'd09.approver',
        kind: 'APPROVER',
        person: 'han',
        department: '331100-d09',
        from: '2026-01-01T08:00:00+08:00',
        to: '2027-01-01T00:00:00Z',
        letter: '丽组〔2026〕9号',
      },
    });
    const query = `query ($at: Instant) {
      whoCouldSign(department: "331100-d09", posts: [APPROVER], at: $at) {
        post letter from to person { name } department { name { zh } }
      }
    }`;
    const now = await api.ask(query, { as: AGENT });
    expect(now.data).toEqual({
      whoCouldSign: [
        {
          post: 'd09.approver',
          letter: '丽组〔2026〕9号',
          from: '2026-01-01T00:00:00.000Z',
          to: '2027-01-01T00:00:00.000Z',
          person: { name: '韩冰' },
          department: { name: { zh: '消防支队' } },
        },
      ],
    });
    const then = await api.ask(query, { as: AGENT, variables: { at: '2025-06-01T00:00:00Z' } });
    expect(then.data).toEqual({ whoCouldSign: [] });
    const departments = await api.ask('{ departments(kind: "d09") { department closed } }', {
      as: AGENT,
    });
    expect(departments.data).toEqual({
      departments: [{ department: '331100-d09', closed: false }],
    });
  });
});

describe('procedures', () => {
  it('show their stages, items and limits, each with where it comes from', async () => {
    const answer = await api.ask(
      `{ procedure(id: "api-joint-approval") {
        procedure version hash name { zh en } form { id type personal label { zh } }
        stages { stage lead { code zh } promise { amount unit { zh } source { isEstimate } }
          items { item name { zh } kind { zh } department { zh }
            limits { kind { zh } amount unit { zh } starts source { isEstimate estimate instrument { zh } article } }
            materials { material { code zh } required source { isEstimate } } } }
      } }`,
      { as: AGENT },
    );
    expect(answer.errors).toBeUndefined();
    expect(fieldOf(answer, 'procedure')).toMatchObject({
      version: 1,
      stages: [
        {
          lead: { code: 'd01', zh: '部门d01' },
          promise: { amount: 20, unit: { zh: '个工作日' }, source: { isEstimate: true } },
          items: [
            { item: 'item-d01' },
            {
              item: 'item-d02',
              kind: { zh: '承诺件' },
              limits: [
                {
                  kind: { zh: '承诺时限' },
                  amount: 10,
                  starts: 'accepted',
                  source: { isEstimate: true, instrument: null },
                },
              ],
              materials: [{ material: { code: 'site-plan', zh: '总平面图' }, required: false }],
            },
            { item: 'item-d03' },
          ],
        },
      ],
    });
  });

  it('are published as JSON, tried before a dossier moves, and never changed', async () => {
    const dossier = await acceptedDossier(api);
    const next = apiDefinition(2);
    expect(fieldOf(await publish(JSON.stringify(next)), 'publishProcedure')).toMatchObject({
      __typename: 'CommandDone',
    });
    const changed = { ...next, purpose: { zh: '改', en: 'changed' } };
    expect(fieldOf(await publish(JSON.stringify(changed)), 'publishProcedure')).toEqual({
      __typename: 'ProcedureVersionPublished',
    });
    const move = (version: number) =>
      api.ask(
        'query ($dossier: ID!, $version: Int!) { dryRunMove(dossier: $dossier, version: $version) { fromVersion toVersion added gone lost missingAnswers } }',
        { as: ADMINISTRATOR, variables: { dossier, version } },
      );
    expect((await move(2)).data).toEqual({
      dryRunMove: {
        fromVersion: 1,
        toVersion: 2,
        added: [],
        gone: [],
        lost: [],
        missingAnswers: [],
      },
    });
    expect((await move(7)).errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('that are no JSON, no definition or of no use are refused as input', async () => {
    const [stage] = apiDefinition(3).stages;
    const unreadable = { ...apiDefinition(3), stages: [{ ...stage, items: [{ item: 'x' }] }] };
    const useless = {
      ...apiDefinition(3),
      stages: [
        { ...stage, items: stage?.items.map((item) => ({ ...item, when: 'form.floorArea >' })) },
      ],
    };
    for (const text of ['{', '[]', JSON.stringify(unreadable), JSON.stringify(useless)]) {
      const answer = fieldOf(await publish(text), 'publishProcedure');
      expect(answer['__typename']).toBe('InputRefused');
      const [issue] = answer['issues'] as readonly { readonly path: string }[];
      expect(issue?.path).toMatch(/^definition/);
    }
  });
});

describe('personal data', () => {
  it('that was erased shows as erased, and the dossier goes on', async () => {
    const dossier = await openDossier(api);
    const loaded = await api.dossiers.load(dossier as never);
    if (loaded.state.status === 'none') throw new Error('the dossier is there');
    api.keys.erase(loaded.state.investor.contact.subject);
    // As of a position it is read from the log, where nobody can open it any more.
    const variables = { dossier, asOf: { position: loaded.position } };
    const answer = await api.ask(
      'query ($dossier: ID!, $asOf: AsOf) { dossier(dossier: $dossier, asOf: $asOf) { investor { name contact { erased name phone idNumber } } } }',
      { as: AGENT, variables },
    );
    expect(answer.data).toEqual({
      dossier: {
        investor: {
          name: '丽水某某机电有限公司',
          contact: { erased: true, name: null, phone: null, idNumber: null },
        },
      },
    });
  });
});

describe('what is found', () => {
  it('is only what the viewer may read, page by page', async () => {
    const numbers = [];
    for (let index = 0; index < 3; index += 1) numbers.push(await openDossier(api));
    const { position } = await carryOut(api, AGENT, 'assignAgent', {
      dossier: numbers[1] ?? '',
      input: { agent: 'agent-zhou' },
    });
    const query = `query ($after: String, $atLeast: String) {
      search(text: "电机 厂房", first: 1, after: $after, atLeast: $atLeast) {
        edges { node { number } } pageInfo { hasNextPage endCursor }
      }
    }`;
    const found: string[] = [];
    let after: string | null = null;
    for (let page = 0; page < 50; page += 1) {
      const variables = { after, atLeast: position };
      const answer = fieldOf(await api.ask(query, { as: 'agent-zhou', variables }), 'search');
      const { edges, pageInfo } = answer as unknown as {
        edges: { node: { number: string } }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      found.push(...edges.map(({ node }) => node.number));
      if (!pageInfo.hasNextPage) break;
      after = pageInfo.endCursor;
    }
    expect(found).toEqual([numbers[1]]);
  });
});
