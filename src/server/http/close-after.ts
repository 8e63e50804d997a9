import type { IncomingMessage, ServerResponse } from 'node:http';

/**
 * How long the rest of a refused body is thrown away before the connection is cut. Cutting it at
 * once would reset it, and the sender might never see why.
 */
const LINGER_MS = 500;

/** The rest of a refused body is not wanted: the connection ends soon after the answer. */
export function closeAfter(response: ServerResponse, request: IncomingMessage): void {
  if (request.complete) return;
  response.setHeader('connection', 'close');
  response.once('finish', () => {
    request.resume();
    const cut = setTimeout(() => request.destroy(), LINGER_MS);
    request.once('close', () => clearTimeout(cut));
  });
}
