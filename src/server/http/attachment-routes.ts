import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { sha256 } from '../../application/commands/parts.ts';
import type { AttachmentStore } from '../../application/attachments/port.ts';
import { refusalSentences } from '../../wording/refusals.ts';
import type { Route, Visit } from './http-server.ts';
import { sendJson } from './send-json.ts';

const DOWNLOAD = /^\/attachments\/([0-9a-f]{64})$/;

/**
 * `PUT /attachments` streams a file in and answers with its hash, size and sniffed type;
 * `GET /attachments/<sha256>` streams it out, always as a download.
 */
export function attachmentRoutes(store: AttachmentStore): readonly Route[] {
  return [
    { method: 'PUT', path: /^\/attachments$/, handle: (visit) => upload(visit, store) },
    { method: 'GET', path: DOWNLOAD, handle: (visit) => download(visit, store) },
  ];
}

async function upload(visit: Visit, store: AttachmentStore): Promise<void> {
  const { request, response } = visit;
  if (visit.signedIn.viewer === undefined) return refuseStranger(request, response);
  const stored = await store.put(request);
  if (stored.ok) return sendJson(response, 201, stored.value);
  const { code, facts } = stored.error;
  const status = code === 'attachment-too-large' ? 413 : 415;
  // The rest of a refused body is never read: the connection has to end with the answer.
  response.setHeader('connection', 'close');
  sendJson(response, status, { code, facts, ...refusalSentences(stored.error) });
  response.on('finish', () => request.destroy());
}

async function download(visit: Visit, store: AttachmentStore): Promise<void> {
  const { request, response, url } = visit;
  if (visit.signedIn.viewer === undefined) return refuseStranger(request, response);
  const hash = sha256.parse(DOWNLOAD.exec(url.pathname)?.[1]);
  const content = store.describe(hash);
  const stream = store.read(hash);
  if (content === undefined || stream === undefined) {
    return sendJson(response, 404, { code: 'attachment-missing', facts: { hash } });
  }
  response.writeHead(200, {
    'content-type': content.mediaType,
    'content-length': content.sizeBytes,
    'content-disposition': 'attachment',
    etag: `"${hash}"`,
  });
  await pipeline(stream, response);
}

function refuseStranger(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('connection', 'close');
  sendJson(response, 401, { code: 'sign-in-needed', zh: '请先登录。', en: 'Sign in first.' });
  response.on('finish', () => request.destroy());
}
