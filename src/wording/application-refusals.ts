import type { ApplicationRefusalFacts, NamedThing } from '../application/refusals.ts';
import { COMMAND_LABELS } from './command-labels.ts';
import { POST_LABELS } from './labels.ts';
import type { Sentence } from './sentence.ts';
import type { Wording } from './voice.ts';

const THINGS: Readonly<Record<NamedThing, Sentence>> = {
  dossier: { zh: '项目件', en: 'dossier' },
  item: { zh: '事项', en: 'item' },
  procedure: { zh: '流程', en: 'procedure' },
  department: { zh: '部门', en: 'department' },
  person: { zh: '人员', en: 'person' },
  post: { zh: '岗位任命', en: 'post' },
  attachment: { zh: '附件', en: 'attachment' },
  event: { zh: '事件', en: 'event' },
};

/** Refusals of the application itself: requests, attachments, authority. */
export const APPLICATION_REFUSALS: Wording<ApplicationRefusalFacts> = {
  'request-id-reused': ({ requestId }) => ({
    zh: `请求编号 ${requestId} 已用于另一项操作。请换一个新的请求编号重新提交。`,
    en: `Request id ${requestId} has been used for another command. Send this one again under a new id.`,
  }),
  'too-much-contention': ({ dossier, stream, attempts }) => ({
    zh: `${dossier ?? stream ?? '同一对象'} 正被多人同时操作，已尝试 ${attempts} 次仍未成功，没有写入任何内容。请稍候再试。`,
    en: `Others are writing to ${dossier ?? stream ?? 'the same place'} at the same time; after ${attempts} attempts nothing was written. Try again in a moment.`,
  }),
  'attachment-missing': ({ hash }) => ({
    zh: `没有收到附件 ${hash}。请先上传文件，再登记材料。`,
    en: `Attachment ${hash} has not been received. Upload the file first, then attach it.`,
  }),
  'attachment-too-large': ({ limitBytes }) => ({
    zh: `文件超过 ${megabytes(limitBytes)} MB 的上限。请压缩或拆分后上传。`,
    en: `The file is larger than the limit of ${megabytes(limitBytes)} MB. Compress or split it and upload again.`,
  }),
  'attachment-type-not-allowed': ({ mediaType }) => ({
    zh: `不接受 ${mediaType} 类型的文件。请转换为 PDF 或图片后上传。`,
    en: `Files of type ${mediaType} are not taken. Convert it to PDF or an image and upload again.`,
  }),
  'procedure-not-published': ({ procedure }, zh, en) => ({
    zh: `流程${zh.name('procedure', procedure)}尚未发布。请选择已发布的流程和版本。`,
    en: `Procedure ${en.name('procedure', procedure)} has not been published. Choose a published procedure and version.`,
  }),
  'post-not-held': ({ person, post, department, at }, zh, en) => ({
    zh: `${zh.name('person', person)}在 ${zh.time(at)} 没有担任${department ? zh.name('department', department) : ''}“${zh.label(POST_LABELS[post])}”。请以现任岗位办理，或联系管理员核对任命。`,
    en: `${en.name('person', person)} does not hold the post of ${en.label(POST_LABELS[post])}${department ? ` in ${en.name('department', department)}` : ''} at ${en.time(at)} (Beijing time). Act in a post you hold, or ask the administrator to check the appointment.`,
  }),
  'outside-authority': ({ command, person, post, neededPosts, neededDepartments }, zh, en) => ({
    zh: `${zh.name('person', person)}（${zh.label(POST_LABELS[post])}）无权“${zh.label(COMMAND_LABELS[command])}”。此事应由${neededDepartments.length > 0 ? `${zh.names('department', neededDepartments)}的` : '负责本件的'}${zh.labels(neededPosts.map((kind) => POST_LABELS[kind]))}办理，请转交。`,
    en: `${en.name('person', person)} (${en.label(POST_LABELS[post])}) may not ${en.label(COMMAND_LABELS[command])}. It is for the ${en.labels(neededPosts.map((kind) => POST_LABELS[kind]))} ${neededDepartments.length > 0 ? `of ${en.names('department', neededDepartments)}` : 'in charge of this matter'}; hand it over.`,
  }),
  'not-found': ({ thing, id }, zh, en) => ({
    zh: `找不到${zh.label(THINGS[thing])}“${id}”，或您无权查看。请核对编号。`,
    en: `There is no ${en.label(THINGS[thing])} “${id}”, or you may not see it. Check the id.`,
  }),
};

function megabytes(bytes: number): string {
  return String(Math.floor((bytes / 1024 / 1024) * 10) / 10);
}
