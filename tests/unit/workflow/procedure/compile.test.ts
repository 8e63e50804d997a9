import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../../src/domain/dossier/procedure.ts';
import type { ItemSlug, MaterialSlug } from '../../../../src/kernel/ids.ts';
import { invariant } from '../../../../src/kernel/invariant.ts';
import { compileProcedure } from '../../../../src/workflow/procedure/compile.ts';
import { sampleDefinition, SAMPLE_REF } from './sample-definition.ts';

const slug = (name: string) => name as ItemSlug;
const procedure = compileProcedure(sampleDefinition(), SAMPLE_REF);
const whole: Answers = { landBy: 'transfer', area: 5000, civil: true, basement: true };

function met(item: string, answers: Answers, done: readonly string[]): boolean | undefined {
  const matched = procedure.matchItems(answers);
  return procedure.items.get(slug(item))?.prerequisitesMet({
    answers,
    applies: (one) => matched.includes(one),
    isDone: (one) => done.includes(one),
  });
}

describe('the form of a compiled procedure', () => {
  it('names answers that fit no question', () => {
    const answers = {
      landBy: 'gift',
      area: -1,
      civil: 'yes',
      note: 'far too long a note',
      colour: 'red',
      constructor: 'x',
    };
    expect(procedure.formIssues(answers)).toEqual([
      { field: 'landBy', problem: 'not-an-option' },
      { field: 'area', problem: 'out-of-range' },
      { field: 'civil', problem: 'wrong-type' },
      { field: 'note', problem: 'out-of-range' },
      { field: 'colour', problem: 'unknown-field' },
      { field: 'constructor', problem: 'unknown-field' },
    ]);
    expect(procedure.formIssues({ area: Number.NaN })).toEqual([
      { field: 'area', problem: 'wrong-type' },
    ]);
    expect(procedure.formIssues(whole)).toEqual([]);
  });

  it('asks for what is required and shown, and for nothing else', () => {
    expect(procedure.missingAnswers({})).toEqual(['landBy', 'area', 'civil']);
    expect(procedure.missingAnswers({ ...whole, civil: true, landBy: ' ' })).toEqual(['landBy']);
    const { basement: _, ...open } = whole;
    expect(procedure.missingAnswers(open)).toEqual(['basement']);
    expect(procedure.missingAnswers({ ...open, civil: false })).toEqual([]);
  });

  it('says by name which condition keeps the project out', () => {
    expect(procedure.ineligible({ ...whole, area: 50_000 })).toEqual([]);
    expect(procedure.ineligible({ ...whole, area: 50_001 })).toEqual(['规模不超过上限']);
    expect(procedure.names.conditions.get('规模不超过上限')?.en).toBe(
      'Not beyond the largest size',
    );
  });
});

describe('the items of a compiled procedure', () => {
  it('match by the answers, in the order of the definition', () => {
    expect(procedure.matchItems(whole)).toEqual([
      'filing',
      'land-contract',
      'land-permit',
      'eia',
      'scheme-review',
      'shelter',
      'works-permit',
    ]);
    const few = procedure.matchItems({ landBy: 'allocation', area: 10, civil: false });
    expect(few).not.toContain('land-contract');
    expect(few).not.toContain('shelter');
    expect(procedure.matchItems({})).toEqual(few);
  });

  it('wait for their prerequisites, as far as these apply', () => {
    expect(met('filing', whole, [])).toBe(true);
    expect(met('land-permit', whole, ['filing'])).toBe(false);
    expect(met('land-permit', whole, ['filing', 'land-contract'])).toBe(true);
    expect(met('land-permit', { ...whole, landBy: 'allocation' }, ['filing'])).toBe(true);
    expect(met('eia', { ...whole, area: 100 }, [])).toBe(true);
    expect(met('eia', whole, [])).toBe(false);
    expect(procedure.items.get(slug('works-permit'))?.needs).toEqual(['scheme-review', 'shelter']);
  });

  it('look at every item that their prerequisites name, even if only whether it applies', () => {
    const [land, planning] = sampleDefinition().stages;
    invariant(land && planning, 'the sample has two stages');
    const items = planning.items.map((item) =>
      item.item === 'works-permit'
        ? { ...item, needs: '!applies("shelter") || done("scheme-review")' }
        : item,
    );
    const stages = [land, { ...planning, items }];
    const changed = compileProcedure(sampleDefinition({ stages }), SAMPLE_REF);
    expect(changed.items.get(slug('works-permit'))?.needs).toEqual(['shelter', 'scheme-review']);
  });

  it('belong to a stage and are due by one', () => {
    expect(procedure.stages.map(({ slug: stage, due }) => [stage, due.length])).toEqual([
      ['land', 3],
      ['planning', 4],
    ]);
    expect(procedure.stages[0]?.items).toEqual(['filing', 'land-contract', 'land-permit', 'eia']);
    expect(procedure.items.get(slug('land-contract'))?.department).toBeUndefined();
    expect(procedure.items.get(slug('scheme-review'))?.opinionsFrom).toEqual([
      'civil-defence',
      'ecology',
    ]);
  });
});

describe('the papers of a compiled procedure', () => {
  it('are asked for once, for all items that want them', () => {
    const demanded = procedure.materialsFor(whole, procedure.matchItems(whole));
    expect(demanded.find(({ material }) => material === 'application')).toEqual({
      material: 'application',
      required: true,
      for: ['filing', 'land-permit'],
    });
    const map = demanded.find(({ material }) => material === 'red-line-map');
    expect(map).toEqual({
      material: 'red-line-map',
      required: true,
      for: ['land-permit', 'scheme-review'],
    });
    expect(new Set(demanded.map(({ material }) => material)).size).toBe(demanded.length);
  });

  it('are not required where a shared register holds them', () => {
    const [, licence] = procedure.materialsFor(whole, [slug('filing')]);
    expect(licence).toEqual({ material: 'business-licence', required: false, for: ['filing'] });
  });

  it('follow the situation that the answers make', () => {
    const asked = (answers: Answers) =>
      procedure.materialsFor(answers, [slug('shelter'), slug('eia')]).map((one) => one.material);
    expect(asked(whole)).toEqual(['shelter-design', 'eia-report']);
    expect(asked({ ...whole, area: 4999, basement: false })).toEqual(['shelter-design']);
    expect(asked({ ...whole, area: 4999, civil: false })).toEqual([]);
    expect(procedure.knowsMaterial('eia-report' as MaterialSlug)).toBe(true);
    expect(procedure.knowsMaterial('love-letter' as MaterialSlug)).toBe(false);
  });
});

describe('the limits of a compiled procedure', () => {
  const inForce = (answers: Answers, item: string) =>
    procedure
      .limitsFor(answers, slug(item))
      .map(({ kind, amount, unit, starts }) => [kind, amount, unit, starts]);

  it('take the promise of the procedure in place of the catalogue', () => {
    expect(inForce(whole, 'land-permit')).toEqual([
      ['statutory', 20, 'working-days', 'accepted'],
      ['promised', 5, 'working-days', 'accepted'],
    ]);
  });

  it('follow the situation that the answers make', () => {
    expect(inForce({ ...whole, area: 10 }, 'eia')).toEqual([
      ['statutory', 30, 'natural-days', 'received'],
      ['promised', 7, 'working-days', 'received'],
    ]);
    expect(inForce(whole, 'eia')).toEqual([['statutory', 60, 'natural-days', 'received']]);
  });
});
