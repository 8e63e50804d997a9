import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { StoredRecord } from '../../src/eventstore/port.ts';
import type { ArchivedKeys, Expected } from './archive.ts';

/** One recorded run: the log as it was stored, the keys to read it, what it added up to. */
export interface History {
  readonly records: readonly StoredRecord[];
  readonly keys: ArchivedKeys;
  readonly expected: Expected;
}

export function readHistory(folder: string, name: string): History {
  const text = (suffix: string): string => readFileSync(join(folder, `${name}.${suffix}`), 'utf8');
  const lines = text('ndjson').trimEnd().split('\n');
  return {
    records: lines.map((line) => JSON.parse(line) as StoredRecord),
    keys: JSON.parse(text('keys.json')) as ArchivedKeys,
    expected: JSON.parse(text('expected.json')) as Expected,
  };
}

/** @throws where the history is there already: what was recorded is never recorded anew */
export function writeHistory(folder: string, name: string, history: History): void {
  const file = (suffix: string): string => join(folder, `${name}.${suffix}`);
  if (existsSync(file('ndjson'))) throw new Error(`${file('ndjson')} is there already`);
  mkdirSync(folder, { recursive: true });
  const lines = history.records.map((record) => JSON.stringify(record));
  writeFileSync(file('ndjson'), `${lines.join('\n')}\n`);
  writeFileSync(file('keys.json'), `${JSON.stringify(history.keys, undefined, 2)}\n`);
  writeFileSync(file('expected.json'), `${JSON.stringify(history.expected, undefined, 2)}\n`);
}
