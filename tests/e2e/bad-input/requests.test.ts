// Goal: whatever a client sends, and even when the disk is full, the answer says in both languages
// what is wrong; what was acknowledged stays.
import { afterEach, describe, expect, it } from 'vitest';

import { openHouse } from '../../../src/server/house.ts';
import { wallClock } from '../../../src/server/wall-clock.ts';
import { AGENT } from '../../support/commands.ts';
import { bringToLife, type Life } from '../crash/serving-process.ts';
import { DOSSIER, useGoodFolder } from './good-folder.ts';

const folders = useGoodFolder();
/** Of `ulimit -f`: blocks of 512 bytes, so that some hundred commands fill it. */
const FULL_AT_BLOCKS = 5_000;
const TRIES_MOST = 2_000;

const lives: Life[] = [];
afterEach(async () => {
  for (const life of lives.splice(0)) await life.kill();
});

function serve(folder: string, fileMostBlocks?: number): Life {
  const life = bringToLife(folder, folders.signInKeys(), fileMostBlocks);
  lives.push(life);
  return life;
}

const CHINESE = /[\u4e00-\u9fff]{4}/;
const ENGLISH = /[A-Za-z]+( [A-Za-z".,]+){2}/;

async function post(life: Life, token: string, query: string, variables: object = {}) {
  const response = await fetch(`${await life.url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, text: await response.text() };
}

const FILL = `mutation ($id: String!, $dossier: ID!, $input: FillFormInput!) {
  fillForm(requestId: $id, dossier: $dossier, input: $input) {
    __typename
    ... on Refusal { code messageZh messageEn }
    ... on FormFieldUnknown { fields }
  }
}`;
const RENAME = `mutation ($id: String!, $dossier: ID!, $name: String!) {
  renameInvestor(requestId: $id, dossier: $dossier, input: { name: $name, reason: "改制" }) {
    __typename
    ... on CommandDone { position }
  }
}`;

describe('A request', () => {
  it.each([
    ['a token that is none', 'nonsense'],
    ['a token without signature', `${base64({ alg: 'none' })}.${base64({ sub: 'agent-lin' })}.`],
    ['a token of another issuer', `${base64({ alg: 'EdDSA' })}.${base64({ sub: 'x' })}.AAAA`],
  ])('with %s is refused before anything is looked at', async (_name, token) => {
    const life = serve(folders.good());
    const { status, text } = await post(life, token, '{ viewer { __typename } }');
    expect(status).toBe(401);
    expect(text).toMatch(CHINESE);
    expect(text).toMatch(ENGLISH);
    expect(text).not.toContain('    at ');
  });

  it('with an answer to a question that the form does not have names the question', async () => {
    const life = serve(folders.good());
    const token = await folders.issuer().tokenFor(AGENT.person);
    const variables = {
      id: 'fill-unknown',
      dossier: DOSSIER,
      input: { answers: { colour: 'red' } },
    };
    const { text } = await post(life, token, FILL, variables);
    expect(text).toContain('"fields":["colour"]');
    expect(text).toMatch(CHINESE);
    expect(text).toMatch(ENGLISH);
    expect(life.complaints()).toBe('');
  });
});

describe.skipIf(process.platform === 'win32')('A disk that fills up under the server', () => {
  it('is told to the client; nothing acknowledged is lost, and the service goes on after', async () => {
    const folder = folders.spoilt('full');
    const small = serve(folder, FULL_AT_BLOCKS);
    const token = await folders.issuer().tokenFor(AGENT.person);
    const rename = (life: Life, count: number) =>
      post(life, token, RENAME, {
        id: `renaming-${count}`,
        dossier: DOSSIER,
        name: `云和改名${count}号`.padEnd(180, '会'),
      });
    const acknowledged: string[] = [];
    let refused = '';
    for (let count = 0; refused === '' && count < TRIES_MOST; count += 1) {
      const { text } = await rename(small, count);
      if (text.includes('CommandDone')) acknowledged.push(`renaming-${count}`);
      else refused = text;
    }
    expect(refused).toContain('"code":"STORE_FULL"');
    expect(refused).toMatch(CHINESE);
    expect(refused).toMatch(ENGLISH);
    expect(acknowledged.length).toBeGreaterThan(5);
    await small.kill();

    const roomy = serve(folder);
    const again = await rename(roomy, acknowledged.length);
    expect(again.text).toContain('CommandDone');
    await roomy.kill();
    const house = await openHouse({ folder, now: wallClock, mode: 'read' });
    const { requests } = await house.dossiers.load(DOSSIER);
    await house.close();
    expect([...requests.keys()].filter((id) => id.startsWith('renaming-'))).toEqual([
      ...acknowledged,
      `renaming-${acknowledged.length}`,
    ]);
  });
});

function base64(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
