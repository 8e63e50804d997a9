import type { IncomingMessage } from 'node:http';
import { PassThrough, type Readable } from 'node:stream';

/**
 * The body as a stream that may be given up without cutting the connection, on which the answer is
 * still to be sent. It fails where the sender goes away in the middle.
 */
export function bodyOf(request: IncomingMessage): Readable {
  const body = new PassThrough();
  request.pipe(body);
  request.once('error', (error) => body.destroy(error));
  request.once('close', () => {
    if (!request.complete) body.destroy(new Error('the sender went away'));
  });
  return body;
}
