import type { KeyStoreFaultFacts } from '../codec/key-store-faults.ts';
import type { Sentence } from './sentence.ts';

type Code = KeyStoreFaultFacts['code'];
type FactsOf<One extends Code> = Extract<KeyStoreFaultFacts, { readonly code: One }>;
type Sentences = { readonly [One in Code]: (facts: FactsOf<One>) => Sentence };

/** What a fault of the key store says to the operator: what is wrong, and what to do now. */
export function keyStoreFaultSentence(facts: KeyStoreFaultFacts): Sentence {
  const sentence = SENTENCES[facts.code] as (facts: KeyStoreFaultFacts) => Sentence;
  return sentence(facts);
}

const MASTER_KEY: Readonly<Record<FactsOf<'keys-master-key'>['problem'], Sentence>> = {
  missing: {
    zh: '其中的密钥由主密钥保护，但没有提供主密钥。请提供创建时使用的主密钥。',
    en: 'its keys are wrapped and no master key was given. Give the one it was made with.',
  },
  'not-expected': {
    zh: '其中的密钥未加保护，却提供了主密钥。请去掉主密钥。',
    en: 'its keys are not wrapped, yet a master key was given. Leave the master key out.',
  },
  wrong: {
    zh: '提供的主密钥不是创建时使用的那一个。请提供正确的主密钥。',
    en: 'the master key is not the one it was made with. Give the right one.',
  },
};

const SENTENCES: Sentences = {
  'person-erased': ({ subject }) => ({
    zh: `人员 ${subject} 的信息已依法删除，不能再登记其个人信息。如需重新办理，请以新的人员编号登记。`,
    en: `The data of person ${subject} was erased; nothing more may be kept about them. To deal with them again, register them under a new id.`,
  }),
  'keys-unavailable': ({ reason }) => ({
    zh: `密钥库暂时无法使用（${reason}）。请稍后重试，并检查文件夹是否存在、权限是否正确。`,
    en: `The key store cannot be used at the moment (${reason}). Try again, and check that the folder exists and may be written to.`,
  }),
  'keys-full': ({ path }) => ({
    zh: `磁盘已满，未能在 ${path} 中保存新密钥，相关操作没有写入。请腾出空间后重试。`,
    en: `The disk is full: no new key was kept in ${path}, and what needed it was not written. Make room and try again.`,
  }),
  'keys-corrupt': ({ path, reason }) => ({
    zh: `密钥库 ${path} 已损坏（${reason}）。请停止服务，从备份恢复该文件。`,
    en: `The key store ${path} is damaged (${reason}). Stop the service and restore the file from a backup.`,
  }),
  'keys-foreign': ({ path }) => ({
    zh: `${path} 不是会签的密钥库，未作任何改动。请检查数据文件夹。`,
    en: `${path} is no key store of Countersign; it was left as it is. Check the data folder.`,
  }),
  'keys-newer': ({ path, found, known }) => ({
    zh: `密钥库 ${path} 的格式版本是 ${found}，本程序只认识到 ${known}：由更新的程序写入。请先升级。`,
    en: `The key store ${path} has format ${found}, and this program knows no format after ${known}: a newer program wrote it. Upgrade first.`,
  }),
  'keys-master-key': ({ path, problem }) => ({
    zh: `无法打开密钥库 ${path}：${MASTER_KEY[problem].zh}`,
    en: `The key store ${path} cannot be opened: ${MASTER_KEY[problem].en}`,
  }),
  'keys-closed': () => ({
    zh: '密钥库已关闭，程序正在停止。请在服务恢复后重试。',
    en: 'The key store is closed because the program is stopping. Try again when it is back.',
  }),
};
