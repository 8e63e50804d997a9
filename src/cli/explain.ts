import { isCodecFault } from '../codec/faults.ts';
import { isStoreFault } from '../eventstore/faults.ts';
import { isKeyStoreFault } from '../codec/key-store-faults.ts';
import { isReadModelFault } from '../projections/faults.ts';
import { codecFaultSentence } from '../wording/codec-faults.ts';
import { keyStoreFaultSentence } from '../wording/key-store-faults.ts';
import { readModelFaultSentence } from '../wording/read-model-faults.ts';
import { faultSentences } from '../wording/faults.ts';
import type { Sentence } from '../wording/sentence.ts';

/** An expected end of a command: a sentence for the operator and nothing else. */
export class CommandFailed extends Error {
  override readonly name = 'CommandFailed';

  constructor({ zh, en }: Sentence) {
    super(`${zh}\n${en}`);
  }
}

/** What the operator reads of an error: a sentence for what we know, never a stack trace. */
export function explain(error: unknown): string {
  const sentence = sentenceOf(error);
  if (sentence) return `${sentence.zh}\n${sentence.en}`;
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof CommandFailed) return reason;
  return (
    `内部错误：${reason}\n` +
    `An error of ours: ${reason}\n` +
    '请带上述文字报告 · please report it with the text above'
  );
}

function sentenceOf(error: unknown): Sentence | undefined {
  if (isStoreFault(error)) return faultSentences(error.facts);
  if (isCodecFault(error)) return codecFaultSentence(error.facts);
  if (isKeyStoreFault(error)) return keyStoreFaultSentence(error.facts);
  if (isReadModelFault(error)) return readModelFaultSentence(error.facts);
  return systemSentence(error);
}

/** Faults of the system that an operator can mend. */
function systemSentence(error: unknown): Sentence | undefined {
  const { code, port, path } = (error ?? {}) as NodeJS.ErrnoException & { port?: number };
  switch (code) {
    case 'EADDRINUSE':
      return {
        zh: `端口 ${port} 已被占用。请停掉占用它的程序，或换一个端口（演示用 --port，serve 用环境变量 COUNTERSIGN_PORT）。`,
        en:
          `Port ${port} is in use. Stop the program that has it, or choose another one ` +
          '(--port for the demo, the environment variable COUNTERSIGN_PORT for serve).',
      };
    case 'EACCES':
    case 'EPERM':
      return {
        zh: `没有权限使用“${path ?? port}”。请检查文件或端口的权限。`,
        en: `No permission for "${path ?? port}". Check the permissions of the file or port.`,
      };
    case 'ENOENT':
      return { zh: `找不到“${path}”。请检查路径。`, en: `There is no "${path}". Check the path.` };
    default:
      return undefined;
  }
}
