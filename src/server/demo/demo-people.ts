import type {
  DepartmentId,
  DepartmentKind,
  PersonId,
  PostId,
  RegionCode,
} from '../../kernel/ids.ts';
import type { PostKind } from '../../domain/post.ts';

/** The demo's city: Lishui, where whole-course proxy began. */
export const DEMO_REGION = '331100' as RegionCode;

/** One invented officer at one post. */
export interface DemoPost {
  readonly post: PostId;
  readonly person: PersonId;
  readonly kind: PostKind;
  readonly name: string;
  readonly department?: DepartmentId;
}

const DEPARTMENT_POSTS: readonly PostKind[] = [
  'window',
  'handler',
  'reviewer',
  'approver',
  'organ-head',
];
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const GIVEN = ['敏', '静', '伟', '强', '磊', '洋', '艳', '勇', '军', '杰', '娟', '涛', '超', '霞'];

export function demoDepartmentId(kind: DepartmentKind): DepartmentId {
  return `${DEMO_REGION}-${kind}` as DepartmentId;
}

/** The invented officer who sits at the post of a demo department. */
export function demoOfficer(department: DepartmentId, post: PostKind): PersonId {
  return `${department.slice(DEMO_REGION.length + 1)}.${post}` as PersonId;
}

/** Five posts a department, each held by another invented person. */
export function demoPostsOf(kind: DepartmentKind): readonly DemoPost[] {
  const department = demoDepartmentId(kind);
  return DEPARTMENT_POSTS.map((post) => ({
    post: `${kind}.${post}` as PostId,
    person: demoOfficer(department, post),
    kind: post,
    name: demoName(`${kind}.${post}`),
    department,
  }));
}

/** Those who stand outside the departments. */
export const DEMO_OUTSIDERS: readonly DemoPost[] = [
  outsider('agent-lin', 'agent', '林晓'),
  outsider('agent-zhou', 'agent', '周宁'),
  outsider('supervisor', 'supervisor', '方正'),
  outsider('auditor', 'auditor', '审明'),
  outsider('administrator', 'administrator', '管理员'),
];

function outsider(id: string, kind: PostKind, name: string): DemoPost {
  return { post: id as PostId, person: id as PersonId, kind, name };
}

/** The same name for the same post, whatever departments there are beside it. */
function demoName(post: string): string {
  let sum = 0;
  for (const character of post) sum = (sum * 31 + character.charCodeAt(0)) % 999_983;
  const surname = SURNAMES[sum % SURNAMES.length];
  const given = GIVEN[Math.floor(sum / SURNAMES.length) % GIVEN.length];
  return `${surname}${given}`;
}
