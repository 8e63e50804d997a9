import type { ApplicationRefusalFacts } from '../../application/refusals.ts';
import type { KindsOf } from './fact-kinds.ts';

/** The facts of each refusal as fields of its GraphQL type. */
export const APPLICATION_REFUSALS = {
  'request-id-reused': { requestId: 'text' },
  'too-much-contention': { dossier: 'text?', stream: 'text?', attempts: 'number' },
  'attachment-missing': { hash: 'text' },
  'attachment-too-large': { limitBytes: 'number' },
  'attachment-type-not-allowed': { mediaType: 'text' },
  'procedure-not-published': { procedure: 'text' },
  'post-not-held': { person: 'text', post: 'text', department: 'text?', at: 'text' },
  'outside-authority': {
    command: 'text',
    person: 'text',
    post: 'text',
    neededPosts: 'texts',
    neededDepartments: 'texts',
  },
  'not-found': { thing: 'text', id: 'text' },
} as const satisfies KindsOf<ApplicationRefusalFacts>;
