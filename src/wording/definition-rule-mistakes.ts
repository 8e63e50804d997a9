import type { RuleFacts } from '../workflow/loading/mistake-facts.ts';
import type { Sentence } from './sentence.ts';

/** Definitions that can be read and yet cannot be right. */
export const DEFINITION_RULE_SENTENCES: {
  readonly [Code in keyof RuleFacts]: (facts: RuleFacts[Code]) => Sentence;
} = {
  'expression-malformed': ({ expression, detail }) => ({
    zh: `表达式“${expression}”无法解析：${detail}`,
    en: `The expression “${expression}” cannot be read: ${detail}`,
  }),
  'expression-of-wrong-type': ({ expression, detail }) => ({
    zh: `表达式“${expression}”类型不符：${detail}`,
    en: `The expression “${expression}” does not say yes or no, or compares unlike things: ${detail}`,
  }),
  'expression-not-allowed': ({ construct }) => ({
    zh: `此处不能使用“${construct}”。`,
    en: `“${construct}” cannot be used here.`,
  }),
  'question-unknown': ({ question }) => ({
    zh: `表单里没有问题“${question}”。`,
    en: `The form has no question “${question}”.`,
  }),
  'question-later': ({ question }) => ({
    zh: `问题“${question}”在后面才出现，只能引用前面的问题。`,
    en: `“${question}” is asked only later; a question may look at earlier ones alone.`,
  }),
  'option-unknown': ({ option }) => ({
    zh: `该问题没有选项“${option}”，这个比较永远不会成立。`,
    en: `The question has no option “${option}”, so this never holds.`,
  }),
  'item-not-in-procedure': ({ item }) => ({
    zh: `本流程没有事项“${item}”。`,
    en: `The procedure has no item “${item}”.`,
  }),
  'instrument-not-in-force': ({ instrument, day, validFrom, validTo }) => ({
    zh: `依据“${instrument}”在 ${day} 不具效力（有效期 ${validFrom} 至 ${validTo || '今'}）。`,
    en: `“${instrument}” is not in force on ${day} (from ${validFrom} to ${validTo || 'now'}).`,
  }),
  'external-item-has-officers': ({ item, key }) => ({
    zh: `外部事项“${item}”没有经办人员和时限，不能写“${key}”。`,
    en: `The external item “${item}” has no officer and no clock; take “${key}” away.`,
  }),
  'department-missing': ({ item }) => ({
    zh: `事项“${item}”没有主管部门。`,
    en: `The item “${item}” has no department.`,
  }),
  'approve-step-missing': ({ item }) => ({
    zh: `事项“${item}”没有批准环节。`,
    en: `Nobody approves the item “${item}”: its steps lack “approve”.`,
  }),
  'steps-out-of-order': ({ item, step }) => ({
    zh: `事项“${item}”的环节“${step}”重复或次序不对，应为承办、审核、批准。`,
    en: `The step “${step}” of “${item}” comes twice or too late; the order is handle, review, approve.`,
  }),
  'opinions-missing': ({ item }) => ({
    zh: `联办事项“${item}”没有写明征求哪些部门的意见。`,
    en: `The joint item “${item}” does not say whose opinions it asks for.`,
  }),
  'opinion-of-own-department': ({ item, department }) => ({
    zh: `事项“${item}”不能向主管部门“${department}”自己征求意见。`,
    en: `The item “${item}” asks its own department “${department}” for an opinion.`,
  }),
  'limit-missing': ({ item }) => ({
    zh: `事项“${item}”没有任何时限，计算阶段时按零天计。`,
    en: `The item “${item}” has no limit of any kind; it counts no days in its stage.`,
  }),
  'due-before-own-stage': ({ item, stage, dueBy }) => ({
    zh: `事项“${item}”在阶段“${stage}”申请，却要求在更早的“${dueBy}”阶段办结。`,
    en: `“${item}” is applied for in “${stage}” but due by the earlier “${dueBy}”.`,
  }),
  'transition-state-unknown': ({ item, state }) => ({
    zh: `事项“${item}”没有状态“${state}”。`,
    en: `The item “${item}” has no state “${state}”.`,
  }),
  'transition-signal-unknown': ({ item, signal }) => ({
    zh: `事项“${item}”不认识信号“${signal}”。`,
    en: `No item hears a signal “${signal}” (at “${item}”).`,
  }),
  'transition-from-an-ending': ({ item, state }) => ({
    zh: `“${state}”是事项“${item}”的终点，不能再转出；要重来须另行申请。`,
    en: `“${state}” is an ending of “${item}”; only a new application leads on from it.`,
  }),
  'transition-absent': ({ item, state, signal }) => ({
    zh: `事项“${item}”在“${state}”状态下没有“${signal}”这一转换，无从取消。`,
    en: `“${item}” has no transition on “${signal}” from “${state}” to take away.`,
  }),
  'state-unreachable': ({ item, state }) => ({
    zh: `事项“${item}”的状态“${state}”永远到不了。`,
    en: `The state “${state}” of “${item}” can never be reached.`,
  }),
  'state-without-way-out': ({ item, state }) => ({
    zh: `事项“${item}”进入“${state}”后再也无法办结。`,
    en: `From the state “${state}” the item “${item}” can never end.`,
  }),
  'ending-unreachable': ({ item, ending }) => ({
    zh: `事项“${item}”到不了结局“${ending}”。`,
    en: `The item “${item}” can never end as “${ending}”.`,
  }),
  'promise-over-statutory': ({ item, promised, statutory, unit, statutoryUnit }) => ({
    zh: `事项“${item}”承诺 ${promised} ${unitInChinese(unit)}，超过法定 ${statutory} ${unitInChinese(statutoryUnit)}。`,
    en: `“${item}” promises ${promised} ${unit}, more than the statutory ${statutory} ${statutoryUnit}.`,
  }),
  'prerequisites-circular': ({ items, combination }) => ({
    zh: `前置条件成环：${items.join(' → ')}${whenInChinese(combination)}。`,
    en: `Items wait for one another in a circle: ${items.join(' → ')}${when(combination)}.`,
  }),
  'prerequisites-unmeetable': ({ item, missing, combination }) => ({
    zh: `事项“${item}”的前置条件无法满足：${missing.join('、') || '条件本身不成立'}不适用或办结期限更晚${whenInChinese(combination)}。`,
    en: `The prerequisites of “${item}” cannot be met: ${missing.join(', ') || 'the condition itself'} does not apply or is due later${when(combination)}.`,
  }),
  'prerequisites-not-growing': ({ item, needed }) => ({
    zh: `事项“${item}”的前置条件不能以“${needed}”未完成为条件。`,
    en: `The prerequisites of “${item}” must not depend on “${needed}” being not done.`,
  }),
  'stage-without-due-items': ({ stage }) => ({
    zh: `没有任何事项须在阶段“${stage}”办结。`,
    en: `No item is due by the end of the stage “${stage}”.`,
  }),
  'stage-ending-unreachable': ({ stage, ending }) => ({
    zh: `阶段“${stage}”到不了结局“${ending}”：没有项目会用到应在此办结的事项。`,
    en: `The stage “${stage}” can never end as “${ending}”: no project has an item that is due by its end.`,
  }),
  'promise-exceeded': ({ stages, days, promise, unit, path, combination }) => ({
    zh: `阶段“${stages.join('、')}”共承诺 ${promise} ${unitInChinese(unit)}，关键路径需要 ${days}：${path.join(' → ')}${whenInChinese(combination)}。`,
    en: `${stages.length === 1 ? 'The stage' : 'The stages'} “${stages.join(', ')}” ${stages.length === 1 ? 'promises' : 'promise'} ${promise} ${unit}, but the critical path takes ${days}: ${path.join(' → ')}${when(combination)}.`,
  }),
  'units-not-comparable': ({ item, unit, stage, stageUnit }) => ({
    zh: `事项“${item}”按${unitInChinese(unit)}承诺，阶段“${stage}”按${unitInChinese(stageUnit)}承诺，两者无法相加。`,
    en: `“${item}” is promised in ${unit} and its stage “${stage}” in ${stageUnit}; these cannot be added up.`,
  }),
  'target-exceeded': ({ sum, target, unit }) => ({
    zh: `各阶段承诺合计 ${sum} ${unitInChinese(unit)}，超过总目标 ${target}。`,
    en: `The stages promise ${sum} ${unit} together, more than the target of ${target}.`,
  }),
  'target-not-comparable': ({ stage, unit, targetUnit }) => ({
    zh: `阶段“${stage}”按${unitInChinese(unit)}承诺，总目标按${unitInChinese(targetUnit)}，无法比较。`,
    en: `The stage “${stage}” is promised in ${unit}, the target in ${targetUnit}; they cannot be compared.`,
  }),
  'combinations-too-many': ({ questions, triedMax }) => ({
    zh: `这里涉及的答案组合超过 ${triedMax} 种，无法全部检验：${questions.join('、')}。请简化条件。`,
    en: `More than ${triedMax} combinations of answers matter here, so not all were tried: ${questions.join(', ')}. Simplify the conditions.`,
  }),
  'comparison-not-tried': ({ expression, questions }) => ({
    zh: `“${expression}”对答案作了运算（${questions.join('、')}），只能抽样检验。`,
    en: `“${expression}” reckons with answers (${questions.join(', ')}), so only samples were tried.`,
  }),
  'item-never-applies': ({ item }) => ({
    zh: `没有任何符合条件的项目会用到事项“${item}”。`,
    en: `No eligible project ever needs the item “${item}”.`,
  }),
  'eligibility-unsatisfiable': () => ({
    zh: '这一适用条件与其他条件矛盾，没有任何项目能走本流程。',
    en: 'This condition contradicts the other conditions of eligibility: no project can use the procedure.',
  }),
  'department-unused': ({ department }) => ({
    zh: `没有流程用到部门“${department}”。`,
    en: `No procedure uses the department “${department}”.`,
  }),
  'instrument-unused': ({ instrument }) => ({
    zh: `没有流程引用依据“${instrument}”。`,
    en: `No procedure cites the instrument “${instrument}”.`,
  }),
  'material-unused': ({ material }) => ({
    zh: `没有流程用到材料“${material}”。`,
    en: `No procedure asks for the material “${material}”.`,
  }),
  'item-unused': ({ item }) => ({
    zh: `没有流程用到事项“${item}”。`,
    en: `No procedure uses the item “${item}”.`,
  }),
};

const UNITS_IN_CHINESE: Readonly<Record<string, string>> = {
  'working-days': '个工作日',
  'natural-days': '个自然日',
  months: '个月',
  years: '年',
};

function unitInChinese(unit: string): string {
  return UNITS_IN_CHINESE[unit] ?? unit;
}

function when(combination: readonly string[]): string {
  return combination.length === 0 ? '' : `, when ${combination.join(', ')}`;
}

function whenInChinese(combination: readonly string[]): string {
  return combination.length === 0 ? '' : `（当 ${combination.join('，')}）`;
}
