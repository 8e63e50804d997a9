import { describe, expect, it } from 'vitest';
import { invariant } from '../../../../src/kernel/invariant.ts';
import { expressionCompiler } from '../../../../src/workflow/expression/compile-expression.ts';
import { compiled, facts, SCOPES } from './sample-scope.ts';

const form = { landBy: 'transfer', area: 5000, civil: true, basement: false, note: '备注' };

describe('an expression of a definition', () => {
  it.each([
    ['form.area >= 5000', true],
    ['form.area == 5000', true],
    ['5000 != form.area', false],
    ['form.area > param.bigArea', false],
    ['form.area * 2 >= param.bigArea + 5000', true],
    ['form.area - 1 < 5000 && form.civil', true],
    ['form.landBy == "allocation" || form.note == "备注"', true],
    ['form.landBy in ["allocation", "transfer"]', true],
    ['form.civil ? form.basement : true', false],
    ['!form.basement', true],
  ])('%s is %s', (text, expected) => {
    expect(compiled(text).evaluate(facts({ form }))).toBe(expected);
  });

  it('asks the dossier which items apply and which are done', () => {
    const at = facts({ applies: (item) => item !== 'eia', isDone: (item) => item === 'filing' });
    expect(compiled('done("filing")').evaluate(at)).toBe(true);
    expect(compiled('done("shelter")').evaluate(at)).toBe(false);
    expect(compiled('applies("shelter")').evaluate(at)).toBe(true);
    expect(compiled('doneIfDue("eia")').evaluate(at)).toBe(true);
    expect(compiled('doneIfDue("shelter")').evaluate(at)).toBe(false);
  });

  it('finds no answer false rather than an error', () => {
    expect(compiled('form.landBy == "transfer"').evaluate(facts())).toBe(false);
    expect(compiled('form.civil').evaluate(facts())).toBe(false);
    expect(compiled('form.area > 0').evaluate(facts())).toBe(false);
  });

  it('may be asked again while it is being evaluated', () => {
    const inner = compiled('done("filing")');
    const at = facts({ isDone: (item) => item === 'filing' });
    const outer = facts({ applies: () => inner.evaluate(at), isDone: () => false });
    expect(compiled('applies("eia") && done("filing")').evaluate(outer)).toBe(false);
    expect(compiled('applies("eia") && !done("filing")').evaluate(outer)).toBe(true);
  });

  it('says what it refers to', () => {
    const text = 'form.area > param.bigArea && done("filing") && doneIfDue("eia") && form.area < 9';
    const { references, mentions } = compiled(text);
    expect(references).toEqual({
      form: new Set(['area']),
      param: new Set(['bigArea']),
      items: new Set(['filing', 'eia']),
    });
    expect(mentions.map(({ start, end }) => text.slice(start, end))).toEqual([
      'form.area',
      'param.bigArea',
      'done("filing")',
      'doneIfDue("eia")',
      'form.area',
    ]);
  });

  it.each([
    ['form.area >', 'syntax', 'form.area >', ''],
    ['form.size > 1', 'unknown-question', 'size', 'form.size'],
    ['form.area > param.small', 'unknown-parameter', 'small', 'param.small'],
    ['form.civil && done("school")', 'unknown-item', 'school', 'done("school")'],
    ['form.landBy == "gift"', 'unknown-option', 'gift', '"gift"'],
    ['form.landBy in ["gift"]', 'unknown-option', 'gift', '"gift"'],
    ['form.area == "big"', 'wrong-type', 'form.area == "big"', 'form.area == "big"'],
    ['form.area', 'wrong-type', 'form.area', 'form.area'],
    ['form.civil && today()', 'not-allowed', 'today', 'today()'],
    ['done(form.note)', 'not-allowed', 'done', 'done(form.note)'],
    ['[1, 2].exists(x, x > 1)', 'not-allowed', 'rcall', '[1, 2].exists(x, x > 1)'],
    ['user.name == "x"', 'not-allowed', 'name', 'user.name'],
  ])('%s is refused as %s', (text, code, name, place) => {
    const result = expressionCompiler(SCOPES.prerequisites)(text);
    invariant(!result.ok, `${text} is refused`);
    expect(result.error).toMatchObject({ code, name });
    expect(text.slice(result.error.start, result.error.end)).toBe(place);
  });

  it('may not look at decisions where only the form is known', () => {
    for (const scope of [SCOPES.form, SCOPES.match]) {
      const result = expressionCompiler(scope)('done("filing")');
      expect(result).toMatchObject({ ok: false, error: { code: 'not-allowed', name: 'done' } });
    }
    expect(expressionCompiler(SCOPES.match)('applies("filing")').ok).toBe(true);
  });
});
