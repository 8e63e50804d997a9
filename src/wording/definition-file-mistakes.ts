import type { LoadingFacts, ReferenceFacts } from '../workflow/loading/mistake-facts.ts';
import type { Sentence } from './sentence.ts';

type FileFacts = LoadingFacts & ReferenceFacts;

/** Files that cannot be read as written, and names that nothing carries. */
export const DEFINITION_FILE_SENTENCES: {
  readonly [Code in keyof FileFacts]: (facts: FileFacts[Code]) => Sentence;
} = {
  'folder-missing': ({ folder }) => ({
    zh: `找不到流程定义文件夹“${folder}”，请检查路径。`,
    en: `There is no workflows folder “${folder}”; check the path.`,
  }),
  'file-missing': ({ file }) => ({
    zh: `缺少文件 ${file}，请补上。`,
    en: `The file ${file} is missing; add it.`,
  }),
  'file-unreadable': ({ problem }) => ({
    zh: `文件无法读取（${problem}），请检查权限。`,
    en: `The file cannot be read (${problem}); check its permissions.`,
  }),
  'file-too-large': ({ bytes, bytesMax }) => ({
    zh: `文件有 ${bytes} 字节，超过上限 ${bytesMax} 字节。`,
    en: `The file has ${bytes} bytes; no more than ${bytesMax} are read.`,
  }),
  'file-not-utf8': () => ({
    zh: '文件不是 UTF-8 编码，请另存为 UTF-8。',
    en: 'The file is not UTF-8 text; save it as UTF-8.',
  }),
  'file-unexpected': () => ({
    zh: '没有任何流程会读取这个文件，文件名或位置可能有误。',
    en: 'Nothing reads this file; its name or place may be wrong.',
  }),
  'file-name-differs': ({ slug, expected }) => ({
    zh: `文件里写的是“${slug}”，文件名却是“${expected}”，两者必须一致。`,
    en: `The file says “${slug}” but is named “${expected}”; both must agree.`,
  }),
  'yaml-syntax': ({ problem, detail }) => ({
    zh: `YAML 语法错误（${problem}）：${detail}`,
    en: `YAML syntax (${problem}): ${detail}`,
  }),
  'yaml-too-deep': ({ levelsMax }) => ({
    zh: `嵌套超过 ${levelsMax} 层，可能少了一个括号。`,
    en: `Nested more than ${levelsMax} levels deep; a bracket may be missing.`,
  }),
  'yaml-alias': ({ alias }) => ({
    zh: `不能使用 YAML 别名“*${alias}”，请把内容完整写出。`,
    en: `The YAML alias “*${alias}” is not allowed; write the content out.`,
  }),
  'key-duplicate': ({ key }) => ({
    zh: `“${key}”写了两次。`,
    en: `“${key}” is given twice.`,
  }),
  'key-missing': ({ key }) => ({
    zh: `缺少“${key}”。`,
    en: `“${key}” is missing.`,
  }),
  'key-unknown': ({ key }) => ({
    zh: `这里没有“${key}”这一项，请检查拼写。`,
    en: `There is no “${key}” here; check the spelling.`,
  }),
  'value-of-wrong-type': ({ expected, found }) => ({
    zh: `应为${typeInChinese(expected)}，实际是${typeInChinese(found)}。`,
    en: `Expected ${expected}, found ${found}.`,
  }),
  'value-not-allowed': ({ allowed, found }) => ({
    zh: `“${found}”不在可选范围内，可选：${allowed.join('、')}。`,
    en: `“${found}” is not one of: ${allowed.join(', ')}.`,
  }),
  'value-malformed': ({ expected, found }) => ({
    zh: `“${found}”的写法不对，应为${FORMATS[expected]?.zh ?? expected}。`,
    en: `“${found}” is not ${FORMATS[expected]?.en ?? expected}.`,
  }),
  'value-too-small': ({ minimum, what }) => ({
    zh: `${quantityInChinese(what)}不得小于 ${minimum}。`,
    en: `The ${quantity(what)} must be at least ${minimum}.`,
  }),
  'value-too-large': ({ maximum, what }) => ({
    zh: `${quantityInChinese(what)}不得大于 ${maximum}。`,
    en: `The ${quantity(what)} must be at most ${maximum}.`,
  }),
  'no-form-fits': ({ forms }) => ({
    zh: `写法不对，应为下列之一：${forms.join('；')}。`,
    en: `This fits none of the forms: ${forms.join('; ')}.`,
  }),
  'instrument-required': ({ what }) => ({
    zh: `“${what}”必须引用法规或文件（instrument），估计值不够。`,
    en: `“${what}” must cite an instrument; an estimate is not enough.`,
  }),
  'slug-duplicate': ({ slug, firstLine }) => ({
    zh: `“${slug}”重复，第一次出现在第 ${firstLine} 行。`,
    en: `“${slug}” is used again; it was first used in line ${firstLine}.`,
  }),
  'department-unknown': ({ department }) => ({
    zh: `部门目录里没有“${department}”。`,
    en: `The list of departments has no “${department}”.`,
  }),
  'instrument-unknown': ({ instrument }) => ({
    zh: `依据目录里没有“${instrument}”。`,
    en: `The list of instruments has no “${instrument}”.`,
  }),
  'material-unknown': ({ material }) => ({
    zh: `材料目录里没有“${material}”。`,
    en: `The list of materials has no “${material}”.`,
  }),
  'item-unknown': ({ item }) => ({
    zh: `事项目录里没有“${item}”。`,
    en: `The item catalogue has no “${item}”.`,
  }),
  'stage-unknown': ({ stage }) => ({
    zh: `本流程没有阶段“${stage}”。`,
    en: `The procedure has no stage “${stage}”.`,
  }),
  'parameter-unknown': ({ parameter }) => ({
    zh: `本流程没有参数“${parameter}”。`,
    en: `The procedure has no parameter “${parameter}”.`,
  }),
};

const FORMATS: Readonly<Record<string, Sentence>> = {
  slug: {
    zh: '小写英文单词，以连字符相连，如 works-planning-permit',
    en: 'lower-case words joined by hyphens, such as works-planning-permit',
  },
  'field-name': {
    zh: '以小写字母开头的英文名，如 floorArea',
    en: 'a name such as floorArea, without spaces or hyphens',
  },
  date: { zh: '日期，如 2026-03-02', en: 'a day such as 2026-03-02' },
};

const TYPES_IN_CHINESE: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: '是或否（true/false）',
  object: '键值对',
  array: '列表',
  nothing: '空值',
};

function typeInChinese(type: string): string {
  return TYPES_IN_CHINESE[type] ?? type;
}

function quantity(what: string): string {
  if (what === 'array') return 'number of entries';
  return what === 'string' ? 'number of letters' : 'number';
}

function quantityInChinese(what: string): string {
  if (what === 'array') return '条目数';
  return what === 'string' ? '字数' : '数值';
}
