import { InvalidArgumentError, Option } from 'commander';
import { isLoopback } from '../../server/demo/loopback.ts';
import type { Sentence } from '../../wording/sentence.ts';
import { CommandFailed } from '../explain.ts';

const PORT_MOST = 65_535;

export function portOption(): Option {
  return new Option('--port <number>', '端口，0 为任意空闲端口 · the port; 0 for any free one')
    .default(4000)
    .argParser((text) => {
      const port = Number(text);
      if (/^\d+$/.test(text) && port <= PORT_MOST) return port;
      throw new InvalidArgumentError(`端口应为 0 到 ${PORT_MOST} · a port is 0 to ${PORT_MOST}`);
    });
}

export function hostOption(): Option {
  return new Option('--host <address>', '监听地址，仅限本机 · an address of this machine').default(
    '127.0.0.1',
  );
}

/** @throws CommandFailed for an address that others can reach: anybody could sign in as anybody */
export function loopbackOnly(host: string): string {
  if (isLoopback(host)) return host;
  throw new CommandFailed({
    zh: `演示模式人人可以任何演示人员登录，只能监听本机地址（127.0.0.1、::1、localhost），不能监听“${host}”。正式运行请用“countersign serve”。`,
    en: `In the demo anybody may sign in as anybody, so it binds to this machine alone (127.0.0.1, ::1, localhost), not to "${host}". Use "countersign serve" for real work.`,
  });
}

/** Several problems as one end of a command. */
export function failedFor(problems: readonly Sentence[]): CommandFailed {
  return new CommandFailed({
    zh: problems.map(({ zh }) => zh).join('\n'),
    en: problems.map(({ en }) => en).join('\n'),
  });
}
