// Asks for the keys of five new persons in the file of the first argument and writes a line for each.
import { randomBytes, randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { argv } from 'node:process';

import type { PersonId } from '../../../src/kernel/ids.ts';
import { openSqliteKeyStore } from '../../../src/keys/sqlite-key-store.ts';

const [, , path = ''] = argv;
const keys = openSqliteKeyStore({ path, randomBytes });
for (let count = 0; count < 5; count += 1) {
  const person = randomUUID() as string as PersonId;
  keys.ensure(person);
  writeSync(1, `acknowledged ${person}\n`);
}
keys.close();
