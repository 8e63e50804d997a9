import { describe, expect, it } from 'vitest';
import { COMMAND_LABELS } from '../../../src/wording/command-labels.ts';
import { EVENT_LABELS } from '../../../src/wording/event-labels.ts';
import {
  ADVICE_LABELS,
  ENDING_LABELS,
  ITEM_KIND_LABELS,
  OPINION_LABELS,
  PHASE_LABELS,
  POST_LABELS,
  SERVICE_LABELS,
  STATUS_LABELS,
} from '../../../src/wording/labels.ts';
import { stepLabel } from '../../../src/wording/step-labels.ts';
import { flawsOfLabel } from './sentence-rules.ts';

const FAMILIES = {
  events: EVENT_LABELS,
  commands: COMMAND_LABELS,
  posts: POST_LABELS,
  'states of a dossier': STATUS_LABELS,
  'phases of an item': PHASE_LABELS,
  'endings of an item': ENDING_LABELS,
  'kinds of item': ITEM_KIND_LABELS,
  opinions: OPINION_LABELS,
  'advice of a pre-review': ADVICE_LABELS,
  'manners of service': SERVICE_LABELS,
} as const;

describe('labels', () => {
  it.each(Object.entries(FAMILIES))('%s are named in both languages', (_, family) => {
    expect(Object.values(family).flatMap(flawsOfLabel)).toEqual([]);
  });

  it.each(Object.entries(FAMILIES))('of %s never call two things the same', (_, family) => {
    const labels = Object.values(family);
    expect(new Set(labels.map(({ zh }) => zh)).size).toBe(labels.length);
    expect(new Set(labels.map(({ en }) => en)).size).toBe(labels.length);
  });
});

describe('the label of a step', () => {
  it('is known for the steps of the built-in machines', () => {
    expect(stepLabel('handling')).toEqual({ zh: '承办', en: 'handling' });
  });

  it('says that a step before the prerequisites is pre-review', () => {
    expect(stepLabel('waiting-reviewing')).toEqual({
      zh: '审核（预审）',
      en: 'review (pre-review)',
    });
  });

  it('is the name in the definition where only the definition knows the step', () => {
    expect(stepLabel('site-visit')).toEqual({ zh: 'site-visit', en: 'site-visit' });
    expect(stepLabel('waiting-site-visit').en).toBe('waiting-site-visit');
  });
});
