import { Agent, request } from 'node:http';
import type { DossierNumber } from '../../src/kernel/ids.ts';
import type { PlayedCommand } from '../joint-approval/play.ts';

export interface Server {
  readonly url: string;
  readonly tokens: Readonly<Record<string, string>>;
}

/** Sends commands as a program would: one POST each, connections kept alive. */
export class BenchClient {
  readonly #agent: Agent;
  readonly #server: Server;

  constructor(server: Server, connections: number) {
    this.#server = server;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** @throws when the answer is anything but a command that was carried out */
  async play(dossier: DossierNumber, requestId: string, played: PlayedCommand): Promise<void> {
    const { type, ...input } = played.input as { type: string } & Record<string, unknown>;
    const field = type.charAt(0).toLowerCase() + type.slice(1);
    const query = `mutation($requestId: String!, $dossier: ID!, $input: ${type}Input!) {
      ${field}(requestId: $requestId, dossier: $dossier, input: $input) {
        __typename ... on CommandDone { position } }
    }`;
    const variables = { requestId, dossier, input: upperCased(input) };
    const answer = await this.#post(played.actor.person, { query, variables });
    if (!answer.includes('"CommandDone"')) throw new Error(`${type}: ${answer}`);
  }

  #post(person: string, body: object): Promise<string> {
    const text = JSON.stringify(body);
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      authorization: `Bearer ${this.#server.tokens[person]}`,
    };
    return new Promise((resolve, reject) => {
      const sent = request(
        `${this.#server.url}/graphql`,
        { method: 'POST', agent: this.#agent, headers },
        (response) => {
          let answer = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (answer += chunk));
          response.on('end', () => {
            resolve(answer);
          });
        },
      );
      sent.on('error', reject);
      sent.end(text);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Enum values are written in capitals in GraphQL. */
function upperCased(input: Record<string, unknown>): Record<string, unknown> {
  const { proposal } = input;
  return typeof proposal === 'string' ? { ...input, proposal: proposal.toUpperCase() } : input;
}
