import { procedureFile, type ProcedureFile } from '../definition/procedure-file.ts';
import {
  CATALOGUE_LISTS,
  fileNameMistakes,
  isItemFile,
  readCatalogue,
  type Catalogue,
} from './catalogue.ts';
import { readLocated, type Located } from './located.ts';
import { inReadingOrder, mistake, type DefinitionMistake } from './mistake.ts';
import type { SourceText } from './source-document.ts';

/** The workflows folder as read: what could be read, and every mistake found in reading it. */
export interface LoadedWorkflows {
  readonly catalogue: Catalogue;
  /** In the order of their names. */
  readonly procedures: readonly Located<ProcedureFile>[];
  /** Worked examples as text, for those who can replay them. */
  readonly examples: readonly SourceText[];
  readonly mistakes: readonly DefinitionMistake[];
  /** Files that nobody reads, most likely misnamed. */
  readonly warnings: readonly DefinitionMistake[];
}

const PROCEDURE_FILE = /^([^/]+)\/procedure\.yaml$/;
/** Whole applications with their papers, for those who play them over the network. */
const DEMO_FILE = /^[^/]+\/examples\/[^/]+\/.+$/;
const EXAMPLE_FILE = /^[^/]+\/examples\/[^/]+\.yaml$/;

/** Reads texts of the workflows folder into a catalogue and procedures. Never throws for content. */
export function readWorkflows(sources: readonly SourceText[]): LoadedWorkflows {
  const { catalogue, mistakes } = readCatalogue(sources);
  const procedures = readProcedures(sources);
  return {
    catalogue,
    procedures: procedures.read,
    examples: sources.filter(({ file }) => EXAMPLE_FILE.test(file)),
    mistakes: inReadingOrder([...mistakes, ...procedures.mistakes]),
    warnings: inReadingOrder(sources.filter(({ file }) => !isRead(file)).map(unexpected)),
  };
}

/** The folder of a file inside the workflows folder: for a procedure's files, its slug. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(file.indexOf('/'), 0));
}

function readProcedures(sources: readonly SourceText[]) {
  const mistakes: DefinitionMistake[] = [];
  const read: Located<ProcedureFile>[] = [];
  for (const source of sources.filter(({ file }) => PROCEDURE_FILE.test(file))) {
    const { located, mistakes: own } = readLocated(source, procedureFile);
    mistakes.push(...own);
    if (!located) continue;
    const slug = located.value.procedure;
    const expected = folderOf(source.file);
    mistakes.push(...fileNameMistakes(located, 'procedure', { slug, expected }));
    read.push(located);
  }
  return { read, mistakes };
}

function isRead(file: string): boolean {
  return (
    CATALOGUE_LISTS.some((list) => list === file) ||
    isItemFile(file) ||
    PROCEDURE_FILE.test(file) ||
    EXAMPLE_FILE.test(file) ||
    DEMO_FILE.test(file)
  );
}

function unexpected({ file }: SourceText): DefinitionMistake {
  return mistake('file-unexpected', { file, line: 1, column: 1, path: '' }, {});
}
