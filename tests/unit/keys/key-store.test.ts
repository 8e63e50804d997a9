/** What every key store keeps, in memory or in a file. */
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it } from 'vitest';

import type { PersonId } from '../../../src/kernel/ids.ts';
import { isKeyStoreFault, KeyStoreFault } from '../../../src/codec/key-store-faults.ts';
import { createMemoryKeyStore } from '../../../src/keys/memory-key-store.ts';
import { openSqliteKeyStore } from '../../../src/keys/sqlite-key-store.ts';
import { codeOf } from './code-of.ts';

const folder = mkdtempSync(join(tmpdir(), 'countersign-keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const LI = 'p-li' as PersonId;
const WANG = 'p-wang' as PersonId;

const STORES = {
  'in memory': () => createMemoryKeyStore(randomBytes),
  'in a file': () => openSqliteKeyStore({ path: join(folder, freshName()), randomBytes }),
  'in a file, wrapped': () =>
    openSqliteKeyStore({
      path: join(folder, freshName()),
      randomBytes,
      masterKey: randomBytes(32),
    }),
};

function freshName(): string {
  return `${randomBytes(8).toString('hex')}.db`;
}

describe.each(Object.entries(STORES))('keys %s', (_, open) => {
  it('are 32 bytes, one a person, and the same whenever they are asked for', () => {
    const keys = open();
    const key = keys.ensure(LI);
    expect(key).toHaveLength(32);
    expect(keys.ensure(LI)).toEqual(key);
    expect(keys.find(LI)).toEqual(key);
    expect(keys.ensure(WANG)).not.toEqual(key);
    keys.close();
  });

  it('are not made by looking for them', () => {
    const keys = open();
    expect(keys.find(LI)).toBeUndefined();
    expect(keys.find(LI)).toBeUndefined();
    keys.close();
  });

  it('are gone for good once erased, and no new one is made for that person', () => {
    const keys = open();
    keys.ensure(LI);
    keys.ensure(WANG);
    keys.erase(LI);
    keys.erase(LI);
    expect(keys.find(LI)).toBe('erased');
    expect(codeOf(() => keys.ensure(LI))).toBe('person-erased');
    expect(keys.find(WANG)).toHaveLength(32);
    keys.close();
  });

  it('remember an erased person who never had a key', () => {
    const keys = open();
    keys.erase(LI);
    expect(keys.find(LI)).toBe('erased');
    keys.close();
  });

  it('are not handed out after closing', () => {
    const keys = open();
    keys.ensure(LI);
    keys.close();
    keys.close();
    expect(codeOf(() => keys.find(LI))).toBe('keys-closed');
    expect(codeOf(() => keys.ensure(LI))).toBe('keys-closed');
    expect(codeOf(() => keys.erase(LI))).toBe('keys-closed');
  });
});

describe('a fault of the key store', () => {
  it('is told apart by its code and says whether to try again', () => {
    const closed = new KeyStoreFault({ code: 'keys-closed' });
    expect(isKeyStoreFault(closed)).toBe(true);
    expect(isKeyStoreFault(closed, 'keys-closed')).toBe(true);
    expect(isKeyStoreFault(closed, 'keys-full')).toBe(false);
    expect(isKeyStoreFault(new Error('keys-closed'))).toBe(false);
    expect(closed.retryable).toBe(false);
    expect(new KeyStoreFault({ code: 'keys-unavailable', reason: 'busy' }).retryable).toBe(true);
  });
});
