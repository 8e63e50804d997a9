import { describe, expect, it } from 'vitest';

import { StoreFault } from '../../../../src/eventstore/faults.ts';
import { faultOf } from '../../../../src/eventstore/kurrent/kurrent-faults.ts';

function errorWith(code: number): Error {
  return Object.assign(new Error(`status ${code}`), { code });
}

describe('An error of the log server', () => {
  it.each([1, 2, 4, 10, 13, 14])('may be tried again when its status is %d', (code) => {
    const cause = errorWith(code);
    expect(faultOf(cause)).toMatchObject({
      facts: { code: 'store-unavailable', reason: `status ${code}` },
      retryable: true,
      cause,
    });
  });

  it.each([3, 7, 12, 16])('is a refusal nobody should repeat when its status is %d', (code) => {
    expect(faultOf(errorWith(code))).toMatchObject({
      facts: { code: 'store-refused', reason: `status ${code}` },
      retryable: false,
    });
  });

  it('may be tried again when no member of the cluster answered', () => {
    expect(faultOf(new Error('Failed to discover after 10 attempts.'))).toMatchObject({
      facts: { code: 'store-unavailable' },
    });
  });

  it('stays as it is when it is none of the server, or was understood before', () => {
    const ours = new TypeError('x is not a function');
    expect(faultOf(ours)).toBe(ours);
    const known = new StoreFault({ code: 'store-closed' });
    expect(faultOf(known)).toBe(known);
  });
});
