import { extname } from 'node:path';

/** A made-up paper: its file name, and the content that is really stored. */
export interface DemoPaper {
  readonly fileName: string;
  readonly content: Buffer;
}

/**
 * Makes up a paper from its name and the project it is for: a one-page PDF where the name says so,
 * a text otherwise, because a file that is not what its name says helps nobody.
 */
export function demoPaper(name: string, projectName: string): DemoPaper {
  const extension = extname(name);
  const title = name.slice(0, name.length - extension.length);
  const lines = [title, `项目：${projectName}`, '演示材料，内容为虚构 · made up for the demo'];
  if (extension.toLowerCase() === '.pdf') return { fileName: name, content: onePagePdf(lines) };
  return { fileName: `${title}.txt`, content: Buffer.from(`${lines.join('\n')}\n`) };
}

/** One A4 page in a CJK font that readers bring themselves (ISO 32000-1, 9.7.5), so it stays small. */
function onePagePdf(lines: readonly string[]): Buffer {
  const text = lines.map((line) => `<${utf16Hex(line)}> Tj 0 -28 Td`).join('\n');
  const page = `BT /F1 16 Tf 56 760 Td\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R ' +
      '/Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H ' +
      '/DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light ' +
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 5 >> /FontDescriptor 7 0 R >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] ' +
      '/ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ];
  return assembled(objects);
}

/** Numbers the objects and writes the table of their offsets; all of it is ASCII. */
function assembled(objects: readonly string[]): Buffer {
  let body = '%PDF-1.5\n';
  const offsets = objects.map((object, index) => {
    const offset = body.length;
    body += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${offsets.join('')}`;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`;
  return Buffer.from(body + table + trailer, 'latin1');
}

function utf16Hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
