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

/** Five posts a department, each held by another invented person. */
export function demoPostsOf(kind: DepartmentKind, seed: number): readonly DemoPost[] {
  const department = demoDepartmentId(kind);
  return DEPARTMENT_POSTS.map((post, index) => ({
    post: `${kind}.${post}` as PostId,
    person: `${kind}.${post}` as PersonId,
    kind: post,
    name: demoName(seed * DEPARTMENT_POSTS.length + index),
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

function demoName(index: number): string {
  const surname = SURNAMES[index % SURNAMES.length];
  const given = GIVEN[Math.floor(index / SURNAMES.length) % GIVEN.length];
  return `${surname}${given}`;
}
