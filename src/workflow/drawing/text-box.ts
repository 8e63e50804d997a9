/** Widths are estimates that no font of ours exceeds: a han character one em, others by class. */
const WIDE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFFEF\u3000-\u303F“”‘’…—·]/u;
const NARROW = /[\s.,:;'!|ijl()[\]]/;
const CAPITAL = /[A-ZMWmw@%&]/;

export function textWidth(text: string, fontSize: number): number {
  return Array.from(text).reduce((width, char) => width + charWidth(char) * fontSize, 0);
}

function charWidth(char: string): number {
  if (WIDE.test(char)) return 1;
  if (NARROW.test(char)) return 0.36;
  return CAPITAL.test(char) ? 0.8 : 0.6;
}

/**
 * Breaks a text into as few lines as `width` allows, of about the same length, between words or
 * between han characters; a closing mark never begins a line
 * and an opening one never ends it.
 */
export function wrapped(text: string, fontSize: number, width: number): readonly string[] {
  const fewest = filled(text, fontSize, width);
  let narrower = textWidth(text, fontSize) / fewest.length;
  while (narrower < width) {
    const lines = filled(text, fontSize, narrower);
    if (lines.length === fewest.length) return lines;
    narrower += fontSize / 2;
  }
  return fewest;
}

function filled(text: string, fontSize: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of text.match(/[A-Za-z0-9][^\s\u2E80-\u9FFF]*\s*|[（《「『]+.|./gu) ?? []) {
    const isOver = textWidth((line + piece).trimEnd(), fontSize) > width;
    if (isOver && line !== '' && !/^[，。、；：）》」』！？]/u.test(piece)) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()].filter((one) => one !== '');
}
