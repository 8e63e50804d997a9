import type { z } from 'zod';
import { FIELD_NAME, SLUG } from '../definition/vocabulary.ts';
import { mistake, type DefinitionMistake } from './mistake.ts';
import type { Path, SourceDocument } from './source-document.ts';

type Issue = z.core.$ZodIssue;

/** What zod found wrong, said in our codes and with the place in the file. */
export function schemaMistakes(
  document: SourceDocument,
  issues: readonly Issue[],
): DefinitionMistake[] {
  return issues.flatMap((issue) => fromIssue(document, issue, []));
}

function fromIssue(document: SourceDocument, issue: Issue, around: Path): DefinitionMistake[] {
  const path = [...around, ...issue.path.map(pathKey)];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.flatMap((key) => unknownKey(document, path, key));
    case 'invalid_union':
      return fromUnion(document, issue, path);
    case 'invalid_type':
      return [wrongType(document, path, issue.expected)].flat();
    default:
      return [wrongValue(document, path, issue)];
  }
}

function wrongType(document: SourceDocument, path: Path, expected: string): DefinitionMistake[] {
  const last = path.at(-1);
  const parent = valueAt(document.content, path.slice(0, -1));
  const isMissing = isRecord(parent) && typeof last === 'string' && !Object.hasOwn(parent, last);
  if (!isMissing) {
    const found = typeName(valueAt(document.content, path));
    return [mistake('value-of-wrong-type', document.where(path), { expected, found })];
  }
  if (last === 'instrument' && Object.hasOwn(parent, 'estimate')) {
    const what = String(path.findLast((key, at) => at < path.length - 1 && isText(key)));
    return [mistake('instrument-required', document.where(path), { what })];
  }
  return [mistake('key-missing', document.where(path), { key: last })];
}

/** The key `estimate` in place of an instrument is told once, as the missing instrument. */
function unknownKey(document: SourceDocument, path: Path, key: string): DefinitionMistake[] {
  const parent = valueAt(document.content, path);
  const toldAlready =
    key === 'estimate' && isRecord(parent) && !Object.hasOwn(parent, 'instrument');
  if (toldAlready) return [];
  return [mistake('key-unknown', document.whereKey([...path, key]), { key })];
}

/** Told by the form that fits best; where none does better than another, by naming the forms. */
function fromUnion(
  document: SourceDocument,
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: Path,
): DefinitionMistake[] {
  if (issue.errors.length === 0) {
    const options = 'options' in issue && Array.isArray(issue.options) ? issue.options : [];
    return [notAllowed(document, path, options)];
  }
  const byFit = issue.errors.toSorted((a, b) => distance(a) - distance(b));
  const [best, second] = byFit;
  if (best && (!second || distance(best) < distance(second))) {
    return best.flatMap((inner) => fromIssue(document, inner, path));
  }
  const forms = issue.errors.map((branch) => branch.map(expectation).filter(isText).join(', '));
  return [mistake('no-form-fits', document.where(path), { forms: [...new Set(forms)] })];
}

/** How far a value is from a form: foreign keys and missing keys count, shallow ones most. */
function distance(branch: readonly Issue[]): number {
  return branch.reduce((sum, issue) => {
    if (issue.code === 'unrecognized_keys') return sum + issue.keys.length;
    return sum + (issue.path.length === 0 ? 10 : 1);
  }, 0);
}

function expectation(issue: Issue): string | undefined {
  if (issue.code !== 'invalid_type') return undefined;
  return issue.path.length > 0 ? issue.path.join('.') : issue.expected;
}

function wrongValue(document: SourceDocument, path: Path, issue: Issue): DefinitionMistake {
  const at = document.where(path);
  const found = shown(valueAt(document.content, path));
  switch (issue.code) {
    case 'invalid_value':
      return notAllowed(document, path, issue.values);
    case 'too_small':
      return mistake('value-too-small', at, {
        minimum: Number(issue.minimum) + (issue.inclusive === false ? 1 : 0),
        what: issue.origin,
      });
    case 'too_big':
      return mistake('value-too-large', at, {
        maximum: Number(issue.maximum) - (issue.inclusive === false ? 1 : 0),
        what: issue.origin,
      });
    case 'invalid_format':
      return mistake('value-malformed', at, { expected: formatOf(issue), found });
    default:
      return mistake('value-malformed', at, { expected: issue.message, found });
  }
}

function formatOf({ format, pattern }: Extract<Issue, { code: 'invalid_format' }>): string {
  if (pattern === String(SLUG)) return 'slug';
  return pattern === String(FIELD_NAME) ? 'field-name' : format;
}

function notAllowed(
  document: SourceDocument,
  path: Path,
  allowed: readonly unknown[],
): DefinitionMistake {
  const found = valueAt(document.content, path);
  const last = path.at(-1);
  if (found === undefined && isText(last)) {
    return mistake('key-missing', document.where(path), { key: last });
  }
  return mistake('value-not-allowed', document.where(path), {
    allowed: allowed.map(String),
    found: shown(found),
  });
}

function valueAt(content: unknown, path: Path): unknown {
  let value = content;
  for (const key of path) {
    if (Array.isArray(value)) value = value[Number(key)];
    else if (isRecord(value)) value = Object.hasOwn(value, key) ? value[key] : undefined;
    else return undefined;
  }
  return value;
}

function pathKey(key: PropertyKey): string | number {
  return typeof key === 'number' ? key : String(key);
}

function typeName(value: unknown): string {
  if (value === null) return 'nothing';
  return Array.isArray(value) ? 'array' : typeof value;
}

function shown(value: unknown): string {
  const text = isText(value) ? value : (JSON.stringify(value) ?? 'nothing');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
