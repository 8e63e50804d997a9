// Goal: `npm start` on an empty folder gives a newcomer a whole office, brought there by commands;
// the next start goes on from there; and nobody but this machine can reach it.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FIRST_QUERIES } from '../../src/cli/demo/welcome.ts';
import { officeClient, type OfficeClient } from '../../src/cli/demo/office-client.ts';
import { giveCommand } from '../../src/cli/demo/give-command.ts';
import { TimelineReader, type TimelineEntry } from '../../src/cli/demo/timeline.ts';
import type { Attachment } from '../../src/domain/dossier/parts.ts';
import type { ItemSlug } from '../../src/kernel/ids.ts';
import { CountersignProcess } from './countersign-process.ts';

const HOSPITAL = '331100-G9N5A-JJXK6';

let folder = '';
let data = '';
let demo: CountersignProcess | undefined;
let url = '';
let client: OfficeClient;

async function start(): Promise<void> {
  demo = new CountersignProcess(['demo', '--data', data, '--port', '0']);
  url = (await demo.printed(/(http:\/\/127\.0\.0\.1:\d+)\/graphql/))[1] ?? '';
  client = officeClient(url);
}

async function stop(): Promise<void> {
  const ended = await demo?.stop();
  demo = undefined;
  expect(ended).toMatchObject({ code: 0, err: '' });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-demo-test-'));
  data = join(folder, 'data');
  await start();
});
afterAll(async () => {
  await demo?.stop();
  rmSync(folder, { recursive: true });
});

interface Entry {
  readonly number: string;
  readonly procedure: string;
  readonly status: { readonly code: string };
}

/** Every dossier of the demo, open and ended, by its agent. */
async function dossiers(): Promise<readonly Entry[]> {
  const found: Entry[] = [];
  for (const agent of ['agent-lin', 'agent-zhou']) {
    for (const isOpen of [true, false]) {
      const { agentDesk } = await client.ask<{
        readonly agentDesk: { readonly edges: readonly { readonly node: Entry }[] };
      }>(
        agent,
        `query ($isOpen: Boolean) {
           agentDesk(isOpen: $isOpen) { edges { node { number procedure status { code } } } }
         }`,
        { isOpen },
      );
      found.push(...agentDesk.edges.map(({ node }) => node));
    }
  }
  return found;
}

async function timelineOf(dossier: string): Promise<readonly TimelineEntry[]> {
  return new TimelineReader(dossier, 'auditor', client).news();
}

async function timelines(): Promise<readonly TimelineEntry[]> {
  const found = await Promise.all((await dossiers()).map(({ number }) => timelineOf(number)));
  return found.flat();
}

