import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContentFolder } from '../../../../src/server/attachments/content-folder.ts';
import { demoPaper } from '../../../../src/server/demo/demo-papers.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'countersign-papers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

async function sniffed(name: string): Promise<string | undefined> {
  const store = new ContentFolder({ folder, sizeMostBytes: 100_000, mode: 'write' });
  const stored = await store.put(Readable.from([demoPaper(name, '某项目').content]));
  return stored.ok ? stored.value.mediaType : undefined;
}

describe('A made-up paper', () => {
  it('is a PDF where its name says so', async () => {
    expect(demoPaper('节能报告.pdf', '某项目').fileName).toBe('节能报告.pdf');
    expect(await sniffed('节能报告.pdf')).toBe('application/pdf');
  });

  it('points from its table of objects at each of them', () => {
    const text = demoPaper('节能报告.pdf', '某项目').content.toString('latin1');
    const table = Number(/startxref\n(\d+)/.exec(text)?.[1]);
    expect(text.slice(table, table + 4)).toBe('xref');
    const offsets = [...text.slice(table).matchAll(/^(\d{10}) 00000 n/gm)];
    expect(offsets.map(([, offset]) => text.slice(Number(offset)).slice(0, 5))).toEqual(
      offsets.map((_, index) => `${index + 1} 0 o`),
    );
  });

  it('is a text, and called one, where its name says anything else', async () => {
    expect(demoPaper('指标汇总表.xlsx', '某项目').fileName).toBe('指标汇总表.txt');
    expect(await sniffed('指标汇总表.xlsx')).toBe('text/plain');
  });

  it('differs from project to project', () => {
    const [one, other] = ['甲', '乙'].map((project) => demoPaper('方案.pdf', project).content);
    expect(one?.equals(other ?? Buffer.alloc(0))).toBe(false);
  });
});
