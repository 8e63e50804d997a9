import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { answers, investor, name, procedureId, region } from '../../application/commands/parts.ts';
import { dossierNumber } from '../../application/dossiers/dossier-number.ts';
import type { PersonId, RequestId } from '../../kernel/ids.ts';
import { invariant } from '../../kernel/invariant.ts';
import { demoDepartmentId } from '../../server/demo/demo-people.ts';
import type { Script } from '../../server/demo/playing/script.ts';
import { scriptFor } from '../../server/demo/script-for.ts';
import type { House } from '../../server/house.ts';
import type { DepartmentKind } from '../../kernel/ids.ts';
import type { Case } from './take-part.ts';

/** `workflows/ent-general/examples/complete/application.yaml`. */
const applicationFile = z.strictObject({
  procedure: procedureId,
  projectName: name,
  region,
  projectCode: z.string(),
  investor,
  answers,
  /** File names by stage and material. */
  materials: z.record(z.string(), z.record(z.string(), z.string())),
});

const APPLICATION = 'ent-general/examples/complete/application.yaml';
const AGENT = 'agent-lin' as PersonId;

/** The complete application as a case: as it is filed, and with the incidents of the way. */
export async function completeCase(
  workflows: string,
  prefix: string,
  { library }: House,
): Promise<Case> {
  const file = await readFile(join(workflows, APPLICATION), 'utf8');
  const application = applicationFile.parse(parse(file));
  const { procedure: id, projectName, projectCode, materials: papers } = application;
  const procedure = library.latest(id);
  invariant(procedure, `${id} is published`);
  return {
    dossier: dossierNumber(application.region, `${prefix}OpenDossier` as RequestId),
    prefix,
    opening: {
      type: 'OpenDossier',
      procedure: id,
      projectName,
      region: application.region,
      investor: application.investor,
      agent: AGENT,
      secret: false,
    },
    script: scriptFor(procedure, {
      projectCode,
      answers: application.answers,
      papers,
      ...COURSE,
    }),
  };
}

/** When the agent applies, what comes late, and what goes otherwise than it should. */
const COURSE: Pick<Script, 'applications' | 'milestones' | 'incidents'> = {
  applications: {
    'project-and-land': [],
    // Filed and examined in advance, before there is any land.
    'works-planning': [{ accepted: 'project-and-land' }],
    'construction-permit': [{ granted: 'works-planning-permit' }],
    acceptance: [{ granted: 'construction-permit' }],
  },
  milestones: {
    'land-supply': {
      reference: '国有建设用地使用权出让合同 3311002026A21087',
      when: [
        { prepared: 'land-planning-permit' },
        { prepared: 'scheme-review' },
        { prepared: 'works-planning-permit' },
      ],
    },
    'joint-survey-map': {
      reference: '多测合一成果 丽测〔2028〕112号',
      when: [{ granted: 'construction-permit' }],
    },
    'eia-self': {
      reference: '环境保护设施自主验收公示（2028年第7期）',
      when: [{ granted: 'construction-permit' }],
    },
  },
  incidents: [
    {
      kind: 'correction',
      item: 'eia',
      material: 'eia-form',
      problem: 'incomplete',
      note: '缺少喷涂工段挥发性有机物排放量核算，请补充后重新提交。',
    },
    {
      kind: 'disagreement',
      item: 'scheme-review',
      department: demoDepartmentId('traffic-police' as DepartmentKind),
      reason: '货运出入口距绿谷大道交叉口仅 45 米，不满足 70 米要求。',
      overridingReason: '已改由云景路设置货运出入口，距交叉口 92 米，设计单位已出具修改图。',
    },
    {
      kind: 'rejection',
      item: 'soil-water',
      opinion: '弃土处置方案去向不明，拟不予许可。',
      grounds: {
        reason: '方案所列弃土场未取得同意，弃土去向不明，水土流失防治责任无法落实。',
        basis: '《中华人民共和国水土保持法》第二十五条、第二十八条',
        remedy: '可在六十日内申请行政复议，或者在六个月内提起行政诉讼；落实弃土去向后可再次申请。',
      },
      again: { material: 'soil-water-plan', fileName: '水土保持方案报告书（落实弃土去向）.pdf' },
    },
  ],
};
