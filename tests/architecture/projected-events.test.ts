/*
 * Every kind of event is shown to people or left out on purpose: the recorded histories, which hold
 * every kind there is, are projected, and the timeline is looked through.
 */
import { randomBytes } from 'node:crypto';
import { globSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { OrganisationDirectory } from '../../src/application/reference/organisation-directory.ts';
import { ProcedureLibrary } from '../../src/application/reference/procedure-library.ts';
import { createCodec } from '../../src/codec/codec.ts';
import { dossierOfStream } from '../../src/codec/dossier-stream.ts';
import { EVENT_SCHEMAS } from '../../src/codec/registry.ts';
import type { DossierNumber } from '../../src/kernel/ids.ts';
import type { TimelineEntry } from '../../src/projections/dossier/views.ts';
import { openReadModels, type ReadModels } from '../../src/projections/open-read-models.ts';
import { createProjectionRunner } from '../../src/projections/runner/projection-runner.ts';
import { archivedKeyStore, archivedStore } from '../histories/archive.ts';
import { readHistory, type History } from '../histories/history-files.ts';
import { ROOT } from './tracked-files.ts';

/**
 * Reference data: few, folded in memory by every process, and read from there
 * (`src/application/reference`). No table shows them.
 */
const LEFT_OUT_ON_PURPOSE = [
  'CompetenceSet',
  'DepartmentClosed',
  'DepartmentFounded',
  'PersonAppointed',
  'PersonRegistered',
  'PostEnded',
  'ProcedurePublished',
];
const TIMELINE_MOST = 500;
const PATIENCE_MS = 20_000;

interface Shown {
  readonly history: History;
  readonly readModels: ReadModels;
  readonly stop: () => Promise<void>;
}

async function project(history: History): Promise<Shown> {
  const store = archivedStore(history.records);
  const codec = createCodec({ keys: archivedKeyStore(history.keys), randomBytes });
  const library = new ProcedureLibrary({ store, codec });
  const organisation = new OrganisationDirectory({ store, codec });
  await Promise.all([library.catalogue.refresh(), organisation.stream.refresh()]);
  const readModels = await openReadModels({ url: ':memory:' });
  const procedureOf: typeof library.published = (ref) => library.published(ref);
  const runner = createProjectionRunner({ store, codec, readModels, procedureOf });
  await runner.start();
  const head = await store.head();
  if (head !== undefined) await runner.waitFor(head, PATIENCE_MS);
  const stop = async (): Promise<void> => {
    await runner.stop();
    await readModels.close();
  };
  return { history, readModels, stop };
}

describe('every kind of event', () => {
  const shown: Shown[] = [];
  beforeAll(async () => {
    for (const file of globSync('tests/histories/*/*.ndjson', { cwd: ROOT })) {
      const folder = join(ROOT, dirname(file));
      shown.push(await project(readHistory(folder, basename(file, '.ndjson'))));
    }
  });
  afterAll(async () => {
    for (const { stop } of shown) await stop();
  });

  it('is in the timeline, or listed as left out on purpose', async () => {
    const seen = new Set<string>();
    for (const { history, readModels } of shown) {
      for (const { dossier } of history.expected.dossiers) {
        for (const { type } of await timelineOf(readModels, dossier)) seen.add(type);
      }
    }
    const missing = Object.keys(EVENT_SCHEMAS).filter((type) => !seen.has(type));
    expect(missing.toSorted()).toEqual(LEFT_OUT_ON_PURPOSE);
  });

  it('of a dossier has its place there, none missing and none twice', async () => {
    for (const { history, readModels } of shown) {
      const streams = Map.groupBy(history.records, ({ stream }) => dossierOfStream(stream));
      for (const { dossier } of history.expected.dossiers) {
        const entries = await timelineOf(readModels, dossier);
        const recorded = streams.get(dossier)?.map(({ revision, type }) => [revision, type]);
        expect(entries.map(({ revision, type }) => [revision, type])).toEqual(recorded);
      }
    }
  });
});

async function timelineOf(
  { dossiers }: ReadModels,
  dossier: DossierNumber,
): Promise<readonly TimelineEntry[]> {
  const { edges, hasMore } = await dossiers.timeline(dossier, { most: TIMELINE_MOST });
  expect(hasMore).toBe(false);
  return edges.map(({ node }) => node);
}
