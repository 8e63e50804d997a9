import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../src/application/refusals.ts';
import { REFUSAL_WORDING, refusalSentences } from '../../../src/wording/refusals.ts';
import type { NameLookup } from '../../../src/wording/voice.ts';
import { REFUSAL_SAMPLES } from './sample-facts.ts';
import { factsUntold, flawsOfSentence } from './sentence-rules.ts';

function refusal(code: string, facts: object): Refusal {
  return { code, facts } as Refusal;
}

describe('the sentence of a refusal', () => {
  it.each(Object.entries(REFUSAL_SAMPLES))(
    '%s says what is wrong and what to do, in both languages',
    (code, facts) => {
      const sentences = refusalSentences(refusal(code, facts));
      expect(flawsOfSentence(sentences)).toEqual([]);
      expect(factsUntold(facts, sentences)).toEqual(
        code === 'attachment-too-large' ? [104_857_600] : [],
      );
    },
  );

  it('exists for every code that has a sample, and for no other', () => {
    expect(Object.keys(REFUSAL_WORDING).sort()).toEqual(Object.keys(REFUSAL_SAMPLES).sort());
  });

  it('keeps its rules where facts are absent or lists are empty', () => {
    const { from, to: _, ...overlap } = REFUSAL_SAMPLES['post-overlaps'];
    const { department: __, ...held } = REFUSAL_SAMPLES['post-not-held'];
    const bare = [
      refusal('post-overlaps', { ...overlap, from }),
      refusal('post-not-held', held),
      refusal('competence-taken', { ...REFUSAL_SAMPLES['competence-taken'], items: [] }),
      refusal('outside-authority', {
        ...REFUSAL_SAMPLES['outside-authority'],
        neededDepartments: [],
      }),
      refusal('prerequisites-missing', { item: 'x-item', missing: [] }),
      refusal('opinion-department-not-listed', { item: 'x-item', departments: [] }),
      refusal('too-much-contention', { attempts: 8 }),
      refusal('too-much-contention', { stream: 'x-stream', attempts: 8 }),
    ];
    for (const one of bare) {
      expect(flawsOfSentence(refusalSentences(one))).toEqual([]);
      expect(factsUntold(one.facts, refusalSentences(one))).toEqual([]);
    }
  });

  it('calls things by their names where these are known', () => {
    const nameOf: NameLookup = (kind, id) =>
      kind === 'item' && id === 'eia'
        ? { zh: '建设项目环境影响评价审批', en: 'EIA approval' }
        : undefined;
    const asked = refusal('stage-items-open', { stage: 'works', items: ['eia', 'flood'] });
    expect(refusalSentences(asked, nameOf)).toEqual({
      zh: '阶段“works”还有事项未办结：“建设项目环境影响评价审批”、“flood”。请待其办结后再办结阶段。',
      en: 'Stage “works” still has open items: “EIA approval”, “flood”. Conclude it when they have ended.',
    });
  });

  it('tells times as the clocks of the office show them', () => {
    const facts = { post: 'p1', to: '2026-06-30T16:00:00.000Z' };
    expect(refusalSentences(refusal('post-ended', facts)).zh).toContain('2026-07-01 00:00:00');
  });

  it('names posts, commands and states as people call them', () => {
    expect(
      refusalSentences(
        refusal('item-not-in-step', { item: 'eia', step: 'handling', command: 'ApproveItem' }),
      ).zh,
    ).toBe('事项“eia”现处于“承办”环节，不能“批准”。请按该事项的下一步办理。');
  });

  it('tells a limit in megabytes', () => {
    const facts = REFUSAL_SAMPLES['attachment-too-large'];
    expect(refusalSentences(refusal('attachment-too-large', facts)).zh).toContain('100 MB');
  });
});
