import type { StoreFaultFacts } from '../eventstore/faults.ts';
import { faultSentence, type FaultWording } from './fault-wording.ts';
import type { Sentence } from './sentence.ts';

/** What is wrong with the event store, and what the operator does. */
export function faultSentences(facts: StoreFaultFacts): Sentence {
  return faultSentence(STORE_FAULTS, facts);
}

const STORE_FAULTS: FaultWording<StoreFaultFacts> = {
  'stream-conflict': ({ stream, expected, actual }) => ({
    zh: `事件流 ${stream} 已被他人写入（预期版次 ${expected}，实际 ${actual}）。请读取最新内容后重新决定。`,
    en: `Somebody else wrote to stream ${stream} first (expected revision ${expected}, actual ${actual}). Read what is new and decide again.`,
  }),
  'event-id-reused': ({ id, stream }) => ({
    zh: `事件编号 ${id} 已用在事件流 ${stream} 的别处，同一请求编号被用于两件事。请换一个请求编号。`,
    en: `Event id ${id} stands elsewhere already (stream ${stream}): one request id was used for two things. Use a new request id.`,
  }),
  'store-unavailable': ({ reason }) => ({
    zh: `事件库暂时无法访问（${reason}），没有确认写入。请稍后以同一请求编号重试。`,
    en: `The event store is out of reach for now (${reason}); nothing is known to be written. Try again later with the same request id.`,
  }),
  'store-full': ({ path }) => ({
    zh: `事件库 ${path} 所在磁盘已满或达到上限，本次没有写入任何内容，已有内容无损。请清理磁盘或提高上限后重试。`,
    en: `There is no room left for the event store ${path}; nothing of this write was kept and nothing before it is lost. Free disk space or raise the limit, then try again.`,
  }),
  'store-corrupt': ({ path, reason }) => ({
    zh: `事件库 ${path} 已损坏（${reason}）。请停止服务，从备份恢复，不要继续写入。`,
    en: `The event store ${path} is damaged (${reason}). Stop, restore it from a backup, and do not write to it.`,
  }),
  'store-foreign': ({ path }) => ({
    zh: `${path} 不是会签的事件库。请检查数据目录（--data），或换一个空目录。`,
    en: `${path} is not an event store of Countersign. Check the data folder (--data), or choose an empty one.`,
  }),
  'store-newer': ({ path, found, known }) => ({
    zh: `事件库 ${path} 由更新的程序写成（格式 ${found}，本程序只认识到 ${known}）。请升级程序后再打开。`,
    en: `The event store ${path} was written by a newer program (format ${found}, known here up to ${known}). Upgrade the program, then open it.`,
  }),
  'store-locked': ({ path }) => ({
    zh: `另一个进程正在写入 ${path}，一个数据目录只能有一个写入者。请先停止该进程，或换一个数据目录。`,
    en: `Another process is writing to ${path}, and a data folder has one writer only. Stop that process first, or choose another data folder.`,
  }),
  'store-refused': ({ reason }) => ({
    zh: `事件库服务器拒绝了请求（${reason}）。请核对连接地址、用户和权限；原样重试无效。`,
    en: `The log server turned the request away (${reason}). Check its address, the user and the rights; trying the same again will not help.`,
  }),
  'store-closed': () => ({
    zh: '事件库已经关闭，不再接受操作。请待服务重新启动后重试。',
    en: 'The event store has been closed and takes no more work. Try again when the service has started anew.',
  }),
};
