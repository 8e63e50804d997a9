import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gramsOf, queryWords } from '../../../src/projections/search/grams.ts';

describe('names cut for searching', () => {
  it('cuts a name into pairs of neighbours and ends with its last character', () => {
    expect(gramsOf('新城医院')).toBe('新城 城医 医院 院');
  });

  it('makes one of wide and narrow, upper and lower case, and passes over punctuation', () => {
    expect(gramsOf('（Ａ－１）')).toBe(gramsOf('a1'));
  });

  it('counts a rare character outside the basic plane as one', () => {
    expect(gramsOf('𬱖江')).toBe('𬱖江 江');
  });

  it('takes every word of a query by itself, and one without letters for none', () => {
    expect(queryWords('  医院  "，" a ')).toEqual([
      { kind: 'pairs', pairs: ['医院'] },
      { kind: 'character', character: 'a' },
    ]);
  });

  it('holds only letters, digits and the spaces between pairs, whatever is typed', () => {
    assert(
      property(string({ unit: 'binary' }), (text) => {
        expect(gramsOf(text)).toMatch(/^[\p{L}\p{N} ]*$/u);
        expect(JSON.stringify(queryWords(text))).toMatch(/^[\p{L}\p{N}"{}:,[\]]*$/u);
      }),
    );
  });
});
