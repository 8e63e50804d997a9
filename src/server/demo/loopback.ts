import { BlockList, isIP } from 'node:net';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** Whether a server that binds to this address can be reached from this machine alone. */
export function isLoopback(host: string): boolean {
  if (host === 'localhost') return true;
  const family = isIP(host);
  return family !== 0 && LOOPBACK.check(host, family === 4 ? 'ipv4' : 'ipv6');
}

/**
 * Whether a request was addressed to this machine by a name of its own. A page of elsewhere can make
 * a browser reach a loopback address under the page's name; it must not get a token that way.
 */
export function isAddressedHere(hostHeader: string | undefined): boolean {
  const url = URL.parse(`http://${hostHeader ?? ''}`);
  return url !== null && isLoopback(url.hostname.replace(/^\[|\]$/g, ''));
}
