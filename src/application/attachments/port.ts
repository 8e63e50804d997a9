import type { Readable } from 'node:stream';
import type { Attachment } from '../../domain/dossier/parts.ts';
import type { Result } from '../../kernel/result.ts';
import type { Sha256 } from '../../kernel/ids.ts';
import type { Refusal } from '../refusals.ts';

/** What the content-addressed store knows about a file without its name. */
export type StoredContent = Omit<Attachment, 'fileName'>;

export interface AttachmentFinder {
  /** Facts about a stored file; `undefined` when no such content was ever stored whole. */
  describe(hash: Sha256): StoredContent | undefined;
}

export interface AttachmentStore extends AttachmentFinder {
  /**
   * Streams content in, counts and hashes it on the way, sniffs its type, and keeps it under its
   * hash. Storing the same content again changes nothing.
   * @returns refusals `attachment-too-large`, `attachment-type-not-allowed`; nothing is kept then
   */
  put(content: Readable): Promise<Result<StoredContent, Refusal>>;
  /** Streams stored content out. */
  read(hash: Sha256): Readable | undefined;
}
