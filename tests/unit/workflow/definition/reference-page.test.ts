/** The reference for authors of definitions says what the program does: its files are checked here. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLoaded } from '../../../../src/application/examples/check-workflows.ts';
import { readWorkflows } from '../../../../src/workflow/loading/load-workflows.ts';
import { ITEM_SIGNALS } from '../../../../src/workflow/machine/item-turns.ts';
import { CHECK_DAY, placesOf } from '../../../support/definitions/sound-workflows.ts';

const ROOT = join(import.meta.dirname, '..', '..', '..', '..');
const PAGE = readFileSync(join(ROOT, 'docs', 'reference', 'definition-language.md'), 'utf8');
const FACTS = readFileSync(join(ROOT, 'src', 'workflow', 'loading', 'mistake-facts.ts'), 'utf8');

/** The files of the page: each block begins with a comment that names its file. */
const FILES = [...PAGE.matchAll(/```yaml\n# (\S+\.yaml)\n([\s\S]*?)```/g)].map(
  ([, file = '', text = '']) => ({ file, text }),
);

describe('the reference of the definition language', () => {
  it('shows files in which nothing is wrong', () => {
    expect(FILES).toHaveLength(10);
    const { mistakes, warnings, definitions } = checkLoaded(readWorkflows(FILES), CHECK_DAY);
    const wrong = mistakes.filter(({ code }) => !code.endsWith('-ending-missing'));
    expect(placesOf([...wrong, ...warnings])).toEqual([]);
    expect(definitions).toHaveLength(1);
  });

  it('lists every code of a mistake', () => {
    const codes = [...FACTS.matchAll(/^ {2}'([a-z0-9-]+)':/gm)].map(([, code]) => code ?? '');
    expect(codes.length).toBeGreaterThan(70);
    expect(codes.filter((code) => !PAGE.includes(`\`${code}\``))).toEqual([]);
  });

  it('lists every signal', () => {
    expect(ITEM_SIGNALS.filter((signal) => !PAGE.includes(`\`${signal}\``))).toEqual([]);
  });
});
