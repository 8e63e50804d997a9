import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { folderOf, readWorkflows, type LoadedWorkflows } from './load-workflows.ts';
import { compareText, inReadingOrder, mistake, type DefinitionMistake } from './mistake.ts';
import type { SourceText } from './source-document.ts';

/** A definition is some kilobytes; more is a mistake, and the YAML reader is spared. */
const FILE_BYTES_MAX = 512 * 1024;

/**
 * Reads the workflows folder from disk: `catalogue/` and each folder that holds a `procedure.yaml`.
 * A folder or file that cannot be read is a mistake in the result, never a throw.
 */
export async function loadWorkflows(folder: string): Promise<LoadedWorkflows> {
  const listed = await definitionFiles(folder);
  if ('mistake' in listed) {
    const empty = readWorkflows([]);
    return { ...empty, mistakes: [listed.mistake] };
  }
  const reads = await Promise.all(listed.files.map((file) => readSource(folder, file)));
  const sources = reads.flatMap((read) => ('text' in read ? [read] : []));
  const unreadable = reads.flatMap((read) => ('text' in read ? [] : [read]));
  const loaded = readWorkflows(sources);
  const read = loaded.mistakes.filter(({ file }) => !unreadable.some((one) => one.file === file));
  return { ...loaded, mistakes: inReadingOrder([...unreadable, ...read]) };
}

/** Only folders of definitions are looked into: others hold calendars and policies. */
async function definitionFiles(
  folder: string,
): Promise<{ files: readonly string[] } | { mistake: DefinitionMistake }> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
      .toSorted(compareText);
    const folders = new Set(
      files.filter((file) => /^[^/]+\/procedure\.ya?ml$/.test(file)).map(folderOf),
    ).add('catalogue');
    return {
      files: files.filter((file) => folders.has(folderOf(file)) && /\.ya?ml$/.test(file)),
    };
  } catch {
    const at = { file: '.', line: 1, column: 1, path: '' };
    return { mistake: mistake('folder-missing', at, { folder }) };
  }
}

async function readSource(folder: string, file: string): Promise<SourceText | DefinitionMistake> {
  const path = join(folder, file);
  const at = { file, line: 1, column: 1, path: '' };
  try {
    const { size } = await stat(path);
    if (size > FILE_BYTES_MAX) {
      return mistake('file-too-large', at, { bytes: size, bytesMax: FILE_BYTES_MAX });
    }
    return { file, text: asUtf8(await readFile(path)) };
  } catch (fault) {
    if (fault instanceof TypeError) return mistake('file-not-utf8', at, {});
    const problem = fault instanceof Error && 'code' in fault ? String(fault.code) : 'unknown';
    return mistake('file-unreadable', at, { problem });
  }
}

/** Throws a TypeError where the bytes are no UTF-8. */
function asUtf8(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
}
