import { describe, expect, it } from 'vitest';

import type { CodecFaultFacts } from '../../../src/codec/faults.ts';
import type { EventId } from '../../../src/eventstore/port.ts';
import type { PersonId } from '../../../src/kernel/ids.ts';
import type { KeyStoreFaultFacts } from '../../../src/codec/key-store-faults.ts';
import { codecFaultSentence } from '../../../src/wording/codec-faults.ts';
import { keyStoreFaultSentence } from '../../../src/wording/key-store-faults.ts';

const id = 'event-1' as EventId;
const type = 'ItemHandled';
const subject = 'p-li' as PersonId;
const path = '/data/item';
const file = 'data/keys.db';

/** Each with what its sentence must name. */
const CODEC_FAULTS: readonly (readonly [facts: CodecFaultFacts, named: readonly string[]])[] = [
  [{ code: 'unknown-event-type', id, type }, [id, type]],
  [{ code: 'unknown-event-version', id, type, version: 12, known: 11 }, [id, type, '12', '11']],
  [{ code: 'malformed-event', id, type, path, reason: 'why' }, [id, type, path, 'why']],
  [
    { code: 'unsealing-failed', id, type, path, subject, reason: 'key-missing' },
    [id, type, path, subject],
  ],
  [
    { code: 'unsealing-failed', id, type, path, subject, reason: 'not-authentic' },
    [id, type, path, subject],
  ],
];

const KEY_STORE_FAULTS: readonly (readonly [
  facts: KeyStoreFaultFacts,
  named: readonly string[],
])[] = [
  [{ code: 'person-erased', subject }, [subject]],
  [{ code: 'keys-unavailable', reason: 'why' }, ['why']],
  [{ code: 'keys-full', path: file }, [file]],
  [{ code: 'keys-corrupt', path: file, reason: 'why' }, [file, 'why']],
  [{ code: 'keys-foreign', path: file }, [file]],
  [{ code: 'keys-newer', path: file, found: 12, known: 11 }, [file, '12', '11']],
  [{ code: 'keys-master-key', path: file, problem: 'missing' }, [file]],
  [{ code: 'keys-master-key', path: file, problem: 'not-expected' }, [file]],
  [{ code: 'keys-master-key', path: file, problem: 'wrong' }, [file]],
  [{ code: 'keys-closed' }, []],
];

const SENTENCES = [
  ...CODEC_FAULTS.map(([facts, named]) => ({ facts, named, ...codecFaultSentence(facts) })),
  ...KEY_STORE_FAULTS.map(([facts, named]) => ({ facts, named, ...keyStoreFaultSentence(facts) })),
];

describe('what the operator reads when events or keys are out of order', () => {
  it.each(SENTENCES)('$zh', ({ zh, en, named }) => {
    expect(zh).toMatch(/[\u4e00-\u9fff].*[。]$/u);
    expect(en).toMatch(/^[A-Zd].*\.$/u);
    expect(named.filter((fact) => !zh.includes(fact) || !en.includes(fact))).toEqual([]);
  });

  it('is a sentence of its own for every fault', () => {
    expect(new Set(SENTENCES.map(({ zh }) => zh)).size).toBe(SENTENCES.length);
    expect(new Set(SENTENCES.map(({ en }) => en)).size).toBe(SENTENCES.length);
  });
});
