/*
 * A rule that is silenced says why, and there are never more silences than before: whoever removes
 * one lowers the number in `silences.json`.
 */
import { describe, expect, it } from 'vitest';

import { textOf, trackedFiles } from './tracked-files.ts';

/** A directive and what follows it on its line. The words are put together, or this file counts. */
const SILENCE = new RegExp(
  `(?:/\\*|//|#)\\s*(${[
    ['oxlint', 'disable'],
    ['eslint', 'disable'],
    ['@ts', 'expect-error'],
    ['@ts', 'ignore'],
    ['@ts', 'nocheck'],
    ['prettier', 'ignore'],
    ['v8', 'ignore'],
  ]
    .map((words) => words.join('-'))
    .join('|')})(.*)`,
  'g',
);
const REASON = /--\s*\S.{9,}/;

const files = trackedFiles('src', 'tests', 'bench', '.ci').filter((file) =>
  /\.(ts|tsx|mjs)$/.test(file),
);
const silences = files.flatMap((file) =>
  [...textOf(file).matchAll(SILENCE)].map(([all, , rest = '']) => ({ file, all, rest })),
);

describe('silenced rules', () => {
  it('each carry a reason', () => {
    expect(silences.filter(({ rest }) => !REASON.test(rest))).toEqual([]);
  });

  it('only become fewer', () => {
    const { most } = JSON.parse(textOf('tests/architecture/silences.json')) as { most: number };
    expect(silences.length).toBe(most);
  });
});
