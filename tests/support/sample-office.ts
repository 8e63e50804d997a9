import type { Circumstances, Competence } from '../../src/domain/dossier/circumstances.ts';
import type {
  DossierCommand,
  DossierCommandType,
  OpenDossier,
} from '../../src/domain/dossier/commands.ts';
import type { Procedure } from '../../src/domain/dossier/procedure.ts';
import type { Actor, PostKind } from '../../src/domain/post.ts';
import type {
  DepartmentId,
  DepartmentKind,
  DossierNumber,
  ItemSlug,
  PersonId,
  ProcedureId,
  RegionCode,
  StageSlug,
} from '../../src/kernel/ids.ts';
import type { Instant } from '../../src/kernel/instant.ts';
import { TABLES } from './item-tables.ts';
import { sampleProcedure, type SampleProcedure } from './sample-procedure.ts';

export const DOSSIER = '331100-20261122-7K3F9Q' as DossierNumber;
const REGION = '331100' as RegionCode;
export const PROJECT_CODE = '2612-331100-04-01-123456';
export const MORNING = '2026-11-23T01:00:00.000Z' as Instant;

export const item = (slug: string) => slug as ItemSlug;
export const stage = (slug: string) => slug as StageSlug;
export const department = (kind: string) => `${REGION}-${kind}` as DepartmentId;
export const person = (id: string) => id as PersonId;

/**
 * Two stages. Planning: an instant filing, a land permit that waits for the filing and (if the land
 * is auctioned) its contract, a joint scheme review, an EIA that is due by the end of construction
 * only, forest land that is reported up. Construction: permits that wait for planning.
 */
export const SAMPLE: SampleProcedure = {
  stages: ['planning', 'construction'],
  items: [
    {
      item: 'land-contract',
      stage: 'planning',
      kind: 'external',
      table: TABLES.external,
      when: (answers) => answers.landByAuction === true,
    },
    {
      item: 'filing',
      stage: 'planning',
      kind: 'instant',
      table: TABLES.instant,
      department: 'development',
      materials: ['project-sheet'],
    },
    {
      item: 'land-permit',
      stage: 'planning',
      table: TABLES.waiting,
      department: 'natural-resources',
      needs: ['filing', 'land-contract'],
      materials: ['project-sheet', 'site-plan'],
    },
    {
      item: 'scheme-review',
      stage: 'planning',
      kind: 'joint',
      table: TABLES.joint,
      department: 'natural-resources',
      opinionsFrom: ['traffic', 'greening'],
      materials: ['site-plan', 'optional-model'],
    },
    {
      item: 'eia',
      stage: 'planning',
      dueBy: 'construction',
      table: TABLES.promised,
      department: 'ecology',
      materials: ['eia-report'],
    },
    {
      item: 'forest-land',
      stage: 'planning',
      kind: 'report-up',
      table: TABLES.reportUp,
      department: 'forestry',
      when: (answers) => answers.forestLand === true,
    },
    {
      item: 'works-permit',
      stage: 'construction',
      table: TABLES.waiting,
      department: 'natural-resources',
      needs: ['land-permit', 'scheme-review'],
      materials: ['drawings'],
    },
    {
      item: 'construction-permit',
      stage: 'construction',
      table: TABLES.waiting,
      department: 'housing',
      needs: ['works-permit', 'eia'],
      materials: ['drawings'],
    },
    {
      item: 'fire-design',
      stage: 'construction',
      table: TABLES.asking,
      department: 'housing',
      opinionsFrom: ['fire-brigade'],
      materials: ['drawings'],
      when: (answers) => answers.specialWorks === true,
    },
    {
      item: 'completion-filing',
      stage: 'construction',
      kind: 'instant',
      table: TABLES.instant,
      department: 'housing',
      needs: ['construction-permit'],
      when: (answers) => answers.specialWorks === true,
    },
    {
      item: 'archaeology',
      stage: 'construction',
      table: TABLES.promised,
      department: 'culture',
      when: () => false,
    },
  ],
};

export const PROCEDURE = sampleProcedure(SAMPLE);

const COMPETENCE: Competence = {
  departmentFor: (kind: DepartmentKind, region: RegionCode) =>
    region === REGION ? (`${region}-${kind}` as DepartmentId) : undefined,
  kindOf: (id) =>
    id.startsWith(`${REGION}-`) ? (id.slice(REGION.length + 1) as DepartmentKind) : undefined,
};

export const OPENING: OpenDossier = {
  type: 'OpenDossier',
  dossier: DOSSIER,
  procedure: 'sample' as ProcedureId,
  projectName: '丽水云和年产三万套木制玩具生产线',
  region: REGION,
  investor: {
    name: '云和县青禾玩具有限公司',
    kind: 'enterprise',
    creditCode: '91331125MA2E0000X0',
    contact: { subject: person('investor'), value: { name: '王青禾', phone: '13900000000' } },
  },
  agent: person('agent'),
  secret: false,
};

/** Who usually gives a command, so that tests name somebody only where it matters. */
const USUAL_POST: Readonly<Partial<Record<DossierCommandType, PostKind>>> = {
  HandleItem: 'handler',
  SolicitOpinions: 'handler',
  NoteCorrections: 'handler',
  ReviewItem: 'reviewer',
  SendBackItem: 'reviewer',
  ApproveItem: 'approver',
  RejectItem: 'approver',
  ReportUp: 'approver',
  TellCorrections: 'window',
  AcceptApplication: 'window',
  RefuseAcceptance: 'window',
  IssueResult: 'window',
  ServeResult: 'window',
};

function usualActor({ type }: Pick<DossierCommand, 'type'>): Actor {
  const post = USUAL_POST[type] ?? 'agent';
  return { person: person(post), post };
}

export function circumstancesOf(
  command: Pick<DossierCommand, 'type'>,
  changes: Partial<Circumstances> = {},
  procedure: Procedure = PROCEDURE,
): Circumstances {
  return {
    by: usualActor(command),
    occurredAt: MORNING,
    recordedAt: changes.occurredAt ?? MORNING,
    procedure,
    competence: COMPETENCE,
    ...changes,
  };
}
