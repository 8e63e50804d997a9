/** Files come in by their content alone, and go out only to who may read the dossier that holds them. */
import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AGENT, carryOut, openDossier } from './scenes.ts';
import { ATTACHMENT_MOST_BYTES, converse, serveHouse, type ServedHouse } from './served-house.ts';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n%%EOF\n');
const EXE = Buffer.concat([
  Buffer.from('MZ'),
  Buffer.alloc(58),
  Buffer.from([0x40, 0, 0, 0]),
  Buffer.from('PE\0\0'),
  randomBytes(200),
]);
const TWO_GIGABYTES = 2 * 1024 ** 3;
const CHUNK = Buffer.alloc(16 * 1024, 'x');

let served: ServedHouse;
beforeAll(async () => {
  served = await serveHouse();
});
afterAll(() => served.close());

async function upload(content: Buffer, as?: string, type = 'application/pdf'): Promise<Response> {
  const headers = { 'content-type': type, ...(await served.headersFor(as)) };
  return fetch(`${served.url}/attachments`, {
    method: 'PUT',
    headers,
    body: new Uint8Array(content),
  });
}

async function download(dossier: string, hash: string, as?: string): Promise<Response> {
  const headers = await served.headersFor(as);
  return fetch(`${served.url}/dossiers/${dossier}/attachments/${hash}`, { headers });
}

function hashOf(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}

function filesKept(): readonly string[] {
  return readdirSync(join(served.folder, 'attachments'), { recursive: true }).map(String);
}

describe('a file', () => {
  it('is taken in, attached, and read by whoever may read the dossier', async () => {
    const stored = await upload(PDF, AGENT);
    expect(stored.status).toBe(201);
    const hash = hashOf(PDF);
    expect(await stored.json()).toEqual({
      hash,
      sizeBytes: PDF.length,
      mediaType: 'application/pdf',
    });
    const dossier = await openDossier(served);
    const input = { material: 'site-plan', hash, fileName: '总平面图(终稿).pdf' };
    await carryOut(served, AGENT, 'attachMaterial', { dossier, input });
    const got = await download(dossier, hash, 'd02.handler');
    expect(got.status).toBe(200);
    expect(Buffer.from(await got.arrayBuffer())).toEqual(PDF);
    expect(got.headers.get('content-disposition')).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('总平面图')}%28${encodeURIComponent('终稿')}%29.pdf`,
    );
    expect(got.headers.get('x-content-type-options')).toBe('nosniff');
    const statuses = await Promise.all([
      download(dossier, hash),
      download(dossier, hash, 'agent-zhou'),
      download(dossier, hash, 'd03.handler'),
      download('331100-00000-00000', hash, AGENT),
      download(dossier, hashOf(EXE), AGENT),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([401, 404, 404, 404, 404]);
  });

  it('that another dossier holds is not to be had through one’s own', async () => {
    const hash = hashOf(PDF);
    await upload(PDF, AGENT);
    const dossier = await openDossier(served);
    expect((await download(dossier, hash, AGENT)).status).toBe(404);
  });

  it('is known by its content: a program called .pdf is none', async () => {
    const refused = await upload(EXE, AGENT);
    expect(refused.status).toBe(415);
    expect(await refused.json()).toMatchObject({
      code: 'attachment-type-not-allowed',
      zh: expect.stringContaining('请转换为 PDF') as string,
      en: expect.stringContaining('Convert it to PDF') as string,
    });
    expect(filesKept().filter((name) => name.includes(hashOf(EXE)))).toEqual([]);
  });

  it('is taken from holders of a post alone', async () => {
    await carryOut(served, 'administrator', 'registerPerson', {
      input: { person: 'newcomer', name: '新来', subject: 'newcomer' },
    });
    expect((await upload(PDF)).status).toBe(401);
    expect((await upload(PDF, 'newcomer')).status).toBe(403);
  });

  it('of two gigabytes is refused before it is read, and the connection ends', async () => {
    const before = filesKept();
    const { authorization } = await served.headersFor(AGENT);
    const head = [
      'PUT /attachments HTTP/1.1',
      'Host: localhost',
      `Authorization: ${authorization}`,
      `Content-Length: ${TWO_GIGABYTES}`,
    ];
    let sentBytes = 0;
    const { said, isClosedByServer } = await converse(served.url, head, () => {
      sentBytes += CHUNK.length;
      return CHUNK;
    });
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(said).toMatch(/^connection: close/im);
    expect(said).toContain('attachment-too-large');
    expect(isClosedByServer).toBe(true);
    expect(sentBytes).toBeLessThan(TWO_GIGABYTES);
    expect(filesKept()).toEqual(before);
  });

  it('without an end is refused once it is too long, while others go on', async () => {
    const before = filesKept();
    const { authorization } = await served.headersFor(AGENT);
    const head = [
      'PUT /attachments HTTP/1.1',
      'Host: localhost',
      `Authorization: ${authorization}`,
      'Transfer-Encoding: chunked',
    ];
    const piece = Buffer.concat([
      Buffer.from(`${CHUNK.length.toString(16)}\r\n`),
      CHUNK,
      Buffer.from('\r\n'),
    ]);
    let sentBytes = 0;
    const endless = converse(served.url, head, () => {
      sentBytes += CHUNK.length;
      return piece;
    });
    const others = await Promise.all(
      Array.from({ length: 8 }, () => served.ask('{ viewer { person { name } } }', { as: AGENT })),
    );
    const { said, isClosedByServer } = await endless;
    expect(said).toMatch(/^HTTP\/1\.1 413 /);
    expect(said).toContain(String(ATTACHMENT_MOST_BYTES));
    expect(isClosedByServer).toBe(true);
    expect(sentBytes).toBeGreaterThan(ATTACHMENT_MOST_BYTES);
    expect(filesKept()).toEqual(before);
    expect(others.map(({ errors }) => errors)).toEqual(others.map(() => undefined));
  });

  it('that breaks off is not kept', async () => {
    const before = filesKept();
    const leaving = new AbortController();
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new Uint8Array(PDF));
        setTimeout(() => leaving.abort(), 30);
      },
    });
    const headers = await served.headersFor(AGENT);
    await expect(
      fetch(`${served.url}/attachments`, {
        method: 'PUT',
        headers,
        body,
        duplex: 'half',
        signal: leaving.signal,
      } as RequestInit),
    ).rejects.toThrow('aborted');
    const answer = await served.ask('{ viewer { person { name } } }', { as: AGENT });
    expect(answer.errors).toBeUndefined();
    const incoming = () => filesKept().filter((name) => name.startsWith('incoming/'));
    for (let turn = 0; turn < 100 && incoming().length > 0; turn += 1) {
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    expect(filesKept()).toEqual(before);
  });
});

describe('a request to GraphQL', () => {
  it('of more than a megabyte, or of unknown length, is refused unread', async () => {
    for (const length of [`Content-Length: ${TWO_GIGABYTES}`, 'Transfer-Encoding: chunked']) {
      const head = ['POST /graphql HTTP/1.1', 'Host: localhost', length];
      const { said, isClosedByServer } = await converse(served.url, head, () => undefined);
      expect(said).toMatch(/^HTTP\/1\.1 413 /);
      expect(said).toContain('body-too-large');
      expect(isClosedByServer).toBe(true);
    }
  });
});
