import type { ReadModelFaultFacts } from '../projections/faults.ts';
import { faultSentence, type FaultWording } from './fault-wording.ts';
import type { Sentence } from './sentence.ts';

/** What is wrong with the read tables, and what to do; the log itself is never touched by it. */
export function readModelFaultSentence(facts: ReadModelFaultFacts): Sentence {
  return faultSentence(READ_MODEL_FAULTS, facts);
}

const READ_MODEL_FAULTS: FaultWording<ReadModelFaultFacts> = {
  'read-models-ahead': ({ place, checkpoint, head }) => ({
    zh: `查询库 ${place} 的进度 ${checkpoint} 超过了事件库的末尾${head ? ` ${head}` : '（事件库为空）'}，两者来自不同的备份。请删除查询库，由事件库重建。`,
    en: `The read tables ${place} stand at ${checkpoint}, beyond the end of the log${head ? ` at ${head}` : ', which is empty'}: the two come from different backups. Delete the read tables; they are rebuilt from the log.`,
  }),
  'read-models-of-other-log': ({ place, checkpoint }) => ({
    zh: `查询库 ${place} 在 ${checkpoint} 处与事件库不符，属于另一个事件库。请删除查询库，由事件库重建。`,
    en: `The read tables ${place} disagree with the log at ${checkpoint}: they belong to another log. Delete the read tables; they are rebuilt from the log.`,
  }),
  'read-models-behind': ({ asked, reached }) => ({
    zh: `查询尚未更新到 ${asked}（现为 ${reached ?? '起点'}）。请稍后再查。`,
    en: `The read tables have not reached ${asked} yet (now at ${reached ?? 'the beginning'}). Ask again in a moment.`,
  }),
  'read-models-rebuilding': ({ place }) => ({
    zh: `查询库 ${place} 正在为新版本重建。请稍后再查。`,
    en: `The read tables ${place} are being filled for this version. Ask again in a moment.`,
  }),
  'read-models-unusable': ({ place, reason }) => ({
    zh: `查询库 ${place} 无法使用（${reason}）。请删除后由事件库重建。`,
    en: `The read tables ${place} cannot be used (${reason}). Delete them; they are rebuilt from the log.`,
  }),
  'read-models-full': ({ place }) => ({
    zh: `查询库 ${place} 所在磁盘已满，已提交的内容无损。请清理磁盘，之后会自动继续。`,
    en: `There is no room left for the read tables ${place}; what was committed is kept. Free disk space; they go on by themselves.`,
  }),
  'cursor-invalid': ({ cursor }) => ({
    zh: `翻页标记“${cursor}”无效，可能来自另一个列表。请从第一页重新查询。`,
    en: `The cursor “${cursor}” belongs to no page of this list. Ask again from the beginning.`,
  }),
  'read-models-closed': () => ({
    zh: '查询库已经关闭。请待服务重新启动后重试。',
    en: 'The read tables have been closed. Try again when the service has started anew.',
  }),
};
