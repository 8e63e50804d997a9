import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definition as definitionSchema } from '../../../../src/workflow/definition/definition.ts';
import { definitionHash } from '../../../../src/workflow/loading/definition-hash.ts';
import { readWorkflows } from '../../../../src/workflow/loading/load-workflows.ts';
import type { SourceText } from '../../../../src/workflow/loading/source-document.ts';
import { resolveProcedure, type Publication } from '../../../../src/workflow/loading/resolve.ts';
import { soundWorkflows } from '../../../support/definitions/sound-workflows.ts';

const PROCEDURE = 'build/procedure.yaml';

function resolve(sources: readonly SourceText[], publication?: Publication) {
  const { catalogue, procedures } = readWorkflows(sources);
  const procedure = procedures[0];
  if (!procedure) throw new Error('the folder has a procedure');
  const { resolved, mistakes } = resolveProcedure(catalogue, procedure, publication);
  return { definition: resolved.definition, mistakes };
}

function itemOf(sources: readonly SourceText[], slug: string) {
  const { definition } = resolve(sources);
  return definition.stages.flatMap(({ items }) => items).find(({ item }) => item === slug);
}

describe('a procedure put together with its catalogue', () => {
  it('overrides what the catalogue says of an item, and keeps the rest', () => {
    const sources = soundWorkflows({
      file: PROCEDURE,
      replace: '- item: permit',
      by: '- item: permit\n        kind: instant\n        department: ecology',
    });
    expect(itemOf(sources, 'permit')).toMatchObject({
      kind: 'instant',
      department: 'ecology',
      name: { zh: '许可证', en: 'Permit' },
      limits: [{ amount: 20 }, { amount: 4 }],
    });
  });

  it('fills in who does what where nothing is said', () => {
    expect(itemOf(soundWorkflows(), 'permit')?.steps).toEqual([
      { step: 'handle', by: ['handler'] },
      { step: 'review', by: ['reviewer'] },
      { step: 'approve', by: ['approver'] },
    ]);
    expect(itemOf(soundWorkflows(), 'filing')?.steps).toEqual([
      { step: 'approve', by: ['window', 'handler'] },
    ]);
    expect(itemOf(soundWorkflows(), 'land')?.steps).toEqual([]);
  });

  it('makes an item due by the end of its own stage where nothing is said', () => {
    expect(itemOf(soundWorkflows(), 'design')?.dueBy).toBe('start');
    expect(itemOf(soundWorkflows(), 'eia')?.dueBy).toBe('works');
  });

  it('holds only the departments, instruments and materials it uses, in order', () => {
    const { definition } = resolve(
      soundWorkflows(
        {
          file: 'catalogue/departments.yaml',
          replace: 'departments:\n',
          by: 'departments:\n  - { department: fire, name: { zh: 消防, en: Fire } }\n',
        },
        {
          file: 'catalogue/materials.yaml',
          replace: 'materials:\n',
          by: 'materials:\n  - { material: map, name: { zh: 图, en: Map } }\n',
        },
      ),
    );
    expect(definition.departments.map(({ department }) => department)).toEqual([
      'development',
      'ecology',
      'planning',
    ]);
    expect(definition.materials.map(({ material }) => material)).toEqual([
      'application',
      'drawings',
    ]);
    expect(definition.instruments.map(({ instrument }) => instrument)).toEqual([
      'licensing-law',
      'trial-notice',
    ]);
  });

  it('takes leads and parameters from whoever publishes it', () => {
    const { definition, mistakes } = resolve(soundWorkflows(), {
      leads: { works: 'development' },
      parameters: { bigArea: 8000 },
    });
    expect(mistakes).toEqual([]);
    expect(definition.stages.map(({ lead }) => lead)).toEqual(['development', 'development']);
    expect(definition.parameters[0]?.value).toBe(8000);
    expect(definition.departments.map(({ department }) => department)).toContain('planning');
  });

  it('is told of leads and parameters that it does not know', () => {
    const { mistakes } = resolve(soundWorkflows(), {
      leads: { building: 'planning', works: 'police' },
      parameters: { smallArea: 1 },
    });
    expect(mistakes.map(({ code, line, facts }) => ({ code, line, facts }))).toEqual([
      { code: 'stage-unknown', line: 34, facts: { stage: 'building' } },
      { code: 'department-unknown', line: 52, facts: { department: 'police' } },
      { code: 'parameter-unknown', line: 11, facts: { parameter: 'smallArea' } },
    ]);
  });
});

describe('the hash of a definition', () => {
  const hashOf = (sources: readonly SourceText[], publication?: Publication) =>
    definitionHash(resolve(sources, publication).definition);

  it('does not depend on the order of files, lists of the catalogue, keys or comments', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray(soundWorkflows(), { minLength: soundWorkflows().length }),
        (shuffled) => {
          expect(hashOf(shuffled)).toBe(hashOf(soundWorkflows()));
        },
      ),
      { numRuns: 20 },
    );
    const rewritten = soundWorkflows({
      file: 'catalogue/items/permit.yaml',
      replace: 'kind: promised\ndepartment: planning\n',
      by: '# who and how\ndepartment: planning\nkind: promised\n',
    });
    expect(hashOf(rewritten)).toBe(hashOf(soundWorkflows()));
  });

  it('changes with every change of content', () => {
    const other = soundWorkflows({
      file: 'catalogue/items/permit.yaml',
      replace: 'amount: 4',
      by: 'amount: 3',
    });
    expect(hashOf(other)).not.toBe(hashOf(soundWorkflows()));
    expect(hashOf(soundWorkflows(), { parameters: { bigArea: 1 } })).not.toBe(
      hashOf(soundWorkflows()),
    );
  });

  it('survives being stored and read back', () => {
    const { definition } = resolve(soundWorkflows());
    const stored: unknown = JSON.parse(JSON.stringify(definition));
    expect(definitionHash(definitionSchema.parse(stored))).toBe(definitionHash(definition));
  });
});
