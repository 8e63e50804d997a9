import { invariant } from '../kernel/invariant.ts';
import { ReadModelFault } from './faults.ts';

/** A stretch of a list that goes on from wherever the reader stopped, whatever came in meanwhile. */
export interface Page<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly hasMore: boolean;
}

export interface Edge<Node> {
  /** Opaque; asks for what follows this one. */
  readonly cursor: string;
  readonly node: Node;
}

export interface PageOptions {
  /** 1 to 500. */
  readonly most: number;
  /** Cursor of the last one seen; from the beginning when absent. */
  readonly after?: string;
}

const PAGE_MOST = 500;

/** How many rows to ask for: one more than wanted says whether there are more. */
export function rowsToAsk({ most }: PageOptions): number {
  invariant(
    Number.isInteger(most) && most >= 1 && most <= PAGE_MOST,
    `a page has 1 to ${PAGE_MOST}`,
  );
  return most + 1;
}

/** @param keyOf the values that the list is ordered by, the last of them telling rows apart */
export function pageOf<Row, Node>(
  rows: readonly Row[],
  { most }: PageOptions,
  edgeOf: {
    readonly key: (row: Row) => readonly (string | number)[];
    readonly node: (row: Row) => Node;
  },
): Page<Node> {
  const edges = rows
    .slice(0, most)
    .map((row) => ({ cursor: cursorOf(edgeOf.key(row)), node: edgeOf.node(row) }));
  return { edges, hasMore: rows.length > most };
}

function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/**
 * The values behind a cursor that a page gave out, `undefined` for the first page.
 * @throws ReadModelFault `cursor-invalid`
 */
export function keyBehind<const Kinds extends readonly ('string' | 'number')[]>(
  cursor: string | undefined,
  ...kinds: Kinds
): KeyOf<Kinds> | undefined {
  if (cursor === undefined) return undefined;
  const key = parsed(cursor);
  const fits =
    Array.isArray(key) &&
    key.length === kinds.length &&
    kinds.every((kind, index) => typeof key[index] === kind);
  if (!fits) throw new ReadModelFault({ code: 'cursor-invalid', cursor });
  return key as unknown as KeyOf<Kinds>;
}

type KeyOf<Kinds extends readonly ('string' | 'number')[]> = {
  readonly [Index in keyof Kinds]: Kinds[Index] extends 'string' ? string : number;
};

function parsed(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString()) as unknown;
  } catch {
    return undefined;
  }
}
