/** How one who takes part speaks with the office: GraphQL over HTTP under a token of their own. */
export interface OfficeClient {
  /** @throws Error where the office cannot be reached, or the query is one it does not take */
  ask<Data>(person: string, query: string, variables?: object): Promise<Data>;
  /** Pushes of a subscription as they come, until the office ends it or `signal` is aborted. */
  follow<Data>(person: string, query: string, options: FollowOptions): AsyncIterable<Data>;
  /** Stores a file; @returns its SHA-256 */
  upload(person: string, content: Buffer): Promise<string>;
}

interface FollowOptions {
  readonly variables: object;
  readonly signal: AbortSignal;
}

/** @param url of a demo server, which gives tokens for its people */
export function officeClient(url: string): OfficeClient {
  const tokens = new Map<string, Promise<string>>();
  const authorised = async (person: string): Promise<Record<string, string>> => {
    const token = tokens.get(person) ?? tokenFor(person, url);
    tokens.set(person, token);
    return { authorization: `Bearer ${await token}`, 'content-type': 'application/json' };
  };
  return {
    async ask<Data>(person: string, query: string, variables: object = {}): Promise<Data> {
      const headers = { ...(await authorised(person)), accept: 'application/json' };
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body });
      return dataOf(await response.json()) as Data;
    },
    async *follow<Data>(person: string, query: string, { variables, signal }: FollowOptions) {
      const headers = { ...(await authorised(person)), accept: 'text/event-stream' };
      const body = JSON.stringify({ query, variables });
      const response = await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal });
      for await (const message of messagesIn(response)) yield dataOf(JSON.parse(message)) as Data;
    },
    async upload(person: string, content: Buffer): Promise<string> {
      const headers = { ...(await authorised(person)), 'content-type': 'application/octet-stream' };
      const body = new Uint8Array(content);
      const response = await fetch(`${url}/attachments`, { method: 'PUT', headers, body });
      const stored = (await response.json()) as { readonly hash?: string };
      if (stored.hash === undefined) throw new Error(JSON.stringify(stored));
      return stored.hash;
    },
  };
}

async function tokenFor(person: string, url: string): Promise<string> {
  const response = await fetch(`${url}/demo/token`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person }),
  });
  const { token } = (await response.json()) as { readonly token?: string };
  if (token === undefined) throw new Error(`no token for ${person}: ${response.status}`);
  return token;
}

function dataOf(answer: unknown): unknown {
  const { data, errors } = answer as { readonly data?: unknown; readonly errors?: unknown };
  if (errors !== undefined || data === undefined) throw new Error(JSON.stringify(answer));
  return data;
}

/** The data of server-sent events (WHATWG HTML, 9.2); each of ours is one line. */
async function* messagesIn(response: Response): AsyncIterable<string> {
  if (response.body === null) return;
  let rest = '';
  for await (const text of response.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const data = /^data: ?(.+)$/.exec(line)?.[1];
      if (data !== undefined) yield data;
    }
  }
}
