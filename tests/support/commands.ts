import { dossierCommandInput } from '../../src/application/commands/dossier-inputs.ts';
import { dossierNumber } from '../../src/application/dossiers/dossier-number.ts';
import type { DossierOffice } from '../../src/application/dossiers/dossier-office.ts';
import type {
  DossierOutcome,
  DossierRequest,
} from '../../src/application/dossiers/dossier-request.ts';
import type { Refusal } from '../../src/application/refusals.ts';
import type { Actor, PostKind } from '../../src/domain/post.ts';
import type { DepartmentKind, DossierNumber, PersonId, RequestId } from '../../src/kernel/ids.ts';
import type { Result } from '../../src/kernel/result.ts';
import { DEMO_REGION, demoDepartmentId } from '../../src/server/demo/demo-people.ts';

export const AGENT: Actor = { person: 'agent-lin' as PersonId, post: 'agent' };

/** The demo officer who holds this post in a department of this kind. */
export function officer(kind: string, post: PostKind): Actor {
  const department = demoDepartmentId(kind as DepartmentKind);
  return { person: `${kind}.${post}` as PersonId, post, department };
}

/** A request as a client would send it; the input goes through its schema. */
export function request(requestId: string, actor: Actor, input: unknown): DossierRequest {
  return { requestId: requestId as RequestId, actor, input: dossierCommandInput.parse(input) };
}

/** What opens a dossier of the procedure; the request's id settles its number. */
export function opening(requestId: string, procedure: string): DossierRequest {
  return request(requestId, AGENT, {
    type: 'OpenDossier',
    procedure,
    projectName: '丽水云和木制玩具厂房项目',
    region: DEMO_REGION,
    investor: {
      name: '云和某某玩具有限公司',
      kind: 'enterprise',
      contact: { name: '王青禾', phone: '13900000000' },
    },
    agent: AGENT.person,
    secret: false,
  });
}

export function openedBy(requestId: string): DossierNumber {
  return dossierNumber(DEMO_REGION, requestId as RequestId);
}

/** Carries commands out one after the other; the first refusal fails the test. */
export async function carryOut(
  office: DossierOffice,
  dossier: DossierNumber,
  requests: readonly DossierRequest[],
): Promise<readonly DossierOutcome[]> {
  const outcomes: DossierOutcome[] = [];
  for (const one of requests) outcomes.push(granted(await office.handle(dossier, one), one));
  return outcomes;
}

function granted(
  outcome: Result<DossierOutcome, Refusal>,
  { input }: DossierRequest,
): DossierOutcome {
  if (outcome.ok) return outcome.value;
  throw new Error(`${input.type} is refused: ${JSON.stringify(outcome.error)}`);
}
