/** What is pushed: nothing twice, nothing missed, nothing to who may not see it, nothing left behind. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PostId, RequestId } from '../../src/kernel/ids.ts';
import { OFFICE_ITSELF } from '../../src/domain/organisation/decide.ts';
import { openMemoryApi, type Answer, type MemoryApi } from './memory-api.ts';
import { acceptedDossier, AGENT, carryOut, fieldOf, freshRequest, openDossier } from './scenes.ts';

let api: MemoryApi;
beforeAll(async () => {
  api = await openMemoryApi();
});
afterAll(() => api.close());

const DOSSIER_CHANGED = `subscription ($dossier: ID!, $after: String) {
  dossierChanged(dossier: $dossier, after: $after) { number position revision type { code zh } }
}`;
const INBOX_CHANGED = `subscription ($department: String!, $after: String) {
  inboxChanged(department: $department, after: $after) { department position }
}`;

const typeOf = (answer: Answer | undefined) =>
  answer && (fieldOf(answer, 'dossierChanged')['type'] as { code: string }).code;

async function nothingIsLeft(): Promise<boolean> {
  for (let turn = 0; turn < 200 && api.feed.listeners > 0; turn += 1) await sleep(5);
  return api.feed.listeners === 0;
}

describe('a subscription to a dossier', () => {
  it('pushes each event once, live', async () => {
    const dossier = await openDossier(api);
    const events = await api.subscribe(DOSSIER_CHANGED, { as: AGENT, variables: { dossier } });
    const next = events.next();
    await carryOut(api, AGENT, 'submitApplication', { dossier, input: { stage: 'approval' } });
    expect(typeOf(await next)).toBe('ApplicationSubmitted');
    await carryOut(api, 'd01.window', 'acceptApplication', { dossier, input: { intake: 1 } });
    expect(typeOf(await events.next())).toBe('ApplicationAccepted');
    events.close();
  });

  it('leaves no hole after the position of a query, and repeats nothing', async () => {
    const dossier = await openDossier(api);
    const seen = fieldOf(
      await api.ask('query ($dossier: ID!) { dossier(dossier: $dossier) { position } }', {
        as: AGENT,
        variables: { dossier },
      }),
      'dossier',
    );
    await carryOut(api, AGENT, 'submitApplication', { dossier, input: { stage: 'approval' } });
    const variables = { dossier, after: seen['position'] };
    const events = await api.subscribe(DOSSIER_CHANGED, { as: AGENT, variables });
    await carryOut(api, 'd01.window', 'acceptApplication', { dossier, input: { intake: 1 } });
    expect(typeOf(await events.next())).toBe('ApplicationSubmitted');
    expect(typeOf(await events.next())).toBe('ApplicationAccepted');
    events.close();
  });

  it('is refused to who may not read it, as if it were not there', async () => {
    const dossier = await openDossier(api);
    const codes = await Promise.all(
      [
        { as: 'agent-zhou', dossier },
        { as: AGENT, dossier: '331100-00000-00000' },
        { as: AGENT, dossier: 'nonsense' },
      ].map(async ({ as, dossier: asked }) => {
        const answer = await api.ask(DOSSIER_CHANGED, { as, variables: { dossier: asked } });
        return answer.errors?.[0]?.extensions?.['code'];
      }),
    );
    expect(codes).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  });

  it('ends as soon as the viewer loses the dossier', async () => {
    const dossier = await openDossier(api);
    const events = await api.subscribe(DOSSIER_CHANGED, { as: AGENT, variables: { dossier } });
    await carryOut(api, AGENT, 'assignAgent', { dossier, input: { agent: 'agent-zhou' } });
    const last = await events.next();
    expect(last?.errors?.[0]?.extensions).toMatchObject({ code: 'NOT_FOUND' });
    expect(await events.next()).toBeUndefined();
  });

  it('ends when the token does', async () => {
    const dossier = await openDossier(api);
    const expiresAtMs = Date.parse(api.now()) + 50;
    const asked = { as: AGENT, variables: { dossier }, expiresAtMs };
    const events = await api.subscribe(DOSSIER_CHANGED, asked);
    const last = await events.next();
    expect(last?.errors?.[0]?.extensions).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await events.next()).toBeUndefined();
  });

  it('leaves nothing behind when two hundred come and go', async () => {
    const dossier = await acceptedDossier(api);
    for (let round = 0; round < 200; round += 1) {
      const isDossier = round % 2 === 0;
      const events = isDossier
        ? await api.subscribe(DOSSIER_CHANGED, { as: AGENT, variables: { dossier } })
        : await api.subscribe(INBOX_CHANGED, {
            as: 'd01.window',
            variables: { department: '331100-d01' },
          });
      // Some leave while they wait, some before they ever did.
      if (round % 3 === 0) void events.next();
      events.close();
    }
    expect(await nothingIsLeft()).toBe(true);
  });
});

describe('a subscription to an inbox', () => {
  it('says that the inbox shows something else once queries show it', async () => {
    const variables = { department: '331100-d02' };
    const events = await api.subscribe(INBOX_CHANGED, { as: 'd02.handler', variables });
    const dossier = await acceptedDossier(api);
    let change = fieldOf((await events.next()) ?? {}, 'inboxChanged');
    const shown = async () => {
      const answer = await api.ask(
        `query ($department: String!, $atLeast: String) {
          inbox(department: $department, atLeast: $atLeast, first: 100) { edges { node { number subject } } }
        }`,
        { as: 'd02.handler', variables: { ...variables, atLeast: change['position'] } },
      );
      return JSON.stringify(answer.data);
    };
    while (!(await shown()).includes(dossier)) {
      change = fieldOf((await events.next()) ?? {}, 'inboxChanged');
    }
    expect(await shown()).toContain(dossier);
    events.close();
  });

  it('pushes at once where there may be news since the position', async () => {
    const { position } = await carryOut(api, AGENT, 'renameInvestor', {
      dossier: await acceptedDossier(api),
      input: { name: '丽水某某电机股份有限公司', reason: '改制' },
    });
    await api.projections.waitFor(position as never, 5_000);
    const after = '00000000000000000001';
    const events = await api.subscribe(INBOX_CHANGED, {
      as: 'd02.handler',
      variables: { department: '331100-d02', after },
    });
    expect(fieldOf((await events.next()) ?? {}, 'inboxChanged')).toMatchObject({
      department: '331100-d02',
    });
    events.close();
  });

  it('is refused to other departments, and ends with the post', async () => {
    const variables = { department: '331100-d02' };
    const refused = await api.ask(INBOX_CHANGED, { as: 'd01.window', variables });
    expect(refused.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    const events = await api.subscribe(INBOX_CHANGED, { as: 'd02.reviewer', variables });
    const ended = await api.reference.handle({
      requestId: freshRequest() as RequestId,
      actor: { person: OFFICE_ITSELF, post: 'administrator' },
      command: {
        type: 'EndPost',
        post: 'd02.reviewer' as PostId,
        at: api.now(),
        reason: '调离',
      },
    });
    expect(ended.ok).toBe(true);
    await acceptedDossier(api);
    const last = await events.next();
    expect(last?.errors?.[0]?.extensions).toMatchObject({ code: 'FORBIDDEN' });
    expect(await events.next()).toBeUndefined();
  });
});
