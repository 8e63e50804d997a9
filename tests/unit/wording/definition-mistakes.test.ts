import { describe, expect, it } from 'vitest';
import { definitionMistakeSentence } from '../../../src/wording/definition-mistakes.ts';
import type { MistakeFacts } from '../../../src/workflow/loading/mistake-facts.ts';
import { mistake, type MistakeCode } from '../../../src/workflow/loading/mistake.ts';
import { factsUntold, flawsOfLabel } from './sentence-rules.ts';

const combination = ['x-question = true'];

const SAMPLES: { readonly [Code in MistakeCode]: MistakeFacts[Code] } = {
  'folder-missing': { folder: 'x-folder' },
  'file-missing': { file: 'x-file' },
  'file-unreadable': { problem: 'x-problem' },
  'file-too-large': { bytes: 600_001, bytesMax: 500_002 },
  'file-not-utf8': {},
  'file-unexpected': {},
  'file-name-differs': { slug: 'x-slug', expected: 'x-expected' },
  'yaml-syntax': { problem: 'x-problem', detail: 'x-detail' },
  'yaml-too-deep': { levelsMax: 64 },
  'yaml-alias': { alias: 'x-alias' },
  'key-duplicate': { key: 'x-key' },
  'key-missing': { key: 'x-key' },
  'key-unknown': { key: 'x-key' },
  'value-of-wrong-type': { expected: 'string', found: 'number' },
  'value-not-allowed': { allowed: ['x-one', 'x-other'], found: 'x-found' },
  'value-malformed': { expected: 'x-pattern', found: 'x-found' },
  'value-too-small': { minimum: 1, what: 'number' },
  'value-too-large': { maximum: 9, what: 'array' },
  'no-form-fits': { forms: ['x-instrument', 'x-estimate'] },
  'instrument-required': { what: 'x-tolerance' },
  'slug-duplicate': { slug: 'x-slug', firstLine: 3 },
  'department-unknown': { department: 'x-department' },
  'instrument-unknown': { instrument: 'x-instrument' },
  'material-unknown': { material: 'x-material' },
  'item-unknown': { item: 'x-item' },
  'stage-unknown': { stage: 'x-stage' },
  'parameter-unknown': { parameter: 'x-parameter' },
  'expression-malformed': { expression: 'x-expression', detail: 'x-detail' },
  'expression-of-wrong-type': { expression: 'x-expression', detail: 'x-detail' },
  'expression-not-allowed': { construct: 'x-construct' },
  'question-unknown': { question: 'x-question' },
  'question-later': { question: 'x-question' },
  'option-unknown': { option: 'x-option' },
  'item-not-in-procedure': { item: 'x-item' },
  'instrument-not-in-force': {
    instrument: 'x-instrument',
    day: 'x-day',
    validFrom: 'x-from',
    validTo: 'x-to',
  },
  'external-item-has-officers': { item: 'x-item', key: 'x-key' },
  'department-missing': { item: 'x-item' },
  'approve-step-missing': { item: 'x-item' },
  'steps-out-of-order': { item: 'x-item', step: 'x-step' },
  'opinions-missing': { item: 'x-item' },
  'opinion-of-own-department': { item: 'x-item', department: 'x-department' },
  'limit-missing': { item: 'x-item' },
  'due-before-own-stage': { item: 'x-item', stage: 'x-stage', dueBy: 'x-due' },
  'transition-state-unknown': { item: 'x-item', state: 'x-state' },
  'transition-signal-unknown': { item: 'x-item', signal: 'x-signal' },
  'transition-from-an-ending': { item: 'x-item', state: 'x-state' },
  'transition-absent': { item: 'x-item', state: 'x-state', signal: 'x-signal' },
  'state-unreachable': { item: 'x-item', state: 'x-state' },
  'state-without-way-out': { item: 'x-item', state: 'x-state' },
  'ending-unreachable': { item: 'x-item', ending: 'x-ending' },
  'promise-over-statutory': {
    item: 'x-item',
    promised: 21,
    statutory: 20,
    unit: 'working-days',
    statutoryUnit: 'natural-days',
  },
  'prerequisites-circular': { items: ['x-one', 'x-other', 'x-one'], combination },
  'prerequisites-unmeetable': { item: 'x-item', missing: ['x-one', 'x-other'], combination },
  'prerequisites-not-growing': { item: 'x-item', needed: 'x-needed' },
  'stage-without-due-items': { stage: 'x-stage' },
  'stage-ending-unreachable': { stage: 'x-stage', ending: 'x-ending' },
  'promise-exceeded': {
    stages: ['x-one', 'x-other'],
    days: 26,
    promise: 25,
    unit: 'working-days',
    path: ['x-design 20', 'x-permit 6'],
    combination,
  },
  'units-not-comparable': { item: 'x-item', unit: 'months', stage: 'x-stage', stageUnit: 'years' },
  'target-exceeded': { sum: 80, target: 77, unit: 'working-days' },
  'target-not-comparable': { stage: 'x-stage', unit: 'months', targetUnit: 'working-days' },
  'combinations-too-many': { questions: ['x-question', 'x-other'], triedMax: 100_000 },
  'comparison-not-tried': { expression: 'x-expression', questions: ['x-question'] },
  'item-never-applies': { item: 'x-item' },
  'eligibility-unsatisfiable': {},
  'department-unused': { department: 'x-department' },
  'instrument-unused': { instrument: 'x-instrument' },
  'material-unused': { material: 'x-material' },
  'item-unused': { item: 'x-item' },
  'example-form-refused': { refusal: 'x-refusal', detail: ['x-detail: 1'] },
  'example-answer-wrong': { question: 'x-question', problem: 'x-problem' },
  'example-step-refused': { command: 'x-command', refusal: 'x-refusal', detail: ['x-detail: 1'] },
  'example-step-impossible': { item: 'x-item', state: 'x-state' },
  'example-step-not-refused': { refusal: 'x-refusal' },
  'example-stage-stuck': { stage: 'x-stage', items: ['x-one', 'x-other'] },
  'example-outcome-differs': { of: 'x-of', expected: 'x-expected', found: 'x-found' },
  'example-item-ending-missing': { kind: 'x-kind', ending: 'x-ending' },
  'example-stage-ending-missing': { stage: 'x-stage', ending: 'x-ending' },
  'example-dossier-ending-missing': { ending: 'x-ending' },
};

