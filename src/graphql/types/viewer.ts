import { invariant } from '../../kernel/invariant.ts';
import type { ApiBuilder } from '../builder.ts';
import { SHORT_LIST } from '../price.ts';

/** Who is asking. */
export function addViewer(builder: ApiBuilder): void {
  builder.objectType('Viewer', {
    description: '当前登录人。 Who is signed in.',
    fields: (t) => ({
      person: t.field({
        type: 'Person',
        resolve: ({ person }, _args, { organisation }) => {
          const known = organisation.current().persons.get(person);
          invariant(known, 'sign-in has found the person');
          return known;
        },
      }),
      posts: t.field({
        type: ['Post'],
        complexity: SHORT_LIST,
        description: '现任岗位。 The posts held now; `actAs` names one of them.',
        resolve: ({ posts }) => posts,
      }),
    }),
  });
  builder.queryField('viewer', (t) =>
    t.field({
      type: 'Viewer',
      authScopes: { signedIn: true },
      resolve: (_root, _args, { viewer }) => {
        invariant(viewer, 'the scope signedIn holds');
        return viewer;
      },
    }),
  );
}
