import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { definitionJsonSchemas } from '../../../../src/workflow/definition/json-schemas.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '..', '..', 'schema', 'definitions');

describe('the schemas with which editors help the authors of definitions', () => {
  it('are on file as generated (npm run schema writes them)', () => {
    const generated = definitionJsonSchemas();
    expect(readdirSync(FOLDER).toSorted()).toEqual([...generated.keys()].toSorted());
    const drifted = [...generated].filter(
      ([name, text]) => readFileSync(join(FOLDER, name), 'utf8') !== text,
    );
    expect(drifted.map(([name]) => name)).toEqual([]);
  });

  it('name every step that a worked example may take', () => {
    const example = definitionJsonSchemas().get('example.schema.json') ?? '';
    for (const verb of ['apply', 'correct', 'not-accept', 'finish', 'conclude', 'end']) {
      expect(example).toContain(`"${verb}"`);
    }
  });
});
