import { open } from 'node:fs/promises';

const LOOKED_AT_BYTES = 4_096;
const FIRST_PRINTABLE = 0x20;
/** Tab, line feed, carriage return. */
const ALLOWED_CONTROLS: ReadonlySet<number> = new Set([0x09, 0x0a, 0x0d]);

/** Whether the beginning of a file is UTF-8 text without control characters but tabs and ends of line. */
export async function isPlainText(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(LOOKED_AT_BYTES));
    return readsAsText(buffer.subarray(0, bytesRead), bytesRead === LOOKED_AT_BYTES);
  } finally {
    await handle.close();
  }
}

function readsAsText(bytes: Buffer, isCut: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
  } catch {
    return false;
  }
  return bytes.every((byte) => byte >= FIRST_PRINTABLE || ALLOWED_CONTROLS.has(byte));
}
