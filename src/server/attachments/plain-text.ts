import { open } from 'node:fs/promises';

const LOOKED_AT_BYTES = 4_096;

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
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut });
    return !/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/.test(text);
  } catch {
    return false;
  }
}
