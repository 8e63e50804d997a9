/** What only a socket shows: the offline page, pushes that end with the connection, a quiet stop. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENT, carryOut, openDossier } from './scenes.ts';
import { serveHouse, type ServedHouse } from './served-house.ts';

let served: ServedHouse;
beforeAll(async () => {
  served = await serveHouse({ graphiql: true });
});
afterAll(() => served.close());

const page = (url: string) => fetch(`${url}/graphql`, { headers: { accept: 'text/html' } });

describe('the page of GraphiQL', () => {
  it('needs nothing from outside, and the browser is held to it', async () => {
    const response = await page(served.url);
    expect(response.status).toBe(200);
    const html = await response.text();
    expect(html).toContain('会签');
    const markup = html.replaceAll(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, (element) =>
      element.slice(0, element.indexOf('>') + 1),
    );
    expect(markup.length).toBeLessThan(html.length / 10);
    expect([
      ...markup.matchAll(/\b(?:src|href|action|data)\s*=\s*["']?(?:https?:)?\/\//gi),
    ]).toEqual([]);
    const styles = [...html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/gi)].map(([, css]) => css);
    expect(styles.join('\n')).not.toMatch(/@import|url\(\s*["']?(?:https?:)?\/\//i);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('is not there in production', async () => {
    const production = await serveHouse();
    try {
      expect((await page(production.url)).status).toBe(405);
    } finally {
      await production.close();
    }
  });
});

async function follow(dossier: string, signal: AbortSignal) {
  const response = await fetch(`${served.url}/graphql`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'text/event-stream',
      ...(await served.headersFor(AGENT)),
    },
    body: JSON.stringify({
      query: 'subscription ($dossier: ID!) { dossierChanged(dossier: $dossier) { type { code } } }',
      variables: { dossier },
    }),
    signal,
  });
  if (!response.body) throw new Error('a subscription has a body');
  return response.body.pipeThrough(new TextDecoderStream()).getReader();
}

describe('pushes over a connection', () => {
  it('come while it is open, and end with it, two hundred times', async () => {
    const dossier = await openDossier(served);
    for (let round = 0; round < 20; round += 1) {
      const leaving = new AbortController();
      const readers = await Promise.all(
        Array.from({ length: 10 }, () => follow(dossier, leaving.signal)),
      );
      expect(served.feed.listeners).toBeGreaterThan(0);
      await Promise.all(readers.map((reader) => reader.read()));
      leaving.abort();
      await Promise.all(readers.map((reader) => reader.closed.catch(() => undefined)));
    }
    for (let turn = 0; turn < 200 && served.feed.listeners > 0; turn += 1) await sleep(10);
    expect(served.feed.listeners).toBe(0);
  });

  it('arrive right after the command', async () => {
    const dossier = await openDossier(served);
    const leaving = new AbortController();
    const reader = await follow(dossier, leaving.signal);
    await carryOut(served, AGENT, 'submitApplication', { dossier, input: { stage: 'approval' } });
    let text = '';
    while (!text.includes('ApplicationSubmitted')) text += (await reader.read()).value ?? '';
    expect(text).toContain('event: next');
    leaving.abort();
  });

  it('do not keep the server from stopping', async () => {
    const other = await serveHouse();
    const dossier = await openDossier(other);
    const response = await fetch(`${other.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(await other.headersFor(AGENT)),
      },
      body: JSON.stringify({
        query: 'subscription ($dossier: ID!) { dossierChanged(dossier: $dossier) { number } }',
        variables: { dossier },
      }),
    });
    const [text] = await Promise.all([response.text(), other.close()]);
    expect(text).toContain('event: complete');
  });
});
