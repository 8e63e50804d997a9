import { describe, expect, it } from 'vitest';
import { isAddressedHere, isLoopback } from '../../../../src/server/demo/loopback.ts';

describe('An address of this machine alone', () => {
  it.each(['127.0.0.1', '127.8.9.10', '::1', 'localhost'])('is %s', (host) => {
    expect(isLoopback(host)).toBe(true);
  });

  it.each([
    '0.0.0.0',
    '::',
    '192.168.1.4',
    '128.0.0.1',
    'example.org',
    '',
    'localhost.example.org',
  ])('is not %j', (host) => {
    expect(isLoopback(host)).toBe(false);
  });

  it.each(['127.0.0.1:4000', 'localhost:4000', '[::1]:4000', '127.0.0.1'])(
    'is what a request for %s was addressed to',
    (header) => {
      expect(isAddressedHere(header)).toBe(true);
    },
  );

  it.each([undefined, 'rebound.example:4000', '10.0.0.1:4000', 'not a host'])(
    'is not what a request for %j was addressed to',
    (header) => {
      expect(isAddressedHere(header)).toBe(false);
    },
  );
});
