/*
 * Everything that a user can meet has its Chinese: events, commands and refusals as the sources
 * declare them, the steps of the built-in machines. The glossary says the same as the program.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RefusalCode } from '../../src/application/refusals.ts';
import { EVENT_SCHEMAS } from '../../src/codec/registry.ts';
import { COMMAND_LABELS } from '../../src/wording/command-labels.ts';
import { EVENT_LABELS } from '../../src/wording/event-labels.ts';
import {
  ADVICE_LABELS,
  ENDING_LABELS,
  ITEM_KIND_LABELS,
  OPINION_LABELS,
  PHASE_LABELS,
  POST_LABELS,
  SERVICE_LABELS,
  STATUS_LABELS,
} from '../../src/wording/labels.ts';
import { REFUSAL_WORDING } from '../../src/wording/refusals.ts';
import type { Sentence } from '../../src/wording/sentence.ts';
import { STEP_LABELS, stepLabel } from '../../src/wording/step-labels.ts';
import type { ItemPlan } from '../../src/workflow/machine/item-plan.ts';
import { stepsOf } from '../../src/workflow/machine/item-steps.ts';

const ROOT = join(import.meta.dirname, '..', '..');

function matches(globs: readonly string[], pattern: RegExp): readonly string[] {
  const files = globs.flatMap((glob) => globSync(glob, { cwd: ROOT }));
  const found = files.flatMap((file) => [
    ...readFileSync(join(ROOT, file), 'utf8').matchAll(pattern),
  ]);
  return [...new Set(found.map(([, name]) => name ?? ''))].sort();
}

describe('what a user meets has its Chinese', () => {
  it('every event that can be written', () => {
    expect(Object.keys(EVENT_LABELS).sort()).toEqual(Object.keys(EVENT_SCHEMAS).sort());
  });

  it('every command', () => {
    const files = ['src/domain/*/commands.ts', 'src/domain/catalogue/catalogue.ts'];
    const commands = matches(files, /(?:readonly type: |\bOf<\s*)'(\w+)'/g);
    const isCommand = (name: string) => name !== 'ProcedurePublished';
    expect(commands.filter(isCommand)).toEqual(Object.keys(COMMAND_LABELS).sort());
  });

  it('every refusal', () => {
    const tables = matches(
      ['src/domain/*/refusals.ts', 'src/application/refusals.ts'],
      /^ {2}'([a-z-]+)': \{/gm,
    );
    const catalogue = matches(['src/domain/catalogue/catalogue.ts'], /readonly code: '([a-z-]+)'/g);
    const codes = [...tables, ...catalogue].sort();
    expect(codes.length).toBeGreaterThan(90);
    expect(codes).toEqual((Object.keys(REFUSAL_WORDING) as RefusalCode[]).sort());
  });

  it('every step of the machines that definitions compile to', () => {
    const kinds = ['instant', 'promised', 'joint', 'report-up', 'external'] as const;
    const plans = kinds.flatMap((kind) =>
      [true, false].map((hasResult): ItemPlan => ({
        kind,
        chain: ['handling', 'reviewing', 'approving'],
        by: { handling: [], reviewing: [], approving: [] },
        hasPrerequisites: true,
        opinions: kind === 'joint' ? 'must' : 'may',
        hasResult,
      })),
    );
    const steps = new Set(plans.flatMap((plan) => Object.keys(stepsOf(plan))));
    expect(steps.size).toBeGreaterThan(20);
    expect([...steps].filter((step) => stepLabel(step).zh === step)).toEqual([]);
    expect(Object.keys(STEP_LABELS).filter((step) => !steps.has(step))).toEqual([]);
  });
});

describe('the glossary says what the program says', () => {
  const tables: Readonly<Record<string, Readonly<Record<string, Sentence>>>> = {
    'Kinds of item': ITEM_KIND_LABELS,
    'States of a dossier': STATUS_LABELS,
    'Phases of an item': PHASE_LABELS,
    'Steps of an item': STEP_LABELS,
    'Endings of an item': ENDING_LABELS,
    Posts: POST_LABELS,
    Opinions: OPINION_LABELS,
    'Advice of a pre-review': ADVICE_LABELS,
    'Manners of service': SERVICE_LABELS,
    Commands: COMMAND_LABELS,
    Events: EVENT_LABELS,
  };
  const glossary = readFileSync(join(ROOT, 'docs/reference/glossary.md'), 'utf8');
  const sections = glossary.split(/^#+ /m);

  it.each(Object.entries(tables))('about %s', (title, labels) => {
    const section = sections.find((one) => one.startsWith(`${title} `)) ?? '';
    const rows = [...section.matchAll(/^\| `([^`]+)` +\| ([^|]+?) +\| ([^|]+?) +\|$/gm)];
    const told = Object.fromEntries(rows.map(([, code, zh, en]) => [code, { zh, en }]));
    expect(told).toEqual(labels);
  });

  it('with one meaning for each word of the product', () => {
    const words = sections.find((one) => one.startsWith('Words of the product')) ?? '';
    const rows = [...words.matchAll(/^\| (\S[^|]*?) +\| (\S[^|]*?) +\| (\S[^|]*?) +\|$/gm)];
    const terms = rows.map(([, zh]) => zh);
    expect(terms.length).toBeGreaterThan(40);
    expect(new Set(terms).size).toBe(terms.length);
    expect(new Set(rows.map(([, , en]) => en)).size).toBe(rows.length);
  });
});
