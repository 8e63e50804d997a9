import type { DossierRefusalFacts } from '../domain/dossier/refusals.ts';
import { COMMAND_LABELS } from './command-labels.ts';
import { STATUS_LABELS } from './labels.ts';
import type { Wording } from './voice.ts';

/** Refusals about the dossier as a whole: its opening, form, materials, stages and procedure. */
export const DOSSIER_FILE_REFUSALS = {
  'dossier-exists': ({ dossier }) => ({
    zh: `项目件 ${dossier} 已经存在。请直接打开该项目件，或换一个编号新建。`,
    en: `Dossier ${dossier} exists already. Open it, or open a new one under another number.`,
  }),
  'dossier-missing': ({ dossier }) => ({
    zh: `没有编号为 ${dossier} 的项目件。请核对编号。`,
    en: `There is no dossier ${dossier}. Check the number.`,
  }),
  'dossier-not-in-status': ({ status, command }, zh, en) => ({
    zh: `项目件现为“${zh.label(STATUS_LABELS[status])}”，不能“${zh.label(COMMAND_LABELS[command])}”。请先查看该项目件的下一步。`,
    en: `The dossier is “${en.label(STATUS_LABELS[status])}”, so it is not possible to ${en.label(COMMAND_LABELS[command])}. See what comes next for it.`,
  }),
  'secret-project': ({ projectName }) => ({
    zh: `项目“${projectName}”涉及国家秘密，不得在本系统办理（国务院令第673号第四条）。请按涉密项目的规定线下办理。`,
    en: `Project “${projectName}” is a state secret and must not enter this system (State Council Order 673, article 4). Handle it on paper under the rules for such projects.`,
  }),
  'occurred-in-the-future': ({ occurredAt, recordedAt }, zh, en) => ({
    zh: `填写的发生时间 ${zh.time(occurredAt)} 晚于录入时间 ${zh.time(recordedAt)}。请更正发生时间。`,
    en: `It is said to have happened at ${en.time(occurredAt)}, after the time of entry ${en.time(recordedAt)} (Beijing time). Correct the time.`,
  }),
  'occurred-before-dossier': ({ occurredAt, openedAt }, zh, en) => ({
    zh: `填写的发生时间 ${zh.time(occurredAt)} 早于项目件新建的时间 ${zh.time(openedAt)}。请更正发生时间。`,
    en: `It is said to have happened at ${en.time(occurredAt)}, before the dossier was opened at ${en.time(openedAt)} (Beijing time). Correct the time.`,
  }),
  'project-code-malformed': ({ projectCode }) => ({
    zh: `项目代码“${projectCode}”格式不对，应如 2211-331100-04-01-123456（子项目可加后缀 -001）。请按在线审批监管平台的赋码填写。`,
    en: `The project code “${projectCode}” is malformed; it looks like 2211-331100-04-01-123456 (a sub-project adds -001). Enter it as the online platform gave it.`,
  }),
  'project-code-missing': ({ dossier }) => ({
    zh: `项目件 ${dossier} 还没有项目代码，不能受理。请先登记在线审批监管平台赋予的项目代码。`,
    en: `Dossier ${dossier} has no project code yet and cannot be accepted. Assign the code given by the online platform first.`,
  }),
  'project-code-assigned': ({ projectCode }) => ({
    zh: `项目代码 ${projectCode} 已经登记，不能更改。如确有错误，请终止本件后重新申报。`,
    en: `The project code ${projectCode} has been assigned and cannot change. If it is wrong, abandon this dossier and apply anew.`,
  }),
  'form-field-unknown': ({ fields }, zh, en) => ({
    zh: `申请表中没有这些栏目：${zh.names('field', fields)}。请删除后重新提交。`,
    en: `The form has no such fields: ${en.names('field', fields)}. Remove them and send the form again.`,
  }),
  'form-answer-invalid': ({ fields }, zh, en) => ({
    zh: `申请表中这些栏目的填写不符合要求：${zh.names('field', fields)}。请对照栏目说明更正。`,
    en: `The answers to these fields of the form are not valid: ${en.names('field', fields)}. Correct them as the form explains.`,
  }),
  'form-incomplete': ({ fields }, zh, en) => ({
    zh: `申请表中这些必填栏目尚未填写：${zh.names('field', fields)}。请补填后再提交。`,
    en: `These required fields of the form have no answer: ${en.names('field', fields)}. Fill them in and submit again.`,
  }),
  'not-eligible': ({ conditions }, zh, en) => ({
    zh: `项目不符合本流程的适用条件：${zh.names('condition', conditions)}。请改用其他流程申报。`,
    en: `The project does not meet the conditions of this procedure: ${en.names('condition', conditions)}. Apply under another procedure.`,
  }),
  'no-competent-department': ({ department, region }, zh, en) => ({
    zh: `区划 ${region} 及其上级没有负责此事的部门（${zh.name('department-kind', department)}）。请联系系统管理员设立部门或调整职权范围。`,
    en: `Neither region ${region} nor its superiors have a competent department (${en.name('department-kind', department)}). Ask the administrator to found one or to extend its competence.`,
  }),
  'stage-unknown': ({ stage }, zh, en) => ({
    zh: `本流程没有阶段${zh.name('stage', stage)}。请从流程的阶段中选择。`,
    en: `This procedure has no stage ${en.name('stage', stage)}. Choose one of its stages.`,
  }),
  'stage-concluded': ({ stage }, zh, en) => ({
    zh: `阶段${zh.name('stage', stage)}已经办结，不能再变动。请在后续阶段办理。`,
    en: `Stage ${en.name('stage', stage)} has been concluded and takes no more changes. Go on in a later stage.`,
  }),
  'stage-items-open': ({ stage, items }, zh, en) => ({
    zh: `阶段${zh.name('stage', stage)}还有事项未办结：${zh.names('item', items)}。请待其办结后再办结阶段。`,
    en: `Stage ${en.name('stage', stage)} still has open items: ${en.names('item', items)}. Conclude it when they have ended.`,
  }),
  'stages-open': ({ stages }, zh, en) => ({
    zh: `还有阶段未办结：${zh.names('stage', stages)}。请先办结这些阶段。`,
    en: `These stages are still open: ${en.names('stage', stages)}. Conclude them first.`,
  }),
  'nothing-to-apply-for': ({ stage }, zh, en) => ({
    zh: `阶段${zh.name('stage', stage)}没有可以办理的事项。请核对事项的进度和申请表的填写。`,
    en: `Stage ${en.name('stage', stage)} has no item to act on. Check how far its items are and what the form says.`,
  }),
  'material-unknown': ({ material }, zh, en) => ({
    zh: `本流程没有材料${zh.name('material', material)}。请从材料清单中选择。`,
    en: `This procedure knows no material ${en.name('material', material)}. Choose one from its list.`,
  }),
  'material-attached': ({ material, hash }, zh, en) => ({
    zh: `材料${zh.name('material', material)}中已有这份文件（${short(hash)}）。无需重复上传。`,
    en: `Material ${en.name('material', material)} has this very file already (${short(hash)}). There is no need to attach it again.`,
  }),
  'material-not-attached': ({ material, hash }, zh, en) => ({
    zh: `材料${zh.name('material', material)}中没有这份文件（${short(hash)}）。请刷新后重新选择。`,
    en: `Material ${en.name('material', material)} does not have this file (${short(hash)}). Reload and choose again.`,
  }),
  'material-frozen': ({ material, hash }, zh, en) => ({
    zh: `材料${zh.name('material', material)}的这份文件（${short(hash)}）已随申报提交，不能移除。如需更换，请另行上传新文件。`,
    en: `This file of material ${en.name('material', material)} (${short(hash)}) was submitted with an application and cannot be removed. Attach a new file beside it.`,
  }),
  'materials-missing': ({ materials }, zh, en) => ({
    zh: `缺少必交材料：${zh.names('material', materials)}。请上传后再提交。`,
    en: `Required materials are missing: ${en.names('material', materials)}. Attach them and submit again.`,
  }),
  'agent-already-assigned': ({ agent }, zh, en) => ({
    zh: `${zh.name('person', agent)}已经是本件的代办员。无需再次指定。`,
    en: `${en.name('person', agent)} is the agent of this dossier already. There is nothing to assign.`,
  }),
  'investor-unchanged': ({ name }) => ({
    zh: `项目单位已经是“${name}”。请填写变更后的单位。`,
    en: `The investor is “${name}” already. Enter what it changes to.`,
  }),
  'procedure-unchanged': ({ procedure, version }, zh, en) => ({
    zh: `本件已在流程${zh.name('procedure', procedure)}第 ${version} 版上运行。请选择其他版本。`,
    en: `The dossier runs on version ${version} of procedure ${en.name('procedure', procedure)} already. Choose another version.`,
  }),
  'procedure-of-other-kind': ({ from, to }, zh, en) => ({
    zh: `不能由流程${zh.name('procedure', from)}迁移到另一种流程${zh.name('procedure', to)}。请选择同一流程的其他版本。`,
    en: `A dossier of procedure ${en.name('procedure', from)} cannot move to another kind, ${en.name('procedure', to)}. Choose another version of the same procedure.`,
  }),
  'procedure-move-loses-items': ({ items }, zh, en) => ({
    zh: `新版本容不下这些进行中的事项：${zh.names('item', items)}。请待其办结，或先取消后再迁移。`,
    en: `The new version has no place for these running items: ${en.names('item', items)}. Wait until they have ended, or drop them first.`,
  }),
  'reason-missing': ({ command }, zh, en) => ({
    zh: `“${zh.label(COMMAND_LABELS[command])}”的说明没有填写完整。请补填后再提交。`,
    en: `The explanation needed to ${en.label(COMMAND_LABELS[command])} is incomplete. Fill it in and try again.`,
  }),
  'day-in-the-future': ({ day }) => ({
    zh: `日期 ${day} 还没有到。请填写已经发生的日期。`,
    en: `The day ${day} has not come yet. Enter the day on which it happened.`,
  }),
} satisfies Partial<Wording<DossierRefusalFacts>>;

/** Enough of a SHA-256 to recognise the file. */
function short(hash: string): string {
  return hash.slice(0, 12);
}
