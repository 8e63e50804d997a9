import { Option } from 'commander';

const DEFAULT_DATA = './data';

/** `--data DIR`: every command has it, and it means the same everywhere. */
export function dataOption(): Option {
  return new Option('--data <dir>', '数据目录 · the data folder').default(DEFAULT_DATA);
}
