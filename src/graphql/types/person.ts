import { POST_LABELS } from '../../wording/labels.ts';
import type { ApiBuilder } from '../builder.ts';
import { labelled } from '../views/label.ts';

/** People and the posts they hold. */
export function addPersons(builder: ApiBuilder): void {
  builder.objectType('Person', {
    description: '登记在册的人员。 A person whom the office knows.',
    fields: (t) => ({
      person: t.exposeString('person'),
      name: t.string({
        nullable: true,
        description: '姓名；已依法删除的为空。 Absent once it has been erased.',
        resolve: ({ name }) => ('value' in name ? name.value : null),
      }),
      erased: t.boolean({ resolve: ({ name }) => 'erased' in name }),
    }),
  });
  builder.objectType('Post', {
    description: '一项任命。 One appointment of one person.',
    fields: (t) => ({
      post: t.exposeString('post'),
      kind: t.field({ type: 'Label', resolve: ({ kind }) => labelled(kind, POST_LABELS) }),
      person: t.field({
        type: 'Person',
        nullable: true,
        resolve: ({ person }, _args, { organisation }) =>
          organisation.current().persons.get(person),
      }),
      department: t.field({
        type: 'Department',
        nullable: true,
        resolve: ({ department }, _args, { organisation }) =>
          department && organisation.current().departments.get(department),
      }),
      from: t.expose('from', { type: 'Instant' }),
      to: t.field({ type: 'Instant', nullable: true, resolve: ({ to }) => to }),
      letter: t.exposeString('letter', {
        description: '任命文号。 The number of the letter that appoints.',
      }),
    }),
  });
  addActor(builder);
}

function addActor(builder: ApiBuilder): void {
  builder.objectType('Actor', {
    description: '谁、以何岗位办理。 Who acted, and as what.',
    fields: (t) => ({
      person: t.field({
        type: 'Person',
        nullable: true,
        resolve: ({ person }, _args, { organisation }) =>
          organisation.current().persons.get(person),
      }),
      post: t.field({ type: 'Label', resolve: ({ post }) => labelled(post, POST_LABELS) }),
      department: t.field({
        type: 'Department',
        nullable: true,
        resolve: ({ department }, _args, { organisation }) =>
          department && organisation.current().departments.get(department),
      }),
      onBehalfOf: t.field({
        type: 'Person',
        nullable: true,
        resolve: ({ onBehalfOf }, _args, { organisation }) =>
          onBehalfOf && organisation.current().persons.get(onBehalfOf),
      }),
    }),
  });
}
