import type {
  ReferenceCommand,
  ReferenceOffice,
} from '../../application/reference/reference-office.ts';
import { OFFICE_ITSELF } from '../../domain/organisation/decide.ts';
import { invariant } from '../../kernel/invariant.ts';
import type { DepartmentKind, RequestId } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/instant.ts';
import type { LocalText } from '../../workflow/definition/vocabulary.ts';
import {
  DEMO_OUTSIDERS,
  DEMO_REGION,
  demoDepartmentId,
  demoPostsOf,
  type DemoPost,
} from './demo-people.ts';

/** A kind of department that the published procedures know. */
export interface KnownDepartment {
  readonly department: string;
  readonly name: LocalText;
}

const DEMO_SINCE = '2024-01-01T00:00:00.000Z' as Instant;
const DEMO_LETTER = '演示〔2024〕1号';

/**
 * Founds a department of every kind with five officers each, and the people outside departments,
 * by ordinary commands with fixed request ids: doing it again changes nothing. What an earlier
 * version of this program founded in other words stays as it is.
 */
export async function foundDemoOffice(
  departments: readonly KnownDepartment[],
  reference: ReferenceOffice,
): Promise<void> {
  for (const { department, name } of departments) {
    const kind = department as DepartmentKind;
    await asOffice(reference, `demo.department.${kind}`, {
      type: 'FoundDepartment',
      department: demoDepartmentId(kind),
      kind,
      region: DEMO_REGION,
      nameZh: name.zh,
      nameEn: name.en,
    });
    for (const post of demoPostsOf(kind)) await appoint(reference, post);
  }
  for (const post of DEMO_OUTSIDERS) await appoint(reference, post);
}

async function appoint(reference: ReferenceOffice, demo: DemoPost): Promise<void> {
  const { person, post, kind, name, department } = demo;
  await asOffice(reference, `demo.person.${person}`, {
    type: 'RegisterPerson',
    person,
    name: { subject: person, value: name },
    subject: person,
  });
  await asOffice(reference, `demo.post.${post}`, {
    type: 'AppointToPost',
    post,
    kind,
    person,
    ...(department && { department }),
    from: DEMO_SINCE,
    letter: DEMO_LETTER,
  });
}

async function asOffice(
  reference: ReferenceOffice,
  requestId: string,
  command: ReferenceCommand,
): Promise<void> {
  const actor = { person: OFFICE_ITSELF, post: 'administrator' } as const;
  const done = await reference.handle({ requestId: requestId as RequestId, command, actor });
  const isFounded = done.ok || done.error.code === 'request-id-reused';
  invariant(isFounded, `the demo's ${requestId} is refused: ${JSON.stringify(done)}`);
}
