import { createHash, randomUUID } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileTypeFromFile } from 'file-type';
import { z } from 'zod';
import type { AttachmentStore, StoredContent } from '../../application/attachments/port.ts';
import type { Refusal } from '../../application/refusals.ts';
import { ok, refuse, type Result } from '../../kernel/result.ts';
import type { Sha256 } from '../../kernel/ids.ts';
import { isPlainText } from './plain-text.ts';

/** What an office takes: papers, drawings, pictures, archives of drawings. */
const ALLOWED_TYPES: ReadonlySet<string> = new Set([
  'application/pdf',
  'image/png',
  'image/jpeg',
  'image/tiff',
  'application/zip',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'image/vnd.dwg',
  'text/plain',
]);

const facts = z.strictObject({ sizeBytes: z.int().nonnegative(), mediaType: z.string() });

export interface ContentFolderOptions {
  readonly folder: string;
  /** A longer file is refused while it arrives, and nothing of it is kept. */
  readonly sizeMostBytes: number;
  /** A reader beside the process that takes files in leaves the folder as it is. */
  readonly mode: 'write' | 'read';
}

/** Keeps files under their SHA-256: `ab/abcd…` beside `ab/abcd….json` with size and type. */
export class ContentFolder implements AttachmentStore {
  readonly #folder: string;
  readonly #incoming: string;
  readonly sizeMostBytes: number;
  readonly #described = new Map<Sha256, StoredContent>();

  constructor({ folder, sizeMostBytes, mode }: ContentFolderOptions) {
    this.#folder = folder;
    this.#incoming = join(folder, 'incoming');
    this.sizeMostBytes = sizeMostBytes;
    if (mode === 'read') return;
    // What a crash left half-written was never acknowledged.
    rmSync(this.#incoming, { recursive: true, force: true });
    mkdirSync(this.#incoming, { recursive: true });
  }

  describe(hash: Sha256): StoredContent | undefined {
    const known = this.#described.get(hash);
    if (known !== undefined) return known;
    const path = `${this.#pathOf(hash)}.json`;
    if (statSync(path, { throwIfNoEntry: false }) === undefined) return undefined;
    const found = { hash, ...facts.parse(JSON.parse(readFileSync(path, 'utf8'))) };
    this.#described.set(hash, found);
    return found;
  }

  read(hash: Sha256): Readable | undefined {
    return this.describe(hash) && createReadStream(this.#pathOf(hash));
  }

  async put(content: Readable): Promise<Result<StoredContent, Refusal>> {
    const path = join(this.#incoming, randomUUID());
    try {
      const measured = await this.#receive(content, path);
      if (measured === 'too-large') {
        const limitBytes = this.sizeMostBytes;
        return refuse({ code: 'attachment-too-large', facts: { limitBytes } });
      }
      const mediaType = await sniff(path);
      if (!ALLOWED_TYPES.has(mediaType)) {
        return refuse({ code: 'attachment-type-not-allowed', facts: { mediaType } });
      }
      const stored = { ...measured, mediaType };
      await this.#keep(path, stored);
      return ok(stored);
    } finally {
      await rm(path, { force: true });
    }
  }

  async #receive(
    content: Readable,
    path: string,
  ): Promise<{ hash: Sha256; sizeBytes: number } | 'too-large'> {
    const digest = createHash('sha256');
    let sizeBytes = 0;
    const most = this.sizeMostBytes;
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done): void {
        sizeBytes += chunk.length;
        digest.update(chunk);
        done(sizeBytes > most ? new TooLarge() : null, chunk);
      },
    });
    try {
      await pipeline(content, measure, createWriteStream(path, { flush: true }));
    } catch (error) {
      if (error instanceof TooLarge) return 'too-large';
      throw error;
    }
    return { hash: digest.digest('hex') as Sha256, sizeBytes };
  }

  /** The facts are written last: a file counts as stored only once they are there. */
  async #keep(path: string, stored: StoredContent): Promise<void> {
    const target = this.#pathOf(stored.hash);
    mkdirSync(join(target, '..'), { recursive: true });
    await rename(path, target);
    const { sizeBytes, mediaType } = stored;
    const draft = `${target}.${randomUUID()}`;
    await writeFile(draft, JSON.stringify({ sizeBytes, mediaType }), { flush: true });
    await rename(draft, `${target}.json`);
    await syncFolder(join(target, '..'));
    this.#described.set(stored.hash, stored);
  }

  #pathOf(hash: Sha256): string {
    return join(this.#folder, hash.slice(0, 2), hash);
  }
}

class TooLarge extends Error {}

/** The type by the content's own first bytes; plain text is known by having no control bytes. */
async function sniff(path: string): Promise<string> {
  const found = await fileTypeFromFile(path);
  if (found !== undefined) return found.mime;
  return (await isPlainText(path)) ? 'text/plain' : 'application/octet-stream';
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
