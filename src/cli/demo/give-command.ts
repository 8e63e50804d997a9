import type { DossierCommandInput } from '../../application/commands/dossier-inputs.ts';
import type { OfficeClient } from './office-client.ts';

/** A command as somebody sends it. */
export interface Errand {
  readonly person: string;
  readonly requestId: string;
  /** Absent for the one that opens it. */
  readonly dossier?: string;
  readonly input: DossierCommandInput;
}

/** What came of it: done, or the refusal's code. */
export type Answered =
  | { readonly done: true; readonly number: string }
  | { readonly done: false; readonly code: string; readonly message: string };

interface ResultAnswer {
  readonly result:
    | { readonly __typename: 'CommandDone'; readonly number: string }
    | { readonly __typename: 'InputRefused'; readonly issues: readonly object[] }
    | { readonly __typename: string; readonly code: string; readonly messageZh: string };
}

/**
 * Sends a command as the mutation of its name.
 * @throws Error for input that is no command: a mistake of the demo's own
 */
export async function giveCommand(errand: Errand, client: OfficeClient): Promise<Answered> {
  const { person, requestId, dossier, input } = errand;
  const { type, ...rest } = input;
  const variables = { requestId, dossier, input: enumsWritten(rest) };
  const answer = await client.ask<ResultAnswer>(person, mutation(type, dossier), variables);
  const { result } = answer;
  if ('number' in result) return { done: true, number: result.number };
  if ('code' in result) return { done: false, code: result.code, message: result.messageZh };
  throw new Error(`${requestId}: ${JSON.stringify(result)}`);
}

function mutation(type: string, dossier: string | undefined): string {
  const name = type.charAt(0).toLowerCase() + type.slice(1);
  const [declared, given] =
    dossier === undefined ? ['', ''] : ['$dossier: ID!, ', 'dossier: $dossier, '];
  return `mutation ${type}($requestId: String!, ${declared}$input: ${type}Input!) {
  result: ${name}(requestId: $requestId, ${given}input: $input) {
    __typename
    ... on CommandDone { number }
    ... on InputRefused { issues { path problem } }
    ... on Refusal { code messageZh }
  }
}`;
}

const ENUM_FIELDS: ReadonlySet<string> = new Set([
  'advice',
  'answer',
  'kind',
  'manner',
  'problem',
  'proposal',
]);

/** The API writes choices `LIKE_THIS`. */
function enumsWritten(value: unknown, field = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => enumsWritten(one));
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, one]) => [key, enumsWritten(one, key)]);
    return Object.fromEntries(entries) as unknown;
  }
  const isEnum = typeof value === 'string' && ENUM_FIELDS.has(field);
  return isEnum ? value.toUpperCase().replaceAll('-', '_') : value;
}
