import { invariant } from '../../src/kernel/invariant.ts';
import type { Answer, MemoryApi } from './memory-api.ts';

export const AGENT = 'agent-lin';

/** What the demo's investor looks like in the API. */
export const INVESTOR = {
  name: '丽水某某机电有限公司',
  kind: 'ENTERPRISE',
  contact: { name: '陈工', phone: '13800000000' },
} as const;

let asked = 0;

/** A request id that was never used. */
export function freshRequest(): string {
  asked += 1;
  return `test-request-${asked}`;
}

/** Sends a command and expects it to be carried out. */
export async function carryOut(
  api: Pick<MemoryApi, 'ask'>,
  as: string,
  command: string,
  { dossier, input }: { readonly dossier?: string; readonly input?: object } = {},
): Promise<{ readonly number: string; readonly position: string }> {
  const type = command.charAt(0).toUpperCase() + command.slice(1);
  const answer = await api.ask(
    `mutation ($requestId: String!${dossier ? ', $dossier: ID!' : ''}${input ? `, $input: ${type}Input!` : ''}) {
      done: ${command}(requestId: $requestId${dossier ? ', dossier: $dossier' : ''}${input ? ', input: $input' : ''}) {
        __typename
        ... on CommandDone { number position repeated }
        ... on Refusal { code messageZh messageEn }
        ... on InputRefused { issues { path problem messageZh } }
      }
    }`,
    { as, variables: { requestId: freshRequest(), dossier, input } },
  );
  const done = fieldOf(answer, 'done');
  invariant(done['__typename'] === 'CommandDone', `${command}: ${JSON.stringify(answer)}`);
  return done as { number: string; position: string };
}

/** A dossier whose items are matched: `item-d01` and `item-d02`. */
export async function openDossier(api: Pick<MemoryApi, 'ask'>): Promise<string> {
  const { number } = await carryOut(api, AGENT, 'openDossier', {
    input: {
      procedure: 'api-joint-approval',
      projectName: '丽水经济技术开发区年产三万台电机厂房项目',
      region: '331100',
      investor: INVESTOR,
      agent: AGENT,
      secret: false,
    },
  });
  const answers = { floorArea: 12_000, applicantId: '332501199001011234' };
  await carryOut(api, AGENT, 'fillForm', { dossier: number, input: { answers } });
  return number;
}

/** A dossier in the hands of the departments. */
export async function acceptedDossier(api: Pick<MemoryApi, 'ask'>): Promise<string> {
  const dossier = await openDossier(api);
  await carryOut(api, AGENT, 'submitApplication', { dossier, input: { stage: 'approval' } });
  await carryOut(api, 'd01.window', 'acceptApplication', { dossier, input: { intake: 1 } });
  return dossier;
}

/** The object that a top field of an answer holds. */
export function fieldOf(answer: Answer, field: string): Readonly<Record<string, unknown>> {
  const value = answer.data?.[field];
  invariant(typeof value === 'object' && value !== null, JSON.stringify(answer));
  return value as Readonly<Record<string, unknown>>;
}
