/** A code block in a document that says where it is taken from. */
export interface Quote {
  readonly path: string;
  readonly region: string;
  readonly text: string;
}

const QUOTE = /^<!-- quote: (\S+)#([\w-]+) -->\s*```\w*\n([\s\S]*?)\n?```/gm;
const MARK = /^<!-- quote:/gm;

/** The quotes of a Markdown page. @throws where a mark has no code block after it */
export function quotesIn(page: string): readonly Quote[] {
  const found = [...page.matchAll(QUOTE)].map(([, path = '', region = '', text = '']) => ({
    path,
    region,
    text,
  }));
  const marks = page.match(MARK)?.length ?? 0;
  if (marks !== found.length) throw new Error(`${marks} marks, ${found.length} code blocks`);
  return found;
}

/** What stands between `// #region name` and `// #endregion name`, moved to the left margin. */
export function regionOf(source: string, name: string): string | undefined {
  const lines = source.split('\n');
  const place = (mark: string): number =>
    lines.findIndex((line) => line.trim() === `// #${mark} ${name}`);
  const [start, end] = [place('region'), place('endregion')];
  if (start < 0 || end < start) return undefined;
  const inside = lines.slice(start + 1, end);
  const indents = inside.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  const margin = indents.length === 0 ? 0 : Math.min(...indents);
  return inside
    .map((line) => line.slice(margin))
    .join('\n')
    .trimEnd();
}
