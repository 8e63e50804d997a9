/** What became of one acknowledged event on its way to the disk. */
export type Durability = 'synced' | 'no fsync' | 'not written';

interface Call {
  readonly thread: string;
  readonly text: string;
}

const LINE = /^(\d+) +(.*)$/;
const RESUMED = /^<\.\.\. \w+ resumed>/;
const UNFINISHED = ' <unfinished ...>';
const FILE = /^\w+\(\d+<([^>]+)>/;
const ACKNOWLEDGED = /^write\(.*"acknowledged ([-0-9a-f]+)\\n"/;

/**
 * Reads what `strace -f -y` wrote: for every acknowledgement, whether the file into which the event
 * was first written was synced after that write and before the acknowledgement, on one thread.
 */
export function durabilityOf(trace: string): Durability[] {
  const calls = callsOf(trace);
  return calls.flatMap((call, index) => {
    const id = ACKNOWLEDGED.exec(call.text)?.[1];
    if (id === undefined) return [];
    const before = calls.slice(0, index).filter(({ thread }) => thread === call.thread);
    return [durability(id, before)];
  });
}

function durability(id: string, before: readonly Call[]): Durability {
  const written = before.findIndex(({ text }) => text.startsWith('pwrite64') && text.includes(id));
  const file = fileOf(before[written]);
  if (file === undefined) return 'not written';
  const isSync = (call: Call): boolean =>
    /^(fsync|fdatasync)\(/.test(call.text) && call.text.endsWith('= 0') && fileOf(call) === file;
  return before.slice(written).some(isSync) ? 'synced' : 'no fsync';
}

function fileOf(call: Call | undefined): string | undefined {
  return FILE.exec(call?.text ?? '')?.[1];
}

/** Calls in the order in which they ended; those that other threads interrupt are put together. */
function callsOf(trace: string): Call[] {
  const begun = new Map<string, string>();
  const calls: Call[] = [];
  for (const line of trace.split('\n')) {
    const [, thread = '', text = ''] = LINE.exec(line) ?? [];
    if (text.endsWith(UNFINISHED)) {
      begun.set(thread, text.slice(0, -UNFINISHED.length));
    } else if (RESUMED.test(text)) {
      calls.push({ thread, text: (begun.get(thread) ?? '') + text.replace(RESUMED, '') });
    } else {
      calls.push({ thread, text });
    }
  }
  return calls;
}
