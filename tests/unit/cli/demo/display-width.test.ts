import { describe, expect, it } from 'vitest';
import { fitted, widthOf } from '../../../../src/cli/demo/display-width.ts';

describe('A column of a terminal', () => {
  it('counts a Chinese character as two', () => {
    expect(widthOf('会签 a')).toBe(6);
    expect(widthOf('（预审）')).toBe(8);
  });

  it('is filled up with spaces', () => {
    expect(fitted('承办', 8)).toBe('承办    ');
  });

  it('never grows beyond its width, whatever stands in it', () => {
    expect(fitted('供水、排水、供电', 9)).toBe('供水、排…');
    expect(widthOf(fitted('供水、排水、供电', 10))).toBe(10);
  });
});
