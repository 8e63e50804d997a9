/*
 * Rules of the house about sources that neither the linter nor dependency-cruiser can hold: each is
 * an empty list of files that break it.
 */
import { basename } from 'node:path';

import { describe, expect, it } from 'vitest';

import { textOf, trackedFiles } from './tracked-files.ts';

const LINES_MOST = 300;
const ROOMS = ['src', 'tests', 'bench', '.ci', 'docs', 'workflows', 'infra'];
const PROGRAMS = /\.(ts|tsx|mjs)$/;
/** What a name like this holds nobody can say. */
const NO_NAME = /^(utils?|helpers?|common|misc|manager|services?|index)$/;

/** Put together, so that these rules do not break themselves. */
const LATER = new RegExp(`\\b(${['TO', 'DO'].join('')}|${['FIX', 'ME'].join('')})\\b`);
const MACHINE_PATHS = new RegExp(
  ['work/(main|shared)\\b', 'root/\\.', 'home/[a-z][\\w-]*/', 'Users/[A-Za-z][\\w.-]*/', 'tmp/bash']
    .map((path) => `(?<![\\w.])/${path}`)
    .join('|'),
);
const REGISTRIES = /https?:\/\/[\w.:-]*(registry|npmmirror|artifactory|verdaccio|jfrog)[\w.:-]*/;

const programs = trackedFiles('src', 'tests', 'bench', '.ci').filter((file) => PROGRAMS.test(file));

function codeLines(text: string): number {
  const withoutComments = text.replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const isCode = (line: string) => line.trim() !== '' && !line.trim().startsWith('//');
  return withoutComments.split('\n').filter(isCode).length;
}

describe('a source file', () => {
  it('is there to be looked at', () => {
    expect(programs.length).toBeGreaterThan(200);
  });

  it(`has at most ${LINES_MOST} lines of code`, () => {
    expect(programs.filter((file) => codeLines(textOf(file)) > LINES_MOST)).toEqual([]);
  });

  it('has a name in lower case with hyphens that says what it holds', () => {
    const isWellNamed = (part: string) => /^[a-z0-9_-]+$/.test(part) && !NO_NAME.test(part);
    const partsOf = (file: string) =>
      file
        .replace(/^\.ci\//, '')
        .split('/')
        .map((part) => basename(part).split('.')[0] ?? '');
    expect(programs.filter((file) => !partsOf(file).every(isWellNamed))).toEqual([]);
  });

  it('puts nothing off', () => {
    const texts = trackedFiles(...ROOMS).filter((file) => /\.(ts|tsx|mjs|md|ya?ml)$/.test(file));
    expect(texts.filter((file) => LATER.test(textOf(file)))).toEqual([]);
  });
});

describe('what is committed', () => {
  const texts = trackedFiles().filter((file) => !/\.(ttf|png|pdf|woff2?|ico)$/.test(file));

  it('names no place of the machine it was written on', () => {
    expect(texts.filter((file) => MACHINE_PATHS.test(textOf(file)))).toEqual([]);
  });

  it('names no package registry, and the lock file fits any', () => {
    expect(texts.filter((file) => REGISTRIES.test(textOf(file)))).toEqual([]);
    expect(textOf('package-lock.json')).not.toContain('"resolved"');
  });
});
