import {
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  parseDocument,
  visit,
  type Document,
  type Node,
  type YAMLMap,
} from 'yaml';
import { mistake, type DefinitionMistake, type Where } from './mistake.ts';

/** A file's name inside the workflows folder and what it says. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

export type Path = readonly (string | number)[];

/** A parsed file that can say at which line and column a value stands. */
export interface SourceDocument {
  readonly file: string;
  readonly content: unknown;
  /** Of the value at the path, or of the nearest value around it where there is none. */
  where(path: Path): Where;
  /** Of the key itself, for keys that should not be there. */
  whereKey(path: Path): Where;
  /** Of a letter of the text at the path; its beginning where the text is not written straight. */
  whereInText(path: Path, offset: number): Where;
}

/** Definitions nest six levels or so; past this the reader of our own recursion is protected. */
const LEVELS_MAX = 64;
/** One slip makes the parser stumble on and on; the first words are the ones that help. */
const SYNTAX_ERRORS_TOLD_MAX = 5;

/**
 * Reads YAML 1.2 with positions. Aliases and anchors are refused: what is written is what holds,
 * and a few lines cannot blow up into millions. Every mistake of the text is reported at once.
 */
export function parseSource(source: SourceText): {
  readonly document?: SourceDocument;
  readonly mistakes: readonly DefinitionMistake[];
} {
  const at = placesIn(source);
  const deep = deepestBracket(source.text);
  if (deep !== undefined) return { mistakes: [tooDeep(at(deep))] };
  const parsed = parseDocument(source.text, {
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  const broken = [...parsed.errors, ...parsed.warnings].slice(0, SYNTAX_ERRORS_TOLD_MAX);
  const syntax = broken.map((error) =>
    mistake('yaml-syntax', at(error.pos[0]), { problem: error.code, detail: error.message }),
  );
  if (syntax.length > 0) return { mistakes: syntax };
  const structure = structureMistakes(parsed, at);
  if (structure.length > 0) return { mistakes: structure };
  return { document: positioned(parsed, source.text, at), mistakes: [] };
}

type At = (offset: number, path?: string) => Where;

/** Counts lines itself: the parser's own counter loses count inside broken flow collections. */
function placesIn({ file, text }: SourceText): At {
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  return (offset, path = '') => {
    const within = Math.min(Math.max(offset, 0), text.length);
    const line = starts.findLastIndex((start) => start <= within);
    return { file, line: line + 1, column: within - (starts[line] ?? 0) + 1, path };
  };
}

function positioned(parsed: Document.Parsed, text: string, at: At): SourceDocument {
  const root: Node | null = parsed.contents;
  const file = at(0).file;
  return {
    file,
    content: parsed.toJS({ maxAliasCount: 0 }) as unknown,
    where: (path) => at(offsetOf(nearest(root, path)), pathText(path)),
    whereKey: (path) => at(keyOffset(root, path), pathText(path)),
    whereInText: (path, offset) => {
      const node = nearest(root, path);
      return at(offsetOf(node) + offsetInSource(node, text, offset), pathText(path));
    },
  };
}

function structureMistakes(parsed: Document.Parsed, at: At): DefinitionMistake[] {
  const found: DefinitionMistake[] = [];
  visit(parsed, {
    Alias: (_, alias) => {
      found.push(mistake('yaml-alias', at(offsetOf(alias)), { alias: alias.source }));
    },
    Node: (_, node, ancestors) => {
      if (ancestors.length <= LEVELS_MAX * 2) return undefined;
      found.push(tooDeep(at(offsetOf(node))));
      return visit.BREAK;
    },
    Map: (_, map) => {
      found.push(...duplicateKeys(map, at));
    },
  });
  return found;
}

function duplicateKeys(map: YAMLMap, at: At): DefinitionMistake[] {
  const seen = new Set<string>();
  const found: DefinitionMistake[] = [];
  for (const { key } of map.items) {
    const name = keyName(key);
    if (seen.has(name)) {
      found.push(mistake('key-duplicate', at(isNode(key) ? offsetOf(key) : 0), { key: name }));
    }
    seen.add(name);
  }
  return found;
}

/** Where brackets nest too deep, before the parser recurses into them. */
function deepestBracket(text: string): number | undefined {
  let level = 0;
  for (let offset = 0; offset < text.length; offset += 1) {
    const letter = text[offset];
    if (letter === '[' || letter === '{') level += 1;
    else if (letter === ']' || letter === '}') level -= 1;
    if (level > LEVELS_MAX) return offset;
  }
  return undefined;
}

function tooDeep(at: Where): DefinitionMistake {
  return mistake('yaml-too-deep', at, { levelsMax: LEVELS_MAX });
}

function nearest(root: Node | null, path: Path): Node | null {
  let node = root;
  for (const key of path) {
    const next = child(node, key);
    if (!next) return node;
    node = next;
  }
  return node;
}

function child(node: Node | null, key: string | number): Node | undefined {
  let value: unknown;
  if (isSeq(node)) value = node.items[Number(key)];
  else if (isMap(node)) value = pairAt(node, key)?.value;
  return isNode(value) && !isAlias(value) ? value : undefined;
}

function keyOffset(root: Node | null, path: Path): number {
  const parent = nearest(root, path.slice(0, -1));
  const last = path.at(-1);
  const key = isMap(parent) && last !== undefined ? pairAt(parent, last)?.key : undefined;
  return offsetOf(isNode(key) ? key : parent);
}

function pairAt(map: YAMLMap, key: string | number) {
  return map.items.find((pair) => keyName(pair.key) === String(key));
}

function keyName(key: unknown): string {
  return String(isScalar(key) ? key.value : key);
}

function offsetOf(node: Node | null | undefined): number {
  return node?.range?.[0] ?? 0;
}

/** Plain and quoted texts on one line stand in the file as they are; folded ones do not. */
function offsetInSource(node: Node | null, text: string, offset: number): number {
  if (!isScalar(node) || typeof node.value !== 'string') return 0;
  const quote = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0;
  const isStraight = text.startsWith(node.value, offsetOf(node) + quote);
  return isStraight ? quote + offset : 0;
}

/** `stages[0].items[2].needs` */
function pathText(path: Path): string {
  return path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`))
    .join('')
    .replace(/^\./, '');
}
