import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import type { Organisation } from '../../domain/organisation/state.ts';
import type { PersonId } from '../../kernel/ids.ts';
import { POST_LABELS } from '../../wording/labels.ts';
import type { Route, Visit } from '../http/http-server.ts';
import { sendJson } from '../http/send-json.ts';
import type { DemoIssuer } from './demo-issuer.ts';
import type { DemoPost } from './demo-people.ts';
import { isAddressedHere } from './loopback.ts';

export interface DemoSignIn {
  readonly issuer: DemoIssuer;
  readonly people: readonly DemoPost[];
  readonly organisation: () => Organisation;
}

const BODY_MOST_BYTES = 1_000;
const wanted = z.strictObject({ person: z.string().max(100) });

/** `GET /demo/people`: who there is; `POST /demo/token` with `{"person": …}`: a token for one. */
export function demoRoutes(signIn: DemoSignIn): readonly Route[] {
  return [
    { method: 'GET', path: /^\/demo\/people$/, handle: (visit) => people(visit, signIn) },
    { method: 'POST', path: /^\/demo\/token$/, handle: (visit) => token(visit, signIn) },
  ];
}

async function people({ request, response }: Visit, signIn: DemoSignIn): Promise<void> {
  if (!isAddressedHere(request.headers.host)) return sendJson(response, 403, ELSEWHERE);
  const { departments } = signIn.organisation();
  const listed = signIn.people.map(({ person, name, kind, department }) => ({
    person,
    name,
    post: { kind, ...POST_LABELS[kind] },
    ...(department && { department: { id: department, ...nameOf(departments.get(department)) } }),
  }));
  sendJson(response, 200, { people: listed });
}

function nameOf(department: { readonly nameZh: string; readonly nameEn: string } | undefined) {
  return department && { zh: department.nameZh, en: department.nameEn };
}

async function token({ request, response }: Visit, signIn: DemoSignIn): Promise<void> {
  if (!isAddressedHere(request.headers.host)) return sendJson(response, 403, ELSEWHERE);
  const read = wanted.safeParse(await bodyOf(request));
  if (!read.success) return sendJson(response, 400, MALFORMED);
  const { person } = read.data;
  if (!signIn.people.some((one) => one.person === person)) {
    return sendJson(response, 404, stranger(person));
  }
  sendJson(response, 200, { person, token: await signIn.issuer.tokenFor(person as PersonId) });
}

/** The body as JSON; `undefined` where it is none of ours. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (!request.headers['content-type']?.startsWith('application/json')) return undefined;
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > BODY_MOST_BYTES) return undefined;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

const ELSEWHERE = {
  code: 'not-addressed-here',
  zh: '演示令牌只发给本机；请用 127.0.0.1 或 localhost 访问。',
  en: 'Demo tokens are given on this machine only; use 127.0.0.1 or localhost.',
} as const;

const MALFORMED = {
  code: 'malformed',
  zh: '请以 JSON 发送 {"person": "…"}，名单见 GET /demo/people。',
  en: 'Send {"person": "…"} as JSON; GET /demo/people lists who there is.',
} as const;

function stranger(person: string) {
  return {
    code: 'not-found',
    zh: `没有演示人员“${person}”，名单见 GET /demo/people。`,
    en: `There is no demo person "${person}"; GET /demo/people lists who there is.`,
  };
}
