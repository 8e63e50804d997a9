import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { dossierNumberOf } from '../../graphql/global-id.ts';
import { isOpenTo } from '../../graphql/reading/read-dossier.ts';
import { sha256 } from '../../application/commands/parts.ts';
import type { AttachmentStore } from '../../application/attachments/port.ts';
import type { Dossier } from '../../domain/dossier/state.ts';
import type { Sha256 } from '../../kernel/ids.ts';
import { apiProblemSentences, type ApiProblem } from '../../wording/api-problems.ts';
import { refusalSentences } from '../../wording/refusals.ts';
import type { House } from '../house.ts';
import { bodyOf } from './body-of.ts';
import { closeAfter } from './close-after.ts';
import type { Route, Visit } from './http-server.ts';
import { sendJson } from './send-json.ts';

const UPLOAD = /^\/attachments$/;
const DOWNLOAD = /^\/dossiers\/([^/]+)\/attachments\/([0-9a-f]{64})$/;

/** What the routes stand on. */
export type AttachmentParts = Pick<House, 'dossiers' | 'organisation' | 'now'> & {
  readonly attachments: AttachmentStore & { readonly sizeMostBytes: number };
};

/**
 * `PUT /attachments` streams a file in and answers with its hash, size and sniffed type;
 * `GET /dossiers/<number>/attachments/<sha256>` streams out, always as a download, what the dossier
 * holds or held, to whoever may read the dossier.
 */
export function attachmentRoutes(parts: AttachmentParts): readonly Route[] {
  return [
    { method: 'PUT', path: UPLOAD, handle: (visit) => upload(visit, parts) },
    { method: 'GET', path: DOWNLOAD, handle: (visit) => download(visit, parts) },
  ];
}

async function upload(visit: Visit, { attachments }: AttachmentParts): Promise<void> {
  const { request, response } = visit;
  const { viewer } = visit.signedIn;
  if (viewer === undefined) return refuse(visit, 401, 'sign-in-needed');
  if (viewer.posts.length === 0) return refuse(visit, 403, 'post-needed');
  const { sizeMostBytes: limitBytes } = attachments;
  if (declaredBytes(request) > limitBytes) {
    const refusal = { code: 'attachment-too-large', facts: { limitBytes } } as const;
    return sendRefused(response, request, 413, { ...refusal, ...refusalSentences(refusal) });
  }
  const stored = await attachments.put(bodyOf(request));
  if (stored.ok) return sendJson(response, 201, stored.value);
  const { code, facts } = stored.error;
  const status = code === 'attachment-too-large' ? 413 : 415;
  sendRefused(response, request, status, { code, facts, ...refusalSentences(stored.error) });
}

/** What the sender says of the size; what is not said is counted while it arrives. */
function declaredBytes({ headers }: IncomingMessage): number {
  return Number(headers['content-length'] ?? 0);
}

async function download(visit: Visit, parts: AttachmentParts): Promise<void> {
  const { response, url, signedIn } = visit;
  const { viewer } = signedIn;
  if (viewer === undefined) return refuse(visit, 401, 'sign-in-needed');
  const [, dossier = '', hashed] = DOWNLOAD.exec(url.pathname) ?? [];
  const hash = sha256.parse(hashed);
  const number = dossierNumberOf(dossier);
  const state = number && (await parts.dossiers.load(number)).state;
  // No dossier, not theirs to read, or no such file in it: all look the same.
  if (!state || !isOpenTo(state, { ...parts, viewer }) || !holds(state, hash)) {
    return refuse(visit, 404, 'attachment-not-there');
  }
  const content = parts.attachments.describe(hash);
  const stream = parts.attachments.read(hash);
  if (content === undefined || stream === undefined) {
    return refuse(visit, 404, 'attachment-not-there');
  }
  response.writeHead(200, {
    'content-type': content.mediaType,
    'content-length': content.sizeBytes,
    'content-disposition': disposition(fileNameOf(state, hash)),
    'cache-control': 'private, no-store',
    etag: `"${hash}"`,
  });
  await pipeline(stream, response);
}

/** Now among the materials, or submitted with an application once. */
function holds(dossier: Dossier, hash: Sha256): boolean {
  return (
    fileNameOf(dossier, hash) !== undefined ||
    dossier.intakes.some(({ materials }) => materials.includes(hash))
  );
}

function fileNameOf({ materials }: Dossier, hash: Sha256): string | undefined {
  return Object.values(materials)
    .flat()
    .find((one) => one.hash === hash)?.fileName;
}

/** RFC 6266 and RFC 8187: Chinese names go percent-encoded. */
function disposition(fileName: string | undefined): string {
  if (fileName === undefined) return 'attachment';
  const encoded = encodeURIComponent(fileName).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${encoded}`;
}

function refuse({ request, response }: Visit, status: number, code: ApiProblem): void {
  sendRefused(response, request, status, { code, ...apiProblemSentences(code) });
}

function sendRefused(
  response: ServerResponse,
  request: IncomingMessage,
  status: number,
  body: object,
): void {
  closeAfter(response, request);
  sendJson(response, status, body);
}
