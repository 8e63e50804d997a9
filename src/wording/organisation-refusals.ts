import type { OrganisationRefusalFacts } from '../domain/organisation/refusals.ts';
import { POST_LABELS } from './labels.ts';
import type { Wording } from './voice.ts';

/** Refusals about departments, persons and posts. */
export const ORGANISATION_REFUSALS = {
  'department-exists': ({ department }, zh, en) => ({
    zh: `部门${zh.name('department', department)}已经存在。请换一个编号。`,
    en: `Department ${en.name('department', department)} exists already. Choose another id.`,
  }),
  'department-unknown': ({ department }, zh, en) => ({
    zh: `没有部门${zh.name('department', department)}。请先设立该部门，或核对编号。`,
    en: `There is no department ${en.name('department', department)}. Found it first, or check the id.`,
  }),
  'department-closed': ({ department }, zh, en) => ({
    zh: `部门${zh.name('department', department)}已经撤销。请选择承接其职责的部门。`,
    en: `Department ${en.name('department', department)} has been closed. Choose the one that took over its duties.`,
  }),
  'department-name-missing': ({ department }, zh, en) => ({
    zh: `部门${zh.name('department', department)}缺少中文或英文名称。请补填。`,
    en: `Department ${en.name('department', department)} lacks its Chinese or English name. Enter both.`,
  }),
  'region-malformed': ({ region }) => ({
    zh: `区划代码“${region}”不是六位数字（GB/T 2260）。请更正。`,
    en: `The region “${region}” is not a code of six digits (GB/T 2260). Correct it.`,
  }),
  'department-posts-open': ({ department, posts }, zh, en) => ({
    zh: `部门${zh.name('department', department)}还有未免去的岗位：${posts.join('、')}。请先免去这些岗位。`,
    en: `Department ${en.name('department', department)} still has posts that are held: ${posts.join(', ')}. End them first.`,
  }),
  'closing-reason-missing': ({ department }, zh, en) => ({
    zh: `撤销部门${zh.name('department', department)}没有写明原因。请补填。`,
    en: `No reason is given for closing department ${en.name('department', department)}. State it.`,
  }),
  'competence-empty': ({ department }, zh, en) => ({
    zh: `部门${zh.name('department', department)}的事项清单是空的。请列出事项，或设为全部事项。`,
    en: `The list of items for department ${en.name('department', department)} is empty. Name items, or give it all of its kind.`,
  }),
  'competence-unchanged': ({ department }, zh, en) => ({
    zh: `部门${zh.name('department', department)}的职权范围本来如此。无需再次设定。`,
    en: `The competence of department ${en.name('department', department)} is that already. There is nothing to set.`,
  }),
  'competence-taken': ({ department, kind, region, by, items }, zh, en) => ({
    zh: `区划 ${region} 内同类部门（${zh.name('department-kind', kind)}）${zh.name('department', by)}已负责${items.length > 0 ? `：${zh.names('item', items)}` : '全部事项'}，不能再给${zh.name('department', department)}。请先调整前者的职权范围。`,
    en: `In region ${region}, department ${en.name('department', by)} of the same kind (${en.name('department-kind', kind)}) is competent already for ${items.length > 0 ? en.names('item', items) : 'all items'}; ${en.name('department', department)} cannot be as well. Change the competence of the former first.`,
  }),
  'person-exists': ({ person }, zh, en) => ({
    zh: `人员${zh.name('person', person)}已经登记。无需重复登记。`,
    en: `Person ${en.name('person', person)} is registered already. There is no need to register again.`,
  }),
  'person-unknown': ({ person }, zh, en) => ({
    zh: `没有登记人员${zh.name('person', person)}。请先登记。`,
    en: `Person ${en.name('person', person)} is not registered. Register the person first.`,
  }),
  'person-reserved': ({ person }) => ({
    zh: `编号“${person}”由系统保留，不能登记为人员。请换一个编号。`,
    en: `The id “${person}” is reserved for the system itself. Choose another id.`,
  }),
  'person-name-missing': ({ person }) => ({
    zh: `人员“${person}”没有填写姓名。请补填。`,
    en: `Person “${person}” has no name. Enter it.`,
  }),
  'person-name-of-other': ({ person, subject }) => ({
    zh: `人员“${person}”的姓名标在了“${subject}”名下，两者必须一致。请更正。`,
    en: `The name of person “${person}” is marked as that of “${subject}”; both must be the same. Correct it.`,
  }),
  'sign-in-missing': ({ person }) => ({
    zh: `人员“${person}”没有登录账号。请填写统一身份认证中的账号。`,
    en: `Person “${person}” has no sign-in. Enter the subject under which the sign-in provider knows the person.`,
  }),
  'sign-in-taken': ({ subject, person }, zh, en) => ({
    zh: `登录账号“${subject}”已属于${zh.name('person', person)}。请核对账号，一个账号只能属于一人。`,
    en: `The sign-in “${subject}” belongs to ${en.name('person', person)} already. Check it: one sign-in is for one person.`,
  }),
  'post-exists': ({ post }) => ({
    zh: `岗位任命编号“${post}”已经用过。请换一个编号。`,
    en: `The post id “${post}” has been used. Choose another id.`,
  }),
  'post-unknown': ({ post }) => ({
    zh: `没有岗位任命“${post}”。请核对编号。`,
    en: `There is no post “${post}”. Check the id.`,
  }),
  'post-needs-department': ({ kind }, zh, en) => ({
    zh: `“${zh.label(POST_LABELS[kind])}”必须属于某个部门。请填写部门。`,
    en: `A ${en.label(POST_LABELS[kind])} must belong to a department. Name it.`,
  }),
  'post-without-department': ({ kind, department }, zh, en) => ({
    zh: `“${zh.label(POST_LABELS[kind])}”不属于任何部门，不能任命到${zh.name('department', department)}。请去掉部门。`,
    en: `The post of ${en.label(POST_LABELS[kind])} belongs to no department and cannot be given in ${en.name('department', department)}. Leave the department out.`,
  }),
  'post-period-empty': ({ from, to }, zh, en) => ({
    zh: `任期的结束 ${zh.time(to)} 不晚于开始 ${zh.time(from)}。请更正任期。`,
    en: `The term ends at ${en.time(to)}, not after it begins at ${en.time(from)} (Beijing time). Correct the term.`,
  }),
  'post-overlaps': ({ person, kind, post, from, to }, zh, en) => ({
    zh: `${zh.name('person', person)}在此期间已任“${zh.label(POST_LABELS[kind])}”（${post}，${zh.time(from)} 至 ${to ? zh.time(to) : '未定'}）。请先免去原岗位，或调整任期。`,
    en: `${en.name('person', person)} is ${en.label(POST_LABELS[kind])} at that time already (${post}, ${en.time(from)} to ${to ? en.time(to) : 'no known end'}, Beijing time). End that post first, or change the term.`,
  }),
  'letter-missing': ({ post }) => ({
    zh: `岗位任命“${post}”没有填写任命或授权文号。请补填。`,
    en: `Post “${post}” has no number of an appointment letter. Enter it.`,
  }),
  'post-ended': ({ post, to }, zh, en) => ({
    zh: `岗位任命“${post}”已于 ${zh.time(to)} 结束，不能延后或恢复。请重新任命。`,
    en: `Post “${post}” ended at ${en.time(to)} (Beijing time); it can be neither put off nor revived. Appoint anew.`,
  }),
  'post-ends-before-start': ({ post, from, at }, zh, en) => ({
    zh: `岗位任命“${post}”始于 ${zh.time(from)}，不能在 ${zh.time(at)} 结束。请更正免去时间。`,
    en: `Post “${post}” begins at ${en.time(from)} and cannot end at ${en.time(at)} (Beijing time). Correct the time.`,
  }),
  'ending-reason-missing': ({ post }) => ({
    zh: `免去岗位“${post}”没有写明原因。请补填。`,
    en: `No reason is given for ending post “${post}”. State it.`,
  }),
} satisfies Partial<Wording<OrganisationRefusalFacts>>;
