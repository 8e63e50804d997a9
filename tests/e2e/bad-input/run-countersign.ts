import { expect } from 'vitest';

import { CountersignProcess, type Ended } from '../countersign-process.ts';

/** Runs `countersign` to its end. */
export function countersign(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new CountersignProcess(args, env).ended();
}

/** It failed with sentences in both languages that name these things, and with nothing of the inside. */
export function expectSentence({ code, out, err }: Ended, ...named: readonly string[]): void {
  for (const thing of named) expect(err).toContain(thing);
  expect(err).toMatch(/[\u4e00-\u9fff]{4}.*。/);
  expect(err).toMatch(/[A-Za-z]+( [A-Za-z".,]+){3}/);
  expect(err).not.toMatch(/^ {4}at /m);
  expect(err).not.toMatch(/内部错误|An error of ours/);
  expect(out).toBe('');
  expect(code).toBe(1);
}
