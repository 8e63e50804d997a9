import { CountersignProcess, type Ended } from '../countersign-process.ts';

/** Runs `countersign` to its end. */
export function countersign(
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  return new CountersignProcess(args, env).ended();
}

/**
 * What is wrong with how a command failed: it must end with 1 and with a sentence in each language
 * that names these things, and show nothing of the inside.
 */
export function flawsOf({ code, out, err }: Ended, ...named: readonly string[]): readonly string[] {
  const flaws: readonly (readonly [flaw: string, isThere: boolean])[] = [
    ...named.map((thing) => [`does not name ${thing}`, !err.includes(thing)] as const),
    ['no Chinese sentence', !/[\u4e00-\u9fff]{4}.*。/.test(err)],
    ['no English sentence', !/[A-Za-z]+( [A-Za-z".,]+){3}/.test(err)],
    ['a stack trace', /^ {4}at /m.test(err)],
    ['an error of ours', /内部错误|An error of ours/.test(err)],
    [`output: ${out}`, out !== ''],
    [`exit code ${code}`, code !== 1],
  ];
  const found = flaws.filter(([, isThere]) => isThere).map(([flaw]) => flaw);
  return found.length > 0 ? [...found, err] : [];
}