describe('The demo, started on an empty folder', () => {
  it('has dossiers over all procedures, from a draft to one that is concluded', async () => {
    const found = await dossiers();
    const stands = found.map(({ procedure, status }) => `${procedure} ${status.code}`);
    expect(stands.toSorted()).toEqual([
      'biz-register concluded',
      'ent-commitment draft',
      'ent-general accepted',
      'ent-general accepted',
      'ent-simple accepted',
      'gov-building accepted',
      'gov-building draft',
    ]);
  });

  it('shows a pre-review, told corrections, open opinions, a rejection and prepared approvals', async () => {
    const events = new Set((await timelines()).map(({ type }) => type.code));
    expect(events).toContain('PreReviewAdvised');
    expect(events).toContain('CorrectionsTold');
    expect(events).toContain('OpinionGiven');
    expect(events).toContain('ItemRejected');
    expect(events).toContain('ApprovalPrepared');
    expect(events).toContain('DossierConcluded');
  });

  it('says of everything that it happened in the past, on working days, in office hours', async () => {
    const now = Temporal.Now.instant();
    for (const { occurredAt } of await timelines()) {
      const at = Temporal.Instant.from(occurredAt);
      expect(Temporal.Instant.compare(at, now)).toBe(-1);
      const there = at.toZonedDateTimeISO('Asia/Shanghai');
      expect(there.dayOfWeek).toBeLessThanOrEqual(5);
      expect(there.hour).toBeGreaterThanOrEqual(9);
      expect(there.hour).toBeLessThanOrEqual(17);
    }
  });

  it('keeps the papers themselves', async () => {
    const attached = (await timelineOf(HOSPITAL)).find(
      ({ type }) => type.code === 'MaterialAttached',
    );
    const facts = attached?.facts as { readonly attachment?: Attachment } | undefined;
    const attachment = facts?.attachment;
    expect(attachment).toBeDefined();
    const response = await fetch(`${url}/dossiers/${HOSPITAL}/attachments/${attachment?.hash}`, {
      headers: { authorization: `Bearer ${await tokenOf('auditor')}` },
    });
    const content = Buffer.from(await response.arrayBuffer());
    expect(content).toHaveLength(attachment?.sizeBytes ?? -1);
    expect(content.subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('answers the queries that its welcome suggests', async () => {
    for (const { person, query } of FIRST_QUERIES) {
      const answer = await client.ask<object>(person, query);
      expect(JSON.stringify(answer)).toContain('丽水市中心医院东城院区一期工程');
    }
  });

  it('lists its people with their posts, and gives a token to these alone', async () => {
    const listed = (await (await fetch(`${url}/demo/people`)).json()) as { people: object[] };
    expect(listed.people).toContainEqual({
      person: 'water.handler',
      name: expect.stringMatching(/^.{2,3}$/),
      post: { kind: 'handler', zh: '承办人', en: 'handler' },
      department: { id: '331100-water', zh: '水行政主管部门', en: 'Water authority' },
    });
    expect((await askToken('water.handler')).status).toBe(200);
    expect((await askToken('somebody-else')).status).toBe(404);
  });

  it('gives no token to a page that reaches this machine under another name', async () => {
    // What `fetch` may not set is what a browser sends for such a page.
    expect(await statusFor({ host: 'rebound.example' })).toBe(403);
  });

  it('goes on at the next start where the last one stopped', async () => {
    const before = await dossiers();
    const answered = await giveCommand(
      {
        person: 'gardens.handler',
        requestId: 'the-newcomer-agrees',
        dossier: HOSPITAL,
        input: { type: 'GiveOpinion', item: 'scheme-review' as ItemSlug, answer: 'agree' },
      },
      client,
    );
    expect(answered.done).toBe(true);
    const events = await timelines();
    await stop();
    await start();
    expect(await dossiers()).toEqual(before);
    expect(await timelines()).toEqual(events);
  });
});

async function askToken(person: string): Promise<Response> {
  return fetch(`${url}/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
}

async function tokenOf(person: string): Promise<string> {
  return ((await (await askToken(person)).json()) as { readonly token: string }).token;
}

function statusFor(headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request(`${url}/demo/people`, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    asking.on('error', reject).end();
  });
}

describe('The demo command', () => {
  const servers: { close(): unknown }[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  it('refuses to bind to an address that others can reach', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const { code, err } = await new CountersignProcess([
      'demo',
      '--data',
      elsewhere,
      '--host',
      '0.0.0.0',
    ]).ended();
    expect(code).toBe(1);
    expect(err).toContain('只能监听本机地址');
    expect(err).toContain('binds to this machine alone');
    expect(err).not.toContain('    at ');
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('says in a sentence that the port is in use', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    servers.push(taken);
    const { port } = await new Promise<AddressInfo>((resolve) => {
      taken.once('listening', () => resolve(taken.address() as AddressInfo));
    });
    const { code, err } = await new CountersignProcess([
      'demo',
      '--data',
      join(folder, 'second'),
      '--port',
      String(port),
    ]).ended();
    expect(code).toBe(1);
    expect(err).toContain(`端口 ${port} 已被占用`);
    expect(err).toContain(`Port ${port} is in use`);
    expect(err).not.toContain('    at ');
  });
});

describe('The production start', () => {
  it('knows neither demo people nor their tokens', async () => {
    const token = await tokenOf('administrator');
    const production = new CountersignProcess(['serve', '--data', join(folder, 'production')], {
      COUNTERSIGN_PORT: '0',
      COUNTERSIGN_JWKS_URL: `${url}/no-keys-there`,
      COUNTERSIGN_ISSUER: 'https://demo.countersign.invalid',
      COUNTERSIGN_AUDIENCE: 'countersign-demo',
    });
    try {
      const [, there = ''] = await production.printed(/(http:\/\/127\.0\.0\.1:\d+)/);
      expect((await fetch(`${there}/demo/people`)).status).toBe(404);
      const body = JSON.stringify({ query: '{ viewer { person { person } } }' });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await fetch(`${there}/graphql`, { method: 'POST', headers, body });
      expect(answer.ok).toBe(false);
      const asked = await fetch(`${there}/demo/token`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ person: 'administrator' }),
      });
      expect(asked.status).toBe(404);
    } finally {
      await production.stop();
    }
  });
});
