import { describe, expect, it } from 'vitest';
import type { StoreFaultFacts } from '../../../src/eventstore/faults.ts';
import type { Position } from '../../../src/eventstore/port.ts';
import type { ReadModelFaultFacts } from '../../../src/projections/faults.ts';
import { faultSentences } from '../../../src/wording/faults.ts';
import { readModelFaultSentence } from '../../../src/wording/read-model-faults.ts';
import { READ_MODEL_FAULT_SAMPLES, STORE_FAULT_SAMPLES } from './sample-facts.ts';
import { factsUntold, flawsOfSentence } from './sentence-rules.ts';

describe('a fault of the event store', () => {
  it.each(Object.entries(STORE_FAULT_SAMPLES))(
    '%s says what is wrong and what to do',
    (code, facts) => {
      const sentence = faultSentences({ code, ...facts } as StoreFaultFacts);
      expect(flawsOfSentence(sentence)).toEqual([]);
      expect(factsUntold(facts, sentence)).toEqual([]);
    },
  );
});

describe('a fault of the read tables', () => {
  it.each(Object.entries(READ_MODEL_FAULT_SAMPLES))(
    '%s says what is wrong and what to do',
    (code, facts) => {
      const sentence = readModelFaultSentence({ code, ...facts } as ReadModelFaultFacts);
      expect(flawsOfSentence(sentence)).toEqual([]);
      expect(factsUntold(facts, sentence)).toEqual([]);
    },
  );

  it('is whole where nothing stands in the log or in the tables yet', () => {
    const checkpoint = 'x-checkpoint' as Position;
    const bare: readonly ReadModelFaultFacts[] = [
      { code: 'read-models-ahead', place: 'x-place', checkpoint },
      { code: 'read-models-behind', asked: checkpoint },
    ];
    expect(bare.map(readModelFaultSentence).flatMap(flawsOfSentence)).toEqual([]);
  });
});
