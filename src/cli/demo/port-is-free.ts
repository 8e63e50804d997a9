import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Tries the port before anything else is done, so that nobody waits for a start that cannot be.
 * @throws the system's `EADDRINUSE` or `EACCES`
 */
export async function portIsFree(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host);
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
