import type { DossierRefusalFacts } from '../domain/dossier/refusals.ts';
import { COMMAND_LABELS } from './command-labels.ts';
import type { Sentence } from './sentence.ts';
import { stepLabel } from './step-labels.ts';
import type { Wording } from './voice.ts';

/** Refusals about items: their steps, intakes, opinions and decisions. */
export const DOSSIER_ITEM_REFUSALS = {
  'item-unknown': ({ item }, zh, en) => ({
    zh: `本流程没有事项${zh.name('item', item)}。请从流程的事项中选择。`,
    en: `This procedure has no item ${en.name('item', item)}. Choose one of its items.`,
  }),
  'item-not-in-dossier': ({ item }, zh, en) => ({
    zh: `本件不含事项${zh.name('item', item)}。如确需办理，请先由牵头部门增加事项。`,
    en: `This dossier does not include item ${en.name('item', item)}. If it is needed, the lead department must add it first.`,
  }),
  'item-in-dossier': ({ item }, zh, en) => ({
    zh: `本件已含事项${zh.name('item', item)}。无需再次增加。`,
    en: `This dossier includes item ${en.name('item', item)} already. There is nothing to add.`,
  }),
  'item-not-in-step': ({ item, step, command }, zh, en) => ({
    zh: `事项${zh.name('item', item)}现处于“${zh.label(stepLabel(step))}”环节，不能“${zh.label(COMMAND_LABELS[command])}”。请按该事项的下一步办理。`,
    en: `Item ${en.name('item', item)} is at “${en.label(stepLabel(step))}”, so it is not possible to ${en.label(COMMAND_LABELS[command])}. Do what comes next for the item.`,
  }),
  'item-not-of-stage': ({ item, stage }, zh, en) => ({
    zh: `事项${zh.name('item', item)}不属于阶段${zh.name('stage', stage)}。请在其所属阶段申报。`,
    en: `Item ${en.name('item', item)} is not part of stage ${en.name('stage', stage)}. Apply for it in its own stage.`,
  }),
  'item-not-of-intake': ({ item, intake }, zh, en) => ({
    zh: `事项${zh.name('item', item)}不在第 ${intake} 次申报之内。请核对申报次序和事项。`,
    en: `Item ${en.name('item', item)} is not part of application no. ${intake}. Check the number and the item.`,
  }),
  'prerequisites-missing': ({ item, missing }, zh, en) => ({
    zh: `事项${zh.name('item', item)}的前置条件尚未齐备${missing.length > 0 ? `：${zh.names('item', missing)}` : ''}。请待其办成后再办。`,
    en: `The prerequisites of item ${en.name('item', item)} are not complete${missing.length > 0 ? `: ${en.names('item', missing)}` : ''}. Go on when they have been granted.`,
  }),
  'pre-review-requested': ({ stage }, zh, en) => ({
    zh: `阶段${zh.name('stage', stage)}已经申请过预审。请等候各部门的预审意见。`,
    en: `A pre-review of stage ${en.name('stage', stage)} has been requested already. Wait for the departments’ advice.`,
  }),
  'pre-review-not-requested': ({ stage }, zh, en) => ({
    zh: `阶段${zh.name('stage', stage)}没有申请预审。请先由代办员或牵头窗口申请预审。`,
    en: `No pre-review of stage ${en.name('stage', stage)} has been requested. The agent or the lead’s window must request it first.`,
  }),
  'intake-unknown': ({ intake }) => ({
    zh: `本件没有第 ${intake} 次申报。请核对申报次序。`,
    en: `This dossier has no application no. ${intake}. Check the number.`,
  }),
  'intake-closed': ({ intake }) => ({
    zh: `第 ${intake} 次申报已经审查完毕。请按各事项的下一步办理。`,
    en: `The examination of application no. ${intake} is over. Do what comes next for each item.`,
  }),
  'corrections-already-told': ({ intake }) => ({
    zh: `第 ${intake} 次申报的补正内容已经告知过，只能一次性告知（行政许可法第三十二条）。仍不符合要求的，请作出不予受理决定。`,
    en: `The corrections of application no. ${intake} have been told, and they are told once only (Administrative Licensing Law, article 32). If it is still insufficient, refuse acceptance.`,
  }),
  'corrections-not-told': ({ intake }) => ({
    zh: `第 ${intake} 次申报的补正内容尚未告知申请人。请先由牵头部门一次性告知补正。`,
    en: `The corrections of application no. ${intake} have not been told to the applicant. The lead department must tell them first, all at once.`,
  }),
  'corrections-outstanding': ({ intake, items }, zh, en) => ({
    zh: `第 ${intake} 次申报还有事项待补正：${zh.names('item', items)}。请待补正提交后再办。`,
    en: `Corrections are outstanding in application no. ${intake} for: ${en.names('item', items)}. Go on when they have been supplied.`,
  }),
  'correction-day-passed': ({ intake, until }) => ({
    zh: `第 ${intake} 次申报提出补正内容的期限 ${until} 已过，视为没有需要补正的内容。请继续审查。`,
    en: `The last day to note corrections to application no. ${intake} was ${until}; silence means that there is nothing to correct. Go on with the examination.`,
  }),
  'correction-day-not-reached': ({ intake, until, silent }, zh, en) => ({
    zh: `第 ${intake} 次申报还有事项未反馈补正内容：${zh.names('item', silent)}。请待全部反馈，或在 ${until} 之后告知。`,
    en: `For application no. ${intake} these items have not answered yet: ${en.names('item', silent)}. Tell the corrections when all have answered, or after ${until}.`,
  }),
  'nothing-to-correct': ({ intake }) => ({
    zh: `第 ${intake} 次申报没有需要补正的内容。请直接受理。`,
    en: `There is nothing to correct in application no. ${intake}. Go on to accept it.`,
  }),
  'opinion-not-asked': ({ item, department }, zh, en) => ({
    zh: `事项${zh.name('item', item)}没有征求部门${zh.name('department', department)}的意见。请由主办部门先征求意见。`,
    en: `Department ${en.name('department', department)} was not asked for an opinion on item ${en.name('item', item)}. The competent department must ask first.`,
  }),
  'opinion-already-given': ({ item, department }, zh, en) => ({
    zh: `部门${zh.name('department', department)}已就事项${zh.name('item', item)}回复过意见，不能更改。请与主办部门联系。`,
    en: `Department ${en.name('department', department)} has given its opinion on item ${en.name('item', item)} and cannot change it. Speak to the competent department.`,
  }),
  'opinion-reason-missing': ({ item }, zh, en) => ({
    zh: `对事项${zh.name('item', item)}不同意的，必须说明理由。请填写理由。`,
    en: `Disagreement on item ${en.name('item', item)} needs a reason. State it.`,
  }),
  'opinion-department-not-listed': ({ item, departments }, zh, en) => ({
    zh: `事项${zh.name('item', item)}的征求意见对象不对${departments.length > 0 ? `，不在清单内：${zh.names('department', departments)}` : ''}。请从该事项规定的部门中选择。`,
    en: `The departments asked about item ${en.name('item', item)} are not right${departments.length > 0 ? `; not on its list: ${en.names('department', departments)}` : ''}. Choose from those that the item names.`,
  }),
  'opinion-own-department': ({ item, department }, zh, en) => ({
    zh: `部门${zh.name('department', department)}就是事项${zh.name('item', item)}的主办部门，不需要征求自己的意见。请去掉该部门。`,
    en: `Department ${en.name('department', department)} is itself competent for item ${en.name('item', item)} and is not asked. Leave it out.`,
  }),
  'answer-day-past': ({ item, answerBy }, zh, en) => ({
    zh: `事项${zh.name('item', item)}的答复期限 ${answerBy} 已经过去。请另定期限。`,
    en: `The day by which to answer on item ${en.name('item', item)}, ${answerBy}, has passed. Set a later one.`,
  }),
  'disagreement-unanswered': ({ item, departments }, zh, en) => ({
    zh: `对事项${zh.name('item', item)}，有部门不同意：${zh.names('department', departments)}。如仍予批准，请说明不采纳的理由。`,
    en: `On item ${en.name('item', item)} these departments disagree: ${en.names('department', departments)}. To approve all the same, state why they are overridden.`,
  }),
  'reviewer-is-handler': ({ item, person }, zh, en) => ({
    zh: `${zh.name('person', person)}承办了事项${zh.name('item', item)}，不能再审核。请由他人审核。`,
    en: `${en.name('person', person)} handled item ${en.name('item', item)} and cannot review it too. Let another person review.`,
  }),
  'approver-is-handler': ({ item, person }, zh, en) => ({
    zh: `${zh.name('person', person)}承办了事项${zh.name('item', item)}，不能再批准。请由他人批准。`,
    en: `${en.name('person', person)} handled item ${en.name('item', item)} and cannot decide it too. Let another person decide.`,
  }),
  'approver-is-reviewer': ({ item, person }, zh, en) => ({
    zh: `${zh.name('person', person)}审核了事项${zh.name('item', item)}，不能再批准。请由他人批准。`,
    en: `${en.name('person', person)} reviewed item ${en.name('item', item)} and cannot decide it too. Let another person decide.`,
  }),
  'grounds-incomplete': ({ missing }, zh, en) => ({
    zh: `决定书缺少：${zh.labels(missing.map(groundsPart))}。不予的决定必须说明理由、依据和救济途径（行政许可法第三十八条），请补齐。`,
    en: `The decision lacks: ${en.labels(missing.map(groundsPart))}. A negative decision states reason, basis and remedy (Administrative Licensing Law, article 38). Complete it.`,
  }),
  'served-before-decided': ({ item, servedOn }, zh, en) => ({
    zh: `事项${zh.name('item', item)}的送达日期 ${servedOn} 早于作出决定的日期。请更正送达日期。`,
    en: `Item ${en.name('item', item)} is said to be served on ${servedOn}, before it was decided. Correct the day.`,
  }),
  'paper-already-expired': ({ item, validUntil }, zh, en) => ({
    zh: `事项${zh.name('item', item)}的证照有效期至 ${validUntil}，制发时已经过期。请更正有效期。`,
    en: `The paper of item ${en.name('item', item)} would be valid until ${validUntil}, which is past. Correct the day.`,
  }),
} satisfies Partial<Wording<DossierRefusalFacts>>;

const GROUNDS: Readonly<Record<string, Sentence>> = {
  reason: { zh: '理由', en: 'reason' },
  basis: { zh: '法律依据', en: 'legal basis' },
  remedy: { zh: '救济途径', en: 'remedy' },
};

function groundsPart(part: string): Sentence {
  return GROUNDS[part] ?? { zh: part, en: part };
}
