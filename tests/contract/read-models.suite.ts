import { afterEach, describe, expect, it, vi } from 'vitest';
import { isReadModelFault } from '../../src/projections/faults.ts';
import { createMemoryEventStore } from '../../src/eventstore/memory/memory-event-store.ts';
import type { DossierNumber } from '../../src/kernel/ids.ts';
import { JOINT_APPROVAL, OPENING } from '../../bench/joint-approval/play.ts';
import { tickingClock } from '../support/memory-office.ts';
import { openReadSide, type ReadSide } from './read-side.ts';

export interface ReadModelStorage {
  /** Where the read tables of the running test are; the same until the test ends. */
  url(): string;
  /** Whether tables outlive the process that opened them. */
  readonly keeps: boolean;
}

/** What every storage of read tables must do. */
export function describeReadModels(name: string, storage: ReadModelStorage): void {
  describe(`read tables ${name}`, () => {
    const open: ReadSide[] = [];
    const readSide = async (options: Parameters<typeof openReadSide>[1] = {}) => {
      const side = await openReadSide(storage.url(), options);
      open.push(side);
      return side;
    };
    afterEach(async () => {
      for (const side of open.splice(0)) await side.close();
      vi.useRealTimers();
    });

    it('show a command’s outcome to whoever waits for its position', async () => {
      const side = await readSide();
      const [dossier] = await side.playDossiers(1, 10);
      await side.waitForAll();
      expect(await side.models.dossiers.find(dossier as DossierNumber)).toMatchObject({
        status: 'accepted',
        position: await side.head(),
      });
      expect(await side.runner.lag()).toMatchObject({ isCaughtUp: true, head: await side.head() });
    });

    it('say that they are behind when the time to wait is over', async () => {
      const side = await readSide();
      await side.playDossiers(1, 3);
      await side.waitForAll();
      const beyond = '99999999999999999999' as Awaited<ReturnType<typeof side.head>>;
      await expect(side.runner.waitFor(beyond, 1)).rejects.toSatisfy((error) =>
        isReadModelFault(error, 'read-models-behind'),
      );
    });

    it('take in together what is written while nobody waits, and at once what somebody waits for', async () => {
      // No time passes, so only somebody who waits ends the rest between two batches.
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
      const side = await readSide();
      await side.playDossiers(1, 2);
      await side.waitForAll();
      let batches = 0;
      const stop = side.runner.onProjected(() => (batches += 1));
      const [dossier] = await side.playDossiers(1, 12);
      await side.waitForAll();
      stop();
      expect(batches).toBeLessThanOrEqual(2);
      expect(await side.models.dossiers.find(dossier as DossierNumber)).toMatchObject({
        position: await side.head(),
      });
    });

    it('come up to the log by themselves when nobody waits', async () => {
      const side = await readSide();
      await side.playDossiers(1, 2);
      await side.waitForAll();
      const [dossier] = await side.playDossiers(1, 12);
      const head = await side.head();
      await vi.waitFor(async () => {
        const shown = await side.models.dossiers.find(dossier as DossierNumber);
        expect(shown).toMatchObject({ position: head });
      }, 20_000);
    });

    it('hold the same rows however the log is cut into batches and however little is kept', async () => {
      const side = await readSide();
      await side.playDossiers(3, JOINT_APPROVAL.length, { together: true });
      await side.waitForAll();
      const whole = await side.allRows();
      for (const cut of [
        { batchMost: 1, dossiersMost: 1 },
        { batchMost: 7, dossiersMost: 2 },
        { batchMost: 50, dossiersMost: 100 },
      ]) {
        const other = await openReadSide(':memory:', { ...cut, office: side.office });
        await other.waitForAll();
        expect(await other.allRows()).toEqual(whole);
        await other.close();
      }
    });

    it('take over nothing twice and lose nothing when a run breaks off between or within batches', async () => {
      const side = await readSide();
      await side.playDossiers(2, 12, { together: true });
      await side.waitForAll();
      const whole = await side.allRows();
      const broken = await openReadSide(`${storage.url()}${storage.keeps ? '-broken' : ''}`, {
        office: side.office,
        batchMost: 10,
        breakAt: 25,
      });
      open.push(broken);
      await broken.untilFailed();
      expect(broken.failures).toEqual([broken.runner.failure()]);
      await broken.restart();
      await broken.waitForAll();
      expect(await broken.allRows()).toEqual(whole);
    });

    it('are rebuilt while they are read, and then go on live', async () => {
      const side = await readSide({ batchMost: 5 });
      const [dossier] = await side.playDossiers(2, 20, { together: true });
      await side.waitForAll();
      const before = await side.allRows();
      const first = side.models.serving.generation?.number;
      const rebuilding = side.runner.rebuild();
      let reads = 0;
      while (side.models.serving.generation?.number === first) {
        expect(await side.models.dossiers.items(dossier as DossierNumber)).toHaveLength(12);
        reads += 1;
        await new Promise(setImmediate);
      }
      await rebuilding;
      expect(reads).toBeGreaterThan(1);
      expect(side.models.serving.generation?.number).not.toBe(first);
      expect(await side.allRows()).toEqual(before);
      expect(await side.models.storage.generations()).toHaveLength(1);
      await side.playDossiers(1, 3);
      await side.waitForAll();
      expect(await side.runner.lag()).toMatchObject({ isCaughtUp: true });
    });

    it('tell those who look on which dossiers and inboxes have changed', async () => {
      const side = await readSide();
      const seen = new Set<string>();
      const stop = side.runner.onProjected(({ dossiers, departments }) => {
        for (const one of [...dossiers, ...departments]) seen.add(one);
      });
      const [dossier] = await side.playDossiers(1, 3);
      await side.waitForAll();
      stop();
      expect([...seen]).toEqual(expect.arrayContaining([dossier, '331100-d01']));
      seen.clear();
      await side.playDossiers(1, 3);
      await side.waitForAll();
      expect(seen.size).toBe(0);
    });

    it('find a dossier by any part of a name, be it one or two characters', async () => {
      const side = await readSide();
      const hospital = await side.openDossier('新城（二期）人民医院“急诊楼”', 'Ａ公司');
      await side.openDossier('高新区第二中学', '市教育局');
      await side.waitForAll();
      const find = async (query: string) =>
        (await side.models.search.dossiers(query, { most: 10 })).edges.map(
          ({ node }) => node.projectName,
        );
      const found = ['新城（二期）人民医院“急诊楼”'];
      for (const query of [
        '医院',
        '急',
        '城二',
        '新城 急诊',
        'a公司',
        hospital,
        hospital.slice(-5),
      ]) {
        expect(await find(query)).toEqual(found);
      }
      expect(await find('二')).toHaveLength(2);
      expect(await find('院人')).toEqual([]);
      for (const harmless of [
        '',
        '"',
        "'; drop table search_texts --",
        'a* OR b',
        'NEAR(',
        '医院"',
      ]) {
        await expect(find(harmless)).resolves.toBeInstanceOf(Array);
      }
      expect(await find('医院"')).toEqual(found);
    });

    it('page through a desk that grows meanwhile without showing or missing anything twice', async () => {
      const side = await readSide();
      const opened = [];
      for (let one = 0; one < 7; one += 1) opened.push(await side.openDossier(`项目${one}`, '甲'));
      await side.waitForAll();
      const order = { by: 'opening', direction: 'desc' } as const;
      const seen: string[] = [];
      let after: string | undefined;
      for (;;) {
        const page = await side.models.desk.ofAgent(side.agent, {
          most: 2,
          order,
          ...(after !== undefined && { after }),
        });
        seen.push(...page.edges.map(({ node }) => node.dossier));
        after = page.edges.at(-1)?.cursor;
        if (!page.hasMore) break;
        await side.openDossier('新来的项目', '乙');
        await side.waitForAll();
      }
      expect(seen).toEqual(opened.toReversed());
      const hits: string[] = [];
      after = undefined;
      for (;;) {
        const options = { most: 3, ...(after !== undefined && { after }) };
        const page = await side.models.search.dossiers('项目', options);
        hits.push(...page.edges.map(({ node }) => node.number));
        after = page.edges.at(-1)?.cursor;
        if (!page.hasMore) break;
      }
      expect(new Set(hits).size).toBe(hits.length);
      expect(hits).toEqual(expect.arrayContaining(opened));
    });

    it('refuse a cursor that no page gave out', async () => {
      const side = await readSide();
      await side.openDossier('项目', '甲');
      await side.waitForAll();
      for (const after of ['!', '', Buffer.from('[1]').toString('base64url')]) {
        const asked = side.models.desk.ofAgent(side.agent, { most: 2, after });
        await expect(asked).rejects.toSatisfy((error) => isReadModelFault(error, 'cursor-invalid'));
      }
    });

    it('give a department its inbox, the oldest first, by kind and by post', async () => {
      const side = await readSide();
      const dossiers = await side.playDossiers(3, 8);
      await side.waitForAll();
      const inbox = side.models.inbox;
      const d02 = '331100-d02' as Parameters<typeof inbox.counts>[0];
      const first = await inbox.ofDepartment(d02, { most: 2, about: ['item'] });
      const after = first.edges.at(-1)?.cursor ?? '';
      const second = await inbox.ofDepartment(d02, { most: 2, about: ['item'], after });
      const entries = [...first.edges, ...second.edges].map(({ node }) => node.dossier);
      expect(entries).toEqual(
        entries.toSorted((a, b) => dossiers.indexOf(a) - dossiers.indexOf(b)),
      );
      const counts = await inbox.counts(d02);
      expect(entries).toHaveLength(counts.item ?? 0);
      const approvers = await inbox.ofDepartment(d02, { most: 10, post: 'government-head' });
      expect(approvers.edges).toEqual([]);
    });

    it('are refused when they know more than the log', async () => {
      const side = await readSide();
      await side.playDossiers(1, 3);
      await side.waitForAll();
      const shorter = createMemoryEventStore({ now: tickingClock() });
      await expect(side.restartOn(shorter)).rejects.toSatisfy((error) =>
        isReadModelFault(error, 'read-models-ahead'),
      );
    });

    it('are refused when another log stands where they stopped', async () => {
      const side = await readSide();
      await side.playDossiers(1, OPENING.length);
      await side.waitForAll();
      const other = await openReadSide(':memory:');
      await other.playDossiers(4, 10, { run: 'elsewhere' });
      await expect(side.restartOn(other.office.store)).rejects.toSatisfy((error) =>
        isReadModelFault(error, 'read-models-of-other-log'),
      );
      await other.close();
    });

    it('are rebuilt at the start when a model has a new version, and only then', async () => {
      const side = await readSide();
      await side.playDossiers(1, 5);
      await side.waitForAll();
      const first = side.models.serving.generation?.number;
      await side.restartWithVersions((version) => version);
      await side.waitForAll();
      expect(side.models.serving.generation?.number).toBe(first);
      await side.restartWithVersions((version) => version + 1);
      await side.untilServing((generation) => generation !== first);
      expect(await side.models.storage.generations()).toHaveLength(1);
    });
  });
}
