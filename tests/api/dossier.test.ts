/** What a dossier shows, to whom, and as of when. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openMemoryApi, type MemoryApi } from './memory-api.ts';
import { acceptedDossier, AGENT, carryOut, fieldOf, openDossier } from './scenes.ts';

let api: MemoryApi;
beforeAll(async () => {
  api = await openMemoryApi({
    replace: ({ projections }) => ({
      projections: {
        position: () => projections.position(),
        onProjected: (listener) => projections.onProjected(listener),
        // Whoever waits in vain need not wait long here.
        waitFor: (position) => projections.waitFor(position, position.startsWith('9') ? 20 : 5_000),
      },
    }),
  });
});
afterAll(() => api.close());

const DOSSIER = `query ($dossier: ID!, $atLeast: String, $asOf: AsOf) {
  dossier(dossier: $dossier, atLeast: $atLeast, asOf: $asOf) {
    id number projectName status { code zh en } pinned position revision
    procedure { procedure version name { zh en } }
    investor { name kind { code } contact { erased name phone } }
    answers hiddenAnswers
    stages { name { zh } lead { name { zh } } outcome { code } }
    items {
      item name { zh en } department { department name { zh } }
      step { code zh } phase { code zh } ending { code }
      turns { of { code } department { department } posts { code } commands { code zh } }
      exits { commands { code } } waitsFor { for { code zh } items { code } }
    }
    intakes { intake status { code zh } submittedAt noted { item { code } corrections { note } } }
    materials { material { code zh } required askedBy attachments { fileName } }
    papers { number kind { code zh } }
    nextActions { about { code } subject turns { commands { code } } missingMaterials }
    timeline(first: 50) { edges { cursor node { revision type { code zh } actor { post { zh } } facts } } pageInfo { hasNextPage endCursor } }
  }
}`;

async function see(as: string, dossier: string, more: object = {}) {
  return api.ask(DOSSIER, { as, variables: { dossier, ...more } });
}

describe('a dossier over the API', () => {
  it('shows the items side by side with whose turn it is', async () => {
    const number = await acceptedDossier(api);
    const { position } = await carryOut(api, 'd02.handler', 'handleItem', {
      dossier: number,
      input: { item: 'item-d02', proposal: 'APPROVE', opinion: '材料齐全，拟同意。' },
    });
    const answer = await see(AGENT, number, { atLeast: position });
    expect(answer.errors).toBeUndefined();
    const dossier = fieldOf(answer, 'dossier');
    expect(dossier).toMatchObject({
      number,
      position,
      status: { code: 'accepted', zh: '已受理', en: 'accepted' },
      pinned: true,
      procedure: { procedure: 'api-joint-approval', version: 1 },
      items: [
        { item: 'item-d01', step: { code: 'handling' } },
        {
          item: 'item-d02',
          name: { zh: '事项d02' },
          department: { department: '331100-d02', name: { zh: '部门d02' } },
          step: { code: 'reviewing', zh: '审核' },
          turns: [
            {
              of: { code: 'item' },
              department: { department: '331100-d02' },
              posts: [{ code: 'reviewer' }],
            },
          ],
        },
      ],
      intakes: [{ intake: 1, submittedAt: expect.stringMatching(/^2026-/) as string }],
      papers: [{ kind: { code: 'acceptance-notice', zh: '受理通知书' } }],
    });
    const { edges } = dossier['timeline'] as { edges: { node: { type: { code: string } } }[] };
    expect(edges.map(({ node }) => node.type.code)).toEqual([
      'DossierOpened',
      'FormFilled',
      'ItemsMatched',
      'ApplicationSubmitted',
      'ApplicationAccepted',
      'ItemHandled',
    ]);
  });

  it('is found by number and by global id, alone and as a node', async () => {
    const number = await openDossier(api);
    const byNumber = fieldOf(await see(AGENT, number), 'dossier');
    const byId = fieldOf(await see(AGENT, String(byNumber['id'])), 'dossier');
    expect(byId['number']).toBe(number);
    const node = await api.ask(
      'query ($id: ID!) { node(id: $id) { __typename id ... on Dossier { number } } }',
      { as: AGENT, variables: { id: byNumber['id'] } },
    );
    expect(node.data).toEqual({ node: { __typename: 'Dossier', id: byNumber['id'], number } });
  });

  it('shows whom to call to those who work on it, and to an administrator not', async () => {
    const number = await acceptedDossier(api);
    const seen = async (as: string) => fieldOf(await see(as, number), 'dossier');
    expect(await seen('d02.handler')).toMatchObject({
      investor: { contact: { erased: false, name: '陈工', phone: '13800000000' } },
      answers: { applicantId: '332501199001011234' },
      hiddenAnswers: [],
    });
    expect(await seen('administrator')).toMatchObject({
      investor: { name: '丽水某某机电有限公司', contact: null },
      answers: { floorArea: 12_000 },
      hiddenAnswers: ['applicantId'],
    });
  });

  it('looks the same unknown and forbidden', async () => {
    const number = await acceptedDossier(api);
    const unknown = await see(AGENT, '331100-00000-00000');
    expect(unknown).toEqual({ data: { dossier: null } });
    expect(await see('agent-zhou', number)).toEqual(unknown);
    expect(await see('d03.handler', number)).toEqual(unknown);
    expect(await see(AGENT, 'no number at all')).toEqual(unknown);
  });

  it('stands as it stood at a position and at an instant', async () => {
    const number = await openDossier(api);
    const before = fieldOf(await see(AGENT, number), 'dossier');
    await carryOut(api, AGENT, 'submitApplication', {
      dossier: number,
      input: { stage: 'approval' },
    });
    const asOf = { position: before['position'] };
    const then = fieldOf(await see('d02.handler', number, { asOf }), 'dossier');
    const now = fieldOf(await see('d02.handler', number), 'dossier');
    expect(then).toMatchObject({ status: { code: 'draft' }, intakes: [] });
    expect(then['timeline']).toMatchObject({ pageInfo: { hasNextPage: false } });
    expect((then['timeline'] as { edges: object[] }).edges).toHaveLength(3);
    expect(now).toMatchObject({ status: { code: 'submitted' } });
    const long = { instant: '2020-01-01T00:00:00Z' };
    expect(await see(AGENT, number, { asOf: long })).toEqual({ data: { dossier: null } });
  });

  it('is waited for in vain with a typed error that says to ask again', async () => {
    const number = await openDossier(api);
    const answer = await see(AGENT, number, { atLeast: '99999999999999999999' });
    expect(answer.errors?.[0]?.extensions).toMatchObject({ code: 'TIMEOUT', retryable: true });
    const wrong = await see(AGENT, number, { atLeast: 'yesterday' });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT' });
  });
});
