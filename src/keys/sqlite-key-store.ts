import type { DatabaseSync } from 'node:sqlite';

import type { KeyMaterial } from '../codec/key-store.ts';
import type { RandomBytes } from '../codec/sealing.ts';
import type { PersonId } from '../kernel/ids.ts';
import { invariant } from '../kernel/invariant.ts';
import { translating } from './driver-faults.ts';
import { KeyStoreFault } from '../codec/key-store-faults.ts';
import { openKeyFile } from './key-file.ts';
import { KEY_BYTES, type KeyVault } from './key-vault.ts';
import { createWrapping, type Wrapping } from './wrapping.ts';

export interface SqliteKeyStoreOptions {
  /** The file, by custom `keys.db` beside the log; made where there is none, mode 0600. */
  readonly path: string;
  readonly randomBytes: RandomBytes;
  /** 32 bytes that wrap every key. Without it the keys lie plain in the file. */
  readonly masterKey?: Uint8Array;
}

type Found = KeyMaterial | 'erased';

const CACHED_MOST = 10_000;

/**
 * Opens the keys in a SQLite file. Several processes may have it open; an erasure is seen by all of
 * them at once. Back it up apart from the log: whoever restores an old copy brings erased persons
 * back, and a log without its keys has lost its persons.
 * @throws KeyStoreFault `keys-foreign`, `keys-newer`, `keys-corrupt`, `keys-master-key`,
 *   `keys-unavailable`
 */
export function openSqliteKeyStore(options: SqliteKeyStoreOptions): KeyVault {
  const { path, randomBytes, masterKey } = options;
  const wrapping = createWrapping(masterKey, randomBytes);
  const database = openKeyFile(path, wrapping);
  const store = new SqliteKeyStore(database, path, wrapping);
  return {
    find: (subject) => store.find(subject),
    ensure: (subject) => store.ensure(subject, () => randomBytes(KEY_BYTES)),
    erase: (subject) => {
      store.erase(subject);
    },
    close: () => {
      store.close();
    },
  };
}

class SqliteKeyStore {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #wrapping: Wrapping;
  readonly #cache = new Map<PersonId, Found>();
  readonly #statements: Statements;
  #dataVersion: unknown;

  constructor(database: DatabaseSync, path: string, wrapping: Wrapping) {
    this.#database = database;
    this.#path = path;
    this.#wrapping = wrapping;
    this.#statements = prepareStatements(database);
  }

  find(subject: PersonId): Found | undefined {
    return this.#talking(() => {
      this.#forgetWhatOthersChanged();
      return this.#cache.get(subject) ?? this.#read(subject);
    });
  }

  ensure(subject: PersonId, makeKey: () => KeyMaterial): KeyMaterial {
    const known = this.find(subject) ?? this.#make(subject, makeKey());
    if (known === 'erased') throw new KeyStoreFault({ code: 'person-erased', subject });
    return known;
  }

  erase(subject: PersonId): void {
    this.#talking(() => {
      this.#statements.erase.run(subject);
      this.#remember(subject, 'erased');
      // The key still stands in the write-ahead log until that is emptied.
      const outcome = this.#statements.emptyLog.get();
      if (outcome?.['busy'] !== 0) {
        const reason = 'a reader keeps the write-ahead log, which still holds the erased key';
        throw new KeyStoreFault({ code: 'keys-unavailable', reason });
      }
    });
  }

  close(): void {
    this.#cache.clear();
    if (this.#database.isOpen) this.#database.close();
  }

  /** The key that stands in the file afterwards: another process may have been faster. */
  #make(subject: PersonId, key: KeyMaterial): Found {
    return this.#talking(() => {
      this.#statements.insert.run(subject, this.#wrapping.wrap(key, subject));
      const found = this.#read(subject);
      invariant(found, `the key of ${subject} was just written`);
      return found;
    });
  }

  #read(subject: PersonId): Found | undefined {
    const row = this.#statements.select.get(subject);
    if (!row) return undefined;
    const { key } = row;
    const found = typeof key === 'string' ? this.#wrapping.unwrap(key, subject) : 'erased';
    if (!found) {
      const reason = `the key of ${subject} cannot be read`;
      throw new KeyStoreFault({ code: 'keys-corrupt', path: this.#path, reason });
    }
    this.#remember(subject, found);
    return found;
  }

  #remember(subject: PersonId, found: Found): void {
    this.#cache.set(subject, found);
    if (this.#cache.size <= CACHED_MOST) return;
    const [oldest] = this.#cache.keys();
    if (oldest !== undefined) this.#cache.delete(oldest);
  }

  #forgetWhatOthersChanged(): void {
    const version = this.#statements.dataVersion.get()?.['data_version'];
    if (version !== this.#dataVersion) this.#cache.clear();
    this.#dataVersion = version;
  }

  #talking<Value>(work: () => Value): Value {
    if (!this.#database.isOpen) throw new KeyStoreFault({ code: 'keys-closed' });
    return translating(this.#path, work);
  }
}

type Statements = ReturnType<typeof prepareStatements>;

function prepareStatements(database: DatabaseSync) {
  return {
    dataVersion: database.prepare('pragma data_version'),
    select: database.prepare('select key from person_key where subject = ?'),
    insert: database.prepare(
      'insert into person_key (subject, key) values (?, ?) on conflict do nothing',
    ),
    erase: database.prepare(
      'insert into person_key (subject, key) values (?, null) on conflict do update set key = null',
    ),
    emptyLog: database.prepare('pragma wal_checkpoint(truncate)'),
  };
}
