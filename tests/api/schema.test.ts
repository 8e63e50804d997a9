/** The contract of the API is on file, and what it is made of is complete. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createSchema } from '../../src/graphql/schema.ts';
import { schemaSdl } from '../../src/graphql/schema-sdl.ts';
import { AUTHORITY_TABLE } from '../../src/application/authority/table.ts';
import { COMMAND_LABELS } from '../../src/wording/command-labels.ts';

const FILE = join(import.meta.dirname, '..', '..', 'schema', 'graphql', 'schema.graphql');

describe('the schema of the API', () => {
  it('is on file as generated (npm run schema writes it)', () => {
    expect(readFileSync(FILE, 'utf8')).toBe(schemaSdl());
  });

  it('has a mutation for every command, described in both languages', () => {
    const mutations = createSchema().getMutationType()?.getFields() ?? {};
    const described = Object.values(AUTHORITY_TABLE).length;
    expect(Object.keys(mutations)).toHaveLength(described);
    for (const [type, { zh, en }] of Object.entries(COMMAND_LABELS)) {
      const name = type.charAt(0).toLowerCase() + type.slice(1);
      expect(mutations[name]?.description).toBe(`${zh} · ${en}`);
    }
  });
});
