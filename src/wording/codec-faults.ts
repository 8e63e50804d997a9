import type { CodecFaultFacts } from '../codec/faults.ts';
import type { Sentence } from './sentence.ts';

type Code = CodecFaultFacts['code'];
type FactsOf<One extends Code> = Extract<CodecFaultFacts, { readonly code: One }>;
type Sentences = { readonly [One in Code]: (facts: FactsOf<One>) => Sentence };

/** What an unreadable event says to the operator: what is wrong, and what to do now. */
export function codecFaultSentence(facts: CodecFaultFacts): Sentence {
  const sentence = SENTENCES[facts.code] as (facts: CodecFaultFacts) => Sentence;
  return sentence(facts);
}

const SENTENCES: Sentences = {
  'unknown-event-type': ({ id, type }) => ({
    zh: `事件 ${id} 的类型“${type}”本程序不认识，可能由更新的程序写入。请先升级再读取；数据未被改动。`,
    en: `Event ${id} is of type “${type}”, which this program does not know; a newer program may have written it. Upgrade before reading it; nothing was changed.`,
  }),
  'unknown-event-version': ({ id, type, version, known }) => ({
    zh: `事件 ${id}（${type}）的版本是 ${version}，本程序只认识到版本 ${known}：数据由更新的程序写入。请先升级再读取；数据未被改动。`,
    en: `Event ${id} (${type}) has version ${version}, and this program knows no version after ${known}: a newer program wrote this data. Upgrade before reading it; nothing was changed.`,
  }),
  'malformed-event': ({ id, type, path, reason }) => ({
    zh: `事件 ${id}（${type}）在 ${path} 处不符合格式（${reason}）。若是读取时出现，说明数据已损坏：请停止写入，从备份恢复；若是写入时出现，则未写入任何内容，请报告此程序错误。`,
    en: `Event ${id} (${type}) is malformed at ${path} (${reason}). While reading, this means damaged data: stop writing and restore from a backup. While writing, nothing was written: report it as a mistake of the program.`,
  }),
  'unsealing-failed': ({ id, type, path, subject, reason }) =>
    reason === 'key-missing'
      ? {
          zh: `事件 ${id}（${type}）在 ${path} 处的个人信息无法解封：密钥库从未有过人员 ${subject} 的密钥。密钥库与数据不匹配，请放回与这份数据同时的密钥库文件。`,
          en: `The personal data at ${path} of event ${id} (${type}) cannot be opened: the key store never had a key for person ${subject}. It does not belong to this data; put back the key store of the same time.`,
        }
      : {
          zh: `事件 ${id}（${type}）在 ${path} 处的个人信息无法解封：内容被改动或移动过，或不是用人员 ${subject} 的密钥封存的。请核对备份与审计记录。`,
          en: `The personal data at ${path} of event ${id} (${type}) cannot be opened: it was altered or moved, or was not sealed with the key of person ${subject}. Compare with a backup and the audit records.`,
        },
};
