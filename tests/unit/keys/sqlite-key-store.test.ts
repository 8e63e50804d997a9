import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { PersonId } from '../../../src/kernel/ids.ts';
import { openSqliteKeyStore } from '../../../src/keys/sqlite-key-store.ts';
import { codeOf } from './code-of.ts';

const LI = 'p-li' as PersonId;
const WANG = 'p-wang' as PersonId;

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-keys-'));
  path = join(folder, 'keys.db');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function open(masterKey?: Uint8Array) {
  return openSqliteKeyStore({ path, randomBytes, ...(masterKey && { masterKey }) });
}

/** Everything that lies on the disk, the write-ahead log included. */
function bytesOnDisk(): Buffer {
  return Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))));
}

function written(key: Uint8Array | string | undefined): string {
  return Buffer.from(key as Uint8Array).toString('base64url');
}

describe('the file of keys', () => {
  it('keeps keys and erasures when it is closed and opened again', () => {
    const before = open();
    const key = before.ensure(LI);
    before.erase(WANG);
    before.close();
    const after = open();
    expect(after.find(LI)).toEqual(key);
    expect(after.find(WANG)).toBe('erased');
    after.close();
  });

  it('has the key on the disk before anybody gets it', () => {
    const keys = open();
    const key = keys.ensure(LI);
    expect(bytesOnDisk().includes(written(key))).toBe(true);
    keys.close();
  });

  it('is readable to its owner alone, even where it was not', () => {
    open().close();
    chmodSync(path, 0o644);
    const keys = open();
    keys.ensure(LI);
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777);
    expect(modes.length).toBeGreaterThan(1);
    expect(new Set(modes)).toEqual(new Set([0o600]));
    keys.close();
  });

  it('holds no trace of a key that was erased', () => {
    const keys = open();
    const key = keys.ensure(LI);
    const other = keys.ensure(WANG);
    keys.erase(LI);
    expect(bytesOnDisk().includes(written(key))).toBe(false);
    expect(bytesOnDisk().includes(written(other))).toBe(true);
    keys.close();
  });

  it('is shared: a second process finds the same keys and sees an erasure at once', () => {
    const one = open();
    const other = open();
    const key = one.ensure(LI);
    expect(other.ensure(LI)).toEqual(key);
    one.erase(LI);
    expect(other.find(LI)).toBe('erased');
    one.close();
    other.close();
  });
});

describe('a master key', () => {
  it('keeps the keys from whoever has the file alone', () => {
    const masterKey = randomBytes(32);
    const before = open(masterKey);
    const key = before.ensure(LI);
    expect(bytesOnDisk().includes(written(key))).toBe(false);
    before.close();
    const after = open(masterKey);
    expect(after.find(LI)).toEqual(key);
    after.close();
  });

  it('must be the one the file was made with', () => {
    open(randomBytes(32)).close();
    expect(codeOf(() => open())).toBe('keys-master-key');
    expect(codeOf(() => open(randomBytes(32)))).toBe('keys-master-key');
  });

  it('cannot be put before keys that were written plain', () => {
    open().close();
    expect(codeOf(() => open(randomBytes(32)))).toBe('keys-master-key');
  });

  it('binds a wrapped key to its person', () => {
    const masterKey = randomBytes(32);
    const keys = open(masterKey);
    keys.ensure(LI);
    keys.ensure(WANG);
    keys.close();
    const database = new DatabaseSync(path);
    database.exec(`update person_key set key =
      (select key from person_key where subject = '${WANG}') where subject = '${LI}'`);
    database.close();
    const after = open(masterKey);
    expect(codeOf(() => after.find(LI))).toBe('keys-corrupt');
    after.close();
  });
});

describe('a file that is no key store of ours', () => {
  it('is refused where it is no database', () => {
    writeFileSync(path, 'not a database, only a letter that somebody left here by mistake\n');
    const before = readFileSync(path);
    expect(codeOf(() => open())).toBe('keys-foreign');
    expect(readFileSync(path)).toEqual(before);
  });

  it('is refused where another program made it', () => {
    const database = new DatabaseSync(path);
    database.exec('create table invoice (number integer)');
    database.close();
    chmodSync(path, 0o644);
    expect(codeOf(() => open())).toBe('keys-foreign');
    expect(statSync(path).mode & 0o777).toBe(0o644);
  });

  it('is refused where a newer version of this program wrote it', () => {
    open().close();
    const database = new DatabaseSync(path);
    database.exec('pragma user_version = 2');
    database.close();
    expect(codeOf(() => open())).toBe('keys-newer');
  });

  it('is refused where its tables are gone', () => {
    open().close();
    const database = new DatabaseSync(path);
    database.exec('drop table master_key');
    database.close();
    expect(codeOf(() => open())).toBe('keys-corrupt');
  });

  it('is refused where bytes are damaged or missing', () => {
    const keys = open();
    for (let number = 0; number < 200; number++) keys.ensure(`p-${number}` as PersonId);
    keys.close();
    const whole = readFileSync(path);
    truncateSync(path, whole.length - 4_096);
    expect(codeOf(() => open())).toBe('keys-corrupt');
    const damaged = Buffer.from(whole);
    damaged.fill(0x5a, 8_192, 12_288);
    writeFileSync(path, damaged);
    expect(codeOf(() => open())).toBe('keys-corrupt');
  });

  it('cannot be opened where the folder is missing', () => {
    const nowhere = join(folder, 'missing', 'keys.db');
    expect(codeOf(() => openSqliteKeyStore({ path: nowhere, randomBytes }))).toBe(
      'keys-unavailable',
    );
  });
});