const AT = { file: 'build/procedure.yaml', line: 1, column: 1, path: '' };

function sentenceOf<Code extends MistakeCode>(code: Code, facts: MistakeFacts[Code]) {
  return definitionMistakeSentence(mistake(code, AT, facts));
}

describe('a mistake in a definition', () => {
  it.each(Object.keys(SAMPLES) as MistakeCode[])(
    '%s is told in Chinese and in English, with its facts',
    (code) => {
      const sentence = sentenceOf(code, SAMPLES[code]);
      expect(flawsOfLabel(sentence)).toEqual([]);
      expect(factsUntold(SAMPLES[code], sentence)).toEqual([]);
      expect(sentence.zh).toMatch(/[。：]/);
    },
  );

  it('that shows under all answers names none', () => {
    const { zh, en } = sentenceOf('prerequisites-circular', {
      items: ['x-one', 'x-one'],
      combination: [],
    });
    expect(zh).not.toContain('当');
    expect(en).not.toContain('when');
  });

  it('names an instrument that has no last day as being in force until now', () => {
    const { zh, en } = sentenceOf('instrument-not-in-force', {
      instrument: 'x-law',
      day: '2026-01-01',
      validFrom: '2026-02-01',
      validTo: '',
    });
    expect(zh).toContain('至 今');
    expect(en).toContain('to now');
  });

  it('says how names and days are written, by an example', () => {
    const enOf = (expected: string) =>
      sentenceOf('value-malformed', { expected, found: 'EIA report' }).en;
    expect(enOf('slug')).toContain('such as works-planning-permit');
    expect(enOf('field-name')).toContain('such as floorArea');
    expect(enOf('date')).toContain('such as 2026-03-02');
  });

  it('says in Chinese what type was expected', () => {
    const zhOf = (expected: string) =>
      sentenceOf('value-of-wrong-type', { expected, found: 'nothing' }).zh;
    expect(['string', 'int', 'object', 'array'].map(zhOf)).toEqual([
      '应为文字，实际是空值。',
      '应为整数，实际是空值。',
      '应为键值对，实际是空值。',
      '应为列表，实际是空值。',
    ]);
    expect(zhOf('date')).toBe('应为date，实际是空值。');
  });
});
