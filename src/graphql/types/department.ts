import { whoCould } from '../../domain/organisation/who-could.ts';
import type { Department } from '../../domain/organisation/state.ts';
import type { DepartmentId, DepartmentKind, RegionCode } from '../../kernel/ids.ts';
import type { ApiBuilder } from '../builder.ts';
import { LONG_LIST, SHORT_LIST } from '../price.ts';

/** The departments, and who could sign for them. @param postKinds the enum of posts */
export function addDepartments(builder: ApiBuilder, postKinds: string): void {
  builder.node('Department', {
    description: '部门。 A department that exists, or existed.',
    id: { resolve: ({ department }) => department },
    loadOne: (id, { organisation }) => organisation.current().departments.get(id as DepartmentId),
    fields: (t) => ({
      department: t.exposeString('department'),
      kind: t.exposeString('kind', {
        description: '部门类别，流程以此指代。 How procedures name this kind of department.',
      }),
      region: t.exposeString('region'),
      name: t.field({
        type: 'Words',
        resolve: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
      }),
      items: t.stringList({
        nullable: true,
        complexity: SHORT_LIST,
        description:
          '仅限这些事项；为空则本类别全部。 Only these items; all of its kind when null.',
        resolve: ({ items }) => (items ? [...items] : null),
      }),
      closed: t.exposeBoolean('closed'),
    }),
  });
  builder.queryField('departments', (t) =>
    t.field({
      type: ['Department'],
      authScopes: { signedIn: true },
      complexity: LONG_LIST,
      args: { kind: t.arg.string(), region: t.arg.string(), closed: t.arg.boolean() },
      resolve: (_root, { kind, region, closed }, { organisation }) =>
        [...organisation.current().departments.values()].filter(
          (one) =>
            is(one.kind, kind as DepartmentKind) &&
            is(one.region, region as RegionCode) &&
            is(one.closed, closed ?? false),
        ),
    }),
  );
  addWhoCouldSign(builder, postKinds);
}

function addWhoCouldSign(builder: ApiBuilder, postKinds: string): void {
  builder.queryField('whoCouldSign', (t) =>
    t.field({
      type: ['Post'],
      authScopes: { holdsPost: true },
      complexity: LONG_LIST,
      description:
        '某一时刻谁有权签署。 Who could sign as one of these posts at that instant; now when absent.',
      args: {
        department: t.arg.string({ required: true }),
        posts: t.arg({ type: [postKinds as never], required: true }),
        at: t.arg({ type: 'Instant' }),
      },
      resolve: (_root, { department, posts, at }, { organisation, now }) =>
        whoCould(organisation.current(), {
          department: department as DepartmentId,
          kinds: posts,
          at: at ?? now(),
        }),
    }),
  );
}

function is<Value extends Department[keyof Department]>(
  value: Value,
  wanted: Value | null | undefined,
): boolean {
  return wanted === null || wanted === undefined || value === wanted;
}
