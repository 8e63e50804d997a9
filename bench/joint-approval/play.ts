import type { DossierCommandInput } from '../../src/application/commands/dossier-inputs.ts';
import type { DossierOffice } from '../../src/application/dossiers/dossier-office.ts';
import { dossierNumber } from '../../src/application/dossiers/dossier-number.ts';
import type { DossierOutcome } from '../../src/application/dossiers/dossier-request.ts';
import { dossierCommandInput } from '../../src/application/commands/dossier-inputs.ts';
import type { Actor } from '../../src/domain/post.ts';
import { invariant } from '../../src/kernel/invariant.ts';
import type { DepartmentKind, DossierNumber, PersonId, RequestId } from '../../src/kernel/ids.ts';
import { DEMO_REGION, demoDepartmentId } from '../../src/server/demo/demo-people.ts';
import { benchDepartments, benchItem } from './definition.ts';

export const AGENT: Actor = { person: 'agent-lin' as PersonId, post: 'agent' };
const LEAD = 'd01';

/** One command of the play: who, and what. */
export interface PlayedCommand {
  readonly actor: Actor;
  readonly input: unknown;
}

function officer(department: string, post: 'window' | 'handler' | 'approver'): Actor {
  return {
    person: `${department}.${post}` as PersonId,
    post,
    department: demoDepartmentId(department as DepartmentKind),
  };
}

/** What goes before the measured part: the dossier is opened and its form filled. */
export const OPENING: readonly PlayedCommand[] = [
  {
    actor: AGENT,
    input: {
      type: 'OpenDossier',
      procedure: 'bench-joint-approval',
      projectName: '丽水经济技术开发区年产三万台电机厂房项目',
      region: DEMO_REGION,
      investor: {
        name: '丽水某某机电有限公司',
        kind: 'enterprise',
        contact: { name: '陈工', phone: '13800000000' },
      },
      agent: AGENT.person,
      secret: false,
    },
  },
  { actor: AGENT, input: { type: 'FillForm', answers: { floorArea: 12_000 } } },
];

/** The measured part: 38 commands of one event each. */
export const JOINT_APPROVAL: readonly PlayedCommand[] = [
  { actor: AGENT, input: { type: 'SubmitApplication', stage: 'approval' } },
  ...benchDepartments.flatMap((department) => {
    const item = benchItem(department);
    return [
      {
        actor: officer(LEAD, 'window'),
        input: { type: 'AcceptApplication', intake: 1, items: [item] },
      },
      {
        actor: officer(department, 'handler'),
        input: {
          type: 'HandleItem',
          item,
          proposal: 'approve',
          opinion: '经审查，申请材料齐全，符合法定形式，拟同意。',
        },
      },
      {
        actor: officer(department, 'approver'),
        input: { type: 'ApproveItem', item, note: '同意。' },
      },
    ];
  }),
  { actor: officer(LEAD, 'window'), input: { type: 'ConcludeStage', stage: 'approval' } },
];

/** Carries one command out by the production path, schema included; a refusal ends the bench. */
export async function play(
  office: DossierOffice,
  dossier: DossierNumber,
  requestId: string,
  { actor, input }: PlayedCommand,
): Promise<DossierOutcome> {
  const command: DossierCommandInput = dossierCommandInput.parse(input);
  const outcome = await office.handle(dossier, {
    requestId: requestId as RequestId,
    input: command,
    actor,
  });
  invariant(outcome.ok, `${command.type} is refused: ${JSON.stringify(outcome)}`);
  return outcome.value;
}

/** The number of the n-th dossier of a run. */
export function playedDossier(run: string, index: number): DossierNumber {
  return dossierNumber(DEMO_REGION, `${run}.${index}.0` as RequestId);
}
