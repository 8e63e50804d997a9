/** The reference page tells the truth: its examples are run, its limits are those of the code. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QUERY_LIMITS } from '../../src/graphql/builder.ts';
import { openMemoryApi, type MemoryApi } from './memory-api.ts';
import { AGENT, carryOut, fieldOf } from './scenes.ts';

const PAGE = readFileSync(
  join(import.meta.dirname, '..', '..', 'docs', 'reference', 'api.md'),
  'utf8',
);

interface Example {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

const EXAMPLES: ReadonlyMap<string, Example> = new Map(
  [
    ...PAGE.matchAll(
      /<!-- example: ([\w-]+) -->\n\n```graphql\n([\s\S]*?)```(?:\n\n```json\n([\s\S]*?)```)?/g,
    ),
  ].map(([, name = '', query = '', json = '{}']) => [
    name,
    { query, variables: JSON.parse(json) as Example['variables'] },
  ]),
);

function example(name: string): Example {
  const found = EXAMPLES.get(name);
  if (!found) throw new Error(`the page has an example ${name}`);
  return found;
}

let api: MemoryApi;
let dossier: string;
let position: string;
beforeAll(async () => {
  api = await openMemoryApi();
});
afterAll(() => api.close());

describe('the reference of the API', () => {
  it('has no GraphQL on it but examples that are run here', () => {
    expect([...PAGE.matchAll(/```graphql/g)]).toHaveLength(EXAMPLES.size);
    expect([...EXAMPLES.keys()]).toEqual([
      'viewer',
      'open-dossier',
      'fill-form',
      'dossier',
      'desk-and-inbox',
      'dossier-changed',
    ]);
  });

  it('says who is asking', async () => {
    const answer = await api.ask(example('viewer').query, { as: 'd01.window' });
    expect(fieldOf(answer, 'viewer')).toMatchObject({
      person: { person: 'd01.window' },
      posts: [{ kind: { code: 'window', zh: '窗口' }, department: { department: '331100-d01' } }],
    });
  });

  it('opens a dossier and fills its form', async () => {
    const opened = await api.ask(example('open-dossier').query, {
      as: AGENT,
      variables: example('open-dossier').variables,
    });
    dossier = String(fieldOf(opened, 'openDossier')['number']);
    expect(dossier).toMatch(/^331100-/);
    const { query, variables } = example('fill-form');
    const filled = await api.ask(query, { as: AGENT, variables: { ...variables, dossier } });
    expect(fieldOf(filled, 'fillForm')['position']).toMatch(/^\d{20}$/);
  });

  it('reads it, finds it in an inbox and by its name', async () => {
    const input = { stage: 'approval' };
    ({ position } = await carryOut(api, AGENT, 'submitApplication', { dossier, input }));
    const variables = { dossier, atLeast: position, department: '331100-d01' };
    const read = await api.ask(example('dossier').query, { as: AGENT, variables });
    expect(read.errors).toBeUndefined();
    expect(fieldOf(read, 'dossier')).toMatchObject({
      number: dossier,
      position,
      status: { code: 'submitted' },
    });
    const found = await api.ask(example('desk-and-inbox').query, { as: 'd01.window', variables });
    expect(found.errors).toBeUndefined();
    expect(JSON.stringify(fieldOf(found, 'inbox'))).toContain(dossier);
    expect(fieldOf(found, 'search')).toMatchObject({ edges: [{ node: { number: dossier } }] });
  });

  it('pushes what happens after a position', async () => {
    const variables = { dossier, after: position };
    const events = await api.subscribe(example('dossier-changed').query, { as: AGENT, variables });
    await carryOut(api, 'd01.window', 'acceptApplication', { dossier, input: { intake: 1 } });
    expect(fieldOf((await events.next()) ?? {}, 'dossierChanged')).toMatchObject({
      number: dossier,
      type: { code: 'ApplicationAccepted' },
    });
    events.close();
  });

  it('names the limits that hold', () => {
    const limits = Object.fromEntries(
      [...PAGE.matchAll(/^\| (fields deep|fields in all|cost) +\| ([\d,]+) +\|$/gm)].map(
        ([, name = '', most = '']) => [name, Number(most.replaceAll(',', ''))],
      ),
    );
    expect(limits).toEqual({
      'fields deep': QUERY_LIMITS.depth,
      'fields in all': QUERY_LIMITS.breadth,
      cost: QUERY_LIMITS.complexity,
    });
  });
});
