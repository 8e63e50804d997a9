/**
 * Who may do what over the API: every operation of the schema, asked by every role. What is allowed
 * is asked of a dossier of its own, because it may change it.
 */
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { globalId } from '../../src/graphql/global-id.ts';
import { createSchema } from '../../src/graphql/schema.ts';
import { openMemoryApi, type Answer, type AskOptions, type MemoryApi } from './memory-api.ts';
import {
  expectedOf,
  MUTATIONS,
  QUERIES,
  ROLES,
  SUBSCRIPTIONS,
  type Hears,
  type OperationRow,
  type Role,
} from './operation-table.ts';
import { acceptedDossier, carryOut, freshRequest } from './scenes.ts';

const schema = createSchema();
const KINDS = [
  { kind: 'query', type: schema.getQueryType(), rows: QUERIES },
  { kind: 'mutation', type: schema.getMutationType(), rows: MUTATIONS },
  { kind: 'subscription', type: schema.getSubscriptionType(), rows: SUBSCRIPTIONS },
] as const;

let api: MemoryApi;
beforeAll(async () => {
  api = await openMemoryApi();
  await carryOut(api, 'administrator', 'registerPerson', {
    input: { person: 'stranger', name: '路人', subject: 'stranger' },
  });
});
afterAll(() => api.close());

interface Scene {
  readonly number: string;
  readonly position: string;
}

/** With the departments, one of them asked for its opinion, so that each has something to do. */
async function newScene(operation: string): Promise<Scene> {
  const number = await acceptedDossier(api);
  if (operation === 'giveOpinion') {
    const input = {
      item: 'item-d02',
      departments: ['331100-d01'],
      question: '意见？',
      answerBy: '2026-04-01',
    };
    await carryOut(api, 'd02.handler', 'solicitOpinions', { dossier: number, input });
  }
  const { position } = await api.dossiers.load(number as never);
  return { number, position: String(position) };
}

function filled(value: unknown, scene: Scene): unknown {
  if (value === 'DOSSIER') return scene.number;
  if (value === 'ID') return globalId('Dossier', scene.number);
  if (value === 'POSITION') return scene.position;
  if (value === 'FRESH') return freshRequest();
  if (Array.isArray(value)) return value.map((one) => filled(one, scene));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, scene)]));
}

function documentOf(kind: string, field: GraphQLField<unknown, unknown>, row: OperationRow) {
  const given = field.args.filter(({ name }) => Object.hasOwn(row.variables, name));
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const select = row.select ?? '{ __typename ... on InputRefused { issues { path } } }';
  const head = declared === '' ? kind : `${kind} (${declared})`;
  return `${head} { it: ${field.name}${passed === '' ? '' : `(${passed})`} ${select} }`;
}

const CODES: Readonly<Record<string, Hears>> = {
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'hidden',
};

/** What was heard; the answer itself where it is none of these, which is a mistake of the table. */
function heardOf(answer: Answer | undefined): unknown {
  if (answer === undefined) return 'nothing at all';
  const { data, errors } = answer;
  if (errors) return CODES[errors[0]?.extensions?.['code'] as string] ?? answer;
  const found = data?.['it'];
  if (isNothing(found)) return 'hidden';
  const { __typename: type } = found as { readonly __typename?: string };
  if (type === 'InputRefused') return answer;
  return type === 'OutsideAuthority' ? 'forbidden' : 'allowed';
}

function isNothing(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (Array.isArray(value)) return value.every(isNothing);
  const { edges } = value as { readonly edges?: readonly unknown[] };
  return edges?.length === 0;
}

async function hear(kind: string, document: string, asked: AskOptions) {
  if (kind !== 'subscription') return heardOf(await api.ask(document, asked));
  const events = await api.subscribe(document, asked);
  const first = await events.next();
  events.close();
  return heardOf(first);
}

describe.each(KINDS)('every $kind', ({ kind, type, rows }) => {
  const fields = (type as GraphQLObjectType).getFields();

  it('has a row in the table, and no row is left over', () => {
    expect(Object.keys(rows).toSorted()).toEqual(Object.keys(fields).toSorted());
  });

  it.each(Object.entries(rows))('%s answers each role as the table says', async (name, row) => {
    const field = fields[name];
    if (!field) throw new Error(`${name} is in the schema`);
    const document = documentOf(kind, field as GraphQLField<unknown, unknown>, row);
    const shared = await newScene(name);
    const heard: Partial<Record<Role, unknown>> = {};
    const expected: Partial<Record<Role, Hears>> = {};
    for (const role of Object.keys(ROLES) as Role[]) {
      expected[role] = expectedOf(row, role);
      const changes = kind === 'mutation' && expected[role] === 'allowed';
      const scene = changes ? await newScene(name) : shared;
      const variables = filled(row.variables, scene) as Readonly<Record<string, unknown>>;
      const as = ROLES[role];
      heard[role] = await hear(kind, document, { variables, ...(as !== undefined && { as }) });
    }
    expect(heard).toEqual(expected);
  });
});
