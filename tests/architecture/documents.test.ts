/*
 * Documents say what is so: code in them is quoted from files that run, links lead somewhere, and
 * both languages of the first page name the same commands.
 */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { quotesIn, regionOf } from './quotes.ts';
import { ROOT, textOf, trackedFiles } from './tracked-files.ts';

const pages = trackedFiles('*.md', 'docs/**/*.md', 'workflows/**/*.md', 'infra/**/*.md');

describe('a code block that is quoted', () => {
  it('says what stands in its region today', () => {
    const quotes = pages.flatMap((page) =>
      quotesIn(textOf(page)).map((quote) => ({ page, ...quote })),
    );
    expect(quotes.length).toBeGreaterThan(0);
    const stale = quotes.filter(({ path, region, text }) => {
      return !existsSync(join(ROOT, path)) || regionOf(textOf(path), region) !== text;
    });
    expect(stale.map(({ page, path, region }) => `${page}: ${path}#${region}`)).toEqual([]);
  });

  it('is compared without its indentation', () => {
    const source = ['{', '  // #region a', '  one(', '    two,', '  );', '  // #endregion a', '}'];
    expect(regionOf(source.join('\n'), 'a')).toBe('one(\n  two,\n);');
    expect(regionOf(source.join('\n'), 'b')).toBeUndefined();
  });

  it('is missed where a mark has none', () => {
    const mark = '<!-- quote: src/a.ts#b -->';
    expect(quotesIn(`${mark}\n\n\`\`\`ts\na();\n\`\`\``)).toEqual([
      { path: 'src/a.ts', region: 'b', text: 'a();' },
    ]);
    expect(() => quotesIn(`${mark}\n\nno code here`)).toThrow('1 marks');
  });
});

describe('a link between documents', () => {
  it('leads to a file that is there', () => {
    const broken = pages.flatMap((page) =>
      [...textOf(page).matchAll(/\]\((?![a-z]+:|#)([^)\s#]+)/g)]
        .map(([, target = '']) => target)
        .filter((target) => !existsSync(join(ROOT, dirname(page), target)))
        .map((target) => `${page} → ${target}`),
    );
    expect(broken).toEqual([]);
  });
});

/** Commands of a page: the lines of its shell blocks, without the comments that translate them. */
function commandsOf(page: string): readonly string[] {
  const blocks = [...page.matchAll(/```(?:sh|bash|shell|console)\n([\s\S]*?)```/g)];
  return blocks
    .flatMap(([, text = '']) => text.split('\n'))
    .map((line) => line.replace(/\s*#.*$/, '').trim())
    .filter((line) => line !== '')
    .toSorted();
}

describe.skipIf(!pages.includes('README.zh.md'))('the first page', () => {
  it('names the same commands in both languages', () => {
    const [en, zh] = [commandsOf(textOf('README.md')), commandsOf(textOf('README.zh.md'))];
    expect(en).toContain('npm ci && npm test');
    expect(zh).toEqual(en);
  });
});
