import { DatabaseSync } from 'node:sqlite';
import { describe, expect, it } from 'vitest';
import type {
  DepartmentId,
  DossierNumber,
  PersonId,
  ProcedureId,
} from '../../../src/kernel/ids.ts';
import { deskQueries } from '../../../src/projections/desk/queries.ts';
import { dossierQueries } from '../../../src/projections/dossier/queries.ts';
import { inboxQueries } from '../../../src/projections/inbox/queries.ts';
import type { ReadDatabase } from '../../../src/projections/read-database.ts';
import { searchQueries } from '../../../src/projections/search/queries.ts';
import { Serving } from '../../../src/projections/serving.ts';
import { kyselyOver } from '../../../src/projections/storage/sqlite/dialect.ts';
import { openSqliteStorage } from '../../../src/projections/storage/sqlite/sqlite-storage.ts';
import { sqliteTextSearch } from '../../../src/projections/storage/sqlite/text-search.ts';

const DOSSIER = '331100-1' as DossierNumber;
const AGENT = 'agent' as PersonId;
const DEPARTMENT = '331100-ecology' as DepartmentId;
const cursor = (...key: readonly (string | number)[]) =>
  Buffer.from(JSON.stringify(key)).toString('base64url');

/** How SQLite goes about whatever `ask` asks, a line a step. */
async function plansOf(ask: (serving: Serving) => Promise<unknown>): Promise<readonly string[]> {
  const storage = openSqliteStorage(':memory:');
  const database = new DatabaseSync(':memory:');
  database.exec(storage.shape);
  const asked: string[] = [];
  const recording = {
    prepare: (sql: string) => {
      asked.push(sql);
      return database.prepare(sql);
    },
  } as DatabaseSync;
  const serving = new Serving('here');
  await serving.switchTo({
    number: 1,
    tables: kyselyOver<ReadDatabase>(recording),
    textSearch: sqliteTextSearch(recording),
    checkpoint: async () => undefined,
    apply: async () => false,
    close: async () => undefined,
  });
  await ask(serving);
  await storage.close();
  return asked.flatMap((sql) =>
    database
      .prepare(`explain query plan ${sql}`)
      .all()
      .map(({ detail }) => String(detail)),
  );
}

const ASKED: Readonly<Record<string, (serving: Serving) => Promise<unknown>>> = {
  'the desk by last activity': (serving) =>
    deskQueries(serving).ofAgent(AGENT, { most: 20, after: cursor('2026', DOSSIER) }),
  'the desk by opening, filtered': (serving) =>
    deskQueries(serving).ofAgent(AGENT, {
      most: 20,
      order: { by: 'opening', direction: 'asc' },
      procedure: 'sample' as ProcedureId,
      isAgentsTurn: true,
    }),
  'an inbox': (serving) => inboxQueries(serving).ofDepartment(DEPARTMENT, { most: 20 }),
  'the next page of an inbox, filtered': (serving) =>
    inboxQueries(serving).ofDepartment(DEPARTMENT, {
      most: 20,
      about: ['item'],
      post: 'handler',
      after: cursor('2026', DOSSIER, 'item', 'eia'),
    }),
  'a timeline': (serving) => dossierQueries(serving).timeline(DOSSIER, { most: 20 }),
  'a dossier': (serving) => dossierQueries(serving).find(DOSSIER),
  'the dossiers of a project': (serving) => dossierQueries(serving).ofProject('2612'),
  'a search': (serving) => searchQueries(serving).dossiers('医院 新', { most: 20 }),
};

describe('SQLite answers through an index', () => {
  it.each(Object.keys(ASKED))('when asked for %s', async (name) => {
    const ask = ASKED[name];
    const plans = ask ? await plansOf(ask) : [];
    expect(plans).not.toEqual([]);
    // The virtual table of the text index is always "scanned", through its own index.
    const scans = plans.filter((plan) => /^SCAN (?!search_index VIRTUAL)/u.test(plan));
    expect(scans).toEqual([]);
    expect(plans).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  });
});
