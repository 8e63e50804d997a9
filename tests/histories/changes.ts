import type { DossierRequest } from '../../src/application/dossiers/dossier-request.ts';
import type { ReferenceCommand } from '../../src/application/reference/reference-office.ts';
import type { Actor } from '../../src/domain/post.ts';
import type {
  DepartmentId,
  DepartmentKind,
  ItemSlug,
  PersonId,
  PostId,
  RequestId,
} from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import { invariant } from '../../src/kernel/invariant.ts';
import { DEMO_REGION } from '../../src/server/demo/demo-people.ts';
import { cityProcedure } from '../support/city-procedure.ts';
import { AGENT, carryOut, officer, openedBy, opening, request } from '../support/commands.ts';
import { foundOffice, openOfficeOn, type Ground, type TestOffice } from '../support/offices.ts';

const SECOND_AGENT: Actor = { person: 'agent-zhou' as PersonId, post: 'agent' };
const ADMINISTRATOR: Actor = { person: 'administrator' as PersonId, post: 'administrator' };
const FILE = 'f'.repeat(64);
const INVESTOR = {
  name: '云和新禾玩具有限公司',
  kind: 'enterprise',
  contact: { name: '赵新禾', phone: '13700000000' },
};
const OPINION = { proposal: 'approve', opinion: '拟同意' };

/** Whatever an everyday dossier never meets: everything about it changes, until it is given up. */
export async function playChanges(ground: Ground): Promise<void> {
  const office = await openOfficeOn(ground);
  await foundOffice(office, cityProcedure());
  const dossier = openedBy('changes.0');
  await carryOut(office.dossiers, dossier, [opening('changes.0', 'city'), ...BEFORE_THE_MOVE]);
  await foundOffice(office, cityProcedure({ version: 2 }));
  await carryOut(office.dossiers, dossier, [MOVE, ...AFTER_THE_MOVE]);
  await changeTheOffice(office);
}

const BEFORE_THE_MOVE = requests('before', [
  [AGENT, 'FillForm', { answers: { floorArea: 900, auction: false, forest: true } }],
  [AGENT, 'AssignProjectCode', { projectCode: '2612-331100-04-01-123456' }],
  [AGENT, 'AttachMaterial', { material: 'application', hash: FILE, fileName: '申请表.pdf' }],
  [AGENT, 'RemoveMaterial', { material: 'application', hash: FILE }],
  [officer('housing', 'window'), 'AddItem', { item: 'drainage', reason: '专家意见' }],
  [AGENT, 'SubmitApplication', { stage: 'land', items: ['forest'] }],
  [officer('reform', 'window'), 'AcceptApplication', { intake: 1 }],
  [officer('resources', 'handler'), 'HandleItem', { item: 'forest', ...OPINION }],
  [officer('resources', 'reviewer'), 'ReviewItem', { item: 'forest', ...OPINION }],
  [
    officer('resources', 'approver'),
    'ReportUp',
    { item: 'forest', superior: '省林业局', reference: '12号' },
  ],
]);

const MOVE = request('changes.move', ADMINISTRATOR, {
  type: 'MoveProcedure',
  version: 2,
  reason: '流程修订',
  authority: '丽政办〔2026〕8号',
});

const AFTER_THE_MOVE = requests('after', [
  [
    officer('resources', 'handler'),
    'RecordSuperiorAnswer',
    { item: 'forest', answer: 'approved', reference: '88号' },
  ],
  [AGENT, 'RenameInvestor', { name: '云和青禾木玩有限公司', reason: '更名' }],
  [
    officer('reform', 'window'),
    'ReplaceInvestor',
    { investor: INVESTOR, reason: '转让', basis: '转让协议' },
  ],
  [AGENT, 'AssignAgent', { agent: SECOND_AGENT.person }],
  [SECOND_AGENT, 'AbandonDossier', { reason: '项目单位放弃' }],
]);

function requests(
  when: string,
  commands: readonly (readonly [Actor, string, object])[],
): readonly DossierRequest[] {
  return commands.map(([actor, type, input], index) =>
    request(`changes.${when}.${index}`, actor, { type, ...input }),
  );
}

const PARKS = '331100-parks' as DepartmentId;
const OFFICE_CHANGES: readonly ReferenceCommand[] = [
  {
    type: 'FoundDepartment',
    department: PARKS,
    kind: 'parks' as DepartmentKind,
    region: DEMO_REGION,
    nameZh: '园林绿化',
    nameEn: 'Parks',
  },
  { type: 'SetCompetence', department: PARKS, items: ['green' as ItemSlug] },
  { type: 'CloseDepartment', department: PARKS, reason: '机构改革' },
  {
    type: 'EndPost',
    post: 'ecology.reviewer' as PostId,
    at: '2026-12-01T00:00:00.000Z' as Instant,
    reason: '调离',
  },
];

async function changeTheOffice({ reference }: TestOffice): Promise<void> {
  for (const command of OFFICE_CHANGES) {
    const requestId = `changes.${command.type}` as RequestId;
    const done = await reference.handle({ requestId, command, actor: ADMINISTRATOR });
    invariant(done.ok, `${command.type} is refused: ${JSON.stringify(done)}`);
  }
}
