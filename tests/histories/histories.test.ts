// Goal: what was written once is read for ever, and means what it meant. Logs that earlier versions
// of this program recorded are decoded and folded by today's; see docs/how-to/record-a-history.md.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { EVENT_SCHEMAS } from '../../src/codec/registry.ts';
import { archivedKeyStore, foldHistory } from './archive.ts';
import { readHistory } from './history-files.ts';

const RECORDED = '.ndjson';
/** Folders are named by the version that recorded. */
const VERSION = /^\d+\.\d+\.\d+$/;

const histories = readdirSync(import.meta.dirname)
  .filter((folder) => VERSION.test(folder))
  .flatMap((version) =>
    readdirSync(join(import.meta.dirname, version))
      .filter((file) => file.endsWith(RECORDED))
      .map((file) => ({ version, name: file.slice(0, -RECORDED.length) })),
  );

describe.each(histories)('The history $name of $version', ({ version, name }) => {
  const { records, keys, expected } = readHistory(join(import.meta.dirname, version), name);

  it('is read and folded to what it was', async () => {
    expect(await foldHistory(records, archivedKeyStore(keys))).toEqual(expected);
  });

  it('is whole: no stream has a hole, and positions grow', () => {
    for (const stream of Map.groupBy(records, (record) => record.stream).values()) {
      expect(stream.map(({ revision }) => revision)).toEqual(stream.map((_, index) => index));
    }
    const positions = records.map(({ position }) => position);
    expect(positions).toEqual(positions.toSorted());
  });

  it('gives nobody away without the keys', () => {
    const [forgotten] = Object.keys(keys);
    const text = records.map(({ data }) => data).join();
    expect(forgotten).toBeDefined();
    expect(text).not.toMatch(/王青禾|陈工|赵新禾|13[789]00000000/);
  });

  it('reads as erased where a key was destroyed', async () => {
    const erased = Object.fromEntries(Object.keys(keys).map((subject) => [subject, null]));
    const folded = await foldHistory(records, archivedKeyStore(erased));
    expect(folded.dossiers.map(({ events }) => events)).toEqual(
      expected.dossiers.map(({ events }) => events),
    );
  });
});

describe('The histories together', () => {
  it('hold every kind of event there is', () => {
    const seen = new Set(
      histories.flatMap(({ version, name }) =>
        readHistory(join(import.meta.dirname, version), name).records.map(({ type }) => type),
      ),
    );
    expect(Object.keys(EVENT_SCHEMAS).filter((type) => !seen.has(type))).toEqual([]);
  });
});
