import {
  catalogueItem,
  departmentsFile,
  instrumentsFile,
  materialsFile,
  type CatalogueItem,
  type DepartmentsFile,
  type Instrument,
  type MaterialType,
} from '../definition/catalogue.ts';
import { members, readLocated, whereIn, type Located } from './located.ts';
import { mistake, type DefinitionMistake } from './mistake.ts';
import type { SourceText } from './source-document.ts';

type DepartmentType = DepartmentsFile['departments'][number];

/**
 * What the procedures share. A list is `undefined` where its file could not be read: nobody is then
 * told that a name is unknown.
 */
export interface Catalogue {
  readonly departments: ReadonlyMap<string, Located<DepartmentType>> | undefined;
  readonly instruments: ReadonlyMap<string, Located<Instrument>> | undefined;
  readonly materials: ReadonlyMap<string, Located<MaterialType>> | undefined;
  readonly items: ReadonlyMap<string, Located<CatalogueItem>>;
  /** Items whose file has mistakes, by the name of the file. */
  readonly unreadableItems: ReadonlySet<string>;
}

const ITEMS_FOLDER = 'catalogue/items/';

export function isItemFile(file: string): boolean {
  return file.startsWith(ITEMS_FOLDER) && file.endsWith('.yaml');
}

export const CATALOGUE_LISTS = [
  'catalogue/departments.yaml',
  'catalogue/instruments.yaml',
  'catalogue/materials.yaml',
] as const;

type CatalogueList = (typeof CATALOGUE_LISTS)[number];

/** Reads the shared lists and the item catalogue. */
export function readCatalogue(sources: readonly SourceText[]): {
  readonly catalogue: Catalogue;
  readonly mistakes: readonly DefinitionMistake[];
} {
  const mistakes: DefinitionMistake[] = [];
  const keep = <Kept>(read: { kept: Kept; mistakes: readonly DefinitionMistake[] }): Kept => {
    mistakes.push(...read.mistakes);
    return read.kept;
  };
  const items = keep(readItems(sources.filter(({ file }) => isItemFile(file))));
  const catalogue: Catalogue = {
    departments: keep(readDepartments(sources)),
    instruments: keep(readInstruments(sources)),
    materials: keep(readMaterials(sources)),
    ...items,
  };
  return { catalogue, mistakes };
}

interface ListRead<Member> {
  readonly kept: ReadonlyMap<string, Located<Member>> | undefined;
  readonly mistakes: readonly DefinitionMistake[];
}

function readDepartments(sources: readonly SourceText[]): ListRead<DepartmentType> {
  const source = listSource(sources, 'catalogue/departments.yaml');
  if ('mistakes' in source) return source;
  const { located, mistakes } = readLocated(source, departmentsFile);
  if (!located) return { kept: undefined, mistakes };
  const all = members(located, located.value.departments, 'departments');
  return bySlug(all, 'department');
}

function readInstruments(sources: readonly SourceText[]): ListRead<Instrument> {
  const source = listSource(sources, 'catalogue/instruments.yaml');
  if ('mistakes' in source) return source;
  const { located, mistakes } = readLocated(source, instrumentsFile);
  if (!located) return { kept: undefined, mistakes };
  return bySlug(members(located, located.value.instruments, 'instruments'), 'instrument');
}

function readMaterials(sources: readonly SourceText[]): ListRead<MaterialType> {
  const source = listSource(sources, 'catalogue/materials.yaml');
  if ('mistakes' in source) return source;
  const { located, mistakes } = readLocated(source, materialsFile);
  if (!located) return { kept: undefined, mistakes };
  return bySlug(members(located, located.value.materials, 'materials'), 'material');
}

function listSource(sources: readonly SourceText[], file: CatalogueList) {
  const found = sources.find((source) => source.file === file);
  if (found) return found;
  const at = { file, line: 1, column: 1, path: '' };
  return { kept: undefined, mistakes: [mistake('file-missing', at, { file })] };
}

function readItems(sources: readonly SourceText[]) {
  const mistakes: DefinitionMistake[] = [];
  const items = new Map<string, Located<CatalogueItem>>();
  const unreadableItems = new Set<string>();
  for (const source of sources) {
    const expected = source.file.slice(ITEMS_FOLDER.length, -'.yaml'.length);
    const read = readLocated(source, catalogueItem);
    mistakes.push(...read.mistakes);
    if (read.located) {
      const slug = read.located.value.item;
      mistakes.push(...fileNameMistakes(read.located, 'item', { slug, expected }));
      items.set(expected, read.located);
    } else unreadableItems.add(expected);
  }
  return { kept: { items, unreadableItems }, mistakes };
}

/** A file is found by its name, so the name must be the one that is written in it. */
export function fileNameMistakes(
  located: Located<unknown>,
  key: string,
  names: { readonly slug: string; readonly expected: string },
): DefinitionMistake[] {
  if (names.slug === names.expected) return [];
  return [mistake('file-name-differs', whereIn(located, key), names)];
}

/** Indexes members by the slug under `key`; a slug that comes again is a mistake. */
function bySlug<Key extends string, Member extends Readonly<Record<Key, string>>>(
  all: readonly Located<Member>[],
  key: Key,
) {
  const kept = new Map<string, Located<Member>>();
  for (const member of all) {
    if (!kept.has(member.value[key])) kept.set(member.value[key], member);
  }
  return { kept, mistakes: duplicateSlugs(all, key) };
}

/** Members of one list that carry a slug which an earlier one carries. */
export function duplicateSlugs<Key extends string, Member extends Readonly<Record<Key, string>>>(
  all: readonly Located<Member>[],
  key: Key,
): DefinitionMistake[] {
  const firstLines = new Map<string, number>();
  const mistakes: DefinitionMistake[] = [];
  for (const member of all) {
    const slug = member.value[key];
    const at = whereIn(member, key);
    const firstLine = firstLines.get(slug);
    if (firstLine === undefined) firstLines.set(slug, at.line);
    else mistakes.push(mistake('slug-duplicate', at, { slug, firstLine }));
  }
  return mistakes;
}
