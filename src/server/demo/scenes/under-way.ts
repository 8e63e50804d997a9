import { demoDepartmentId } from '../demo-people.ts';
import type { DepartmentKind } from '../../../kernel/ids.ts';
import type { Scene } from './scene.ts';

const TRAFFIC_POLICE = demoDepartmentId('traffic-police' as DepartmentKind);

/** A hospital in parallel handling: eight departments asked for their opinions, two still silent. */
export const HOSPITAL_WITH_OPINIONS: Scene = {
  key: 'hospital-opinions',
  procedure: 'gov-building',
  example: 'school-on-allocated-land',
  projectName: '丽水市中心医院东城院区一期工程',
  investor: {
    name: '丽水市卫生健康委员会',
    kind: 'government',
    contact: { name: '季云', phone: '13900001104' },
  },
  agent: 'agent-zhou',
  openedWorkingDaysAgo: 14,
  script: {
    projectCode: '2609-331100-84-01-517736',
    answers: {
      siteAddress: '丽水市莲都区，东至城东路，南至解放街，西至规划支路，北至大猷街',
      useKind: 'health-care',
      floorArea: 86_400,
      basementArea: 21_500,
      height: 58.4,
      totalInvestment: 73_200,
    },
    applications: {
      'project-and-land': [],
      'works-planning': [{ granted: 'land-planning-permit' }],
    },
    milestones: {
      'social-risk': { reference: '丽稳评备〔2026〕31号', when: [] },
      'land-supply': {
        reference: '划拨决定书丽土划〔2026〕18号',
        when: [{ granted: 'land-planning-permit' }],
      },
    },
    incidents: [
      {
        kind: 'disagreement',
        item: 'scheme-review',
        department: TRAFFIC_POLICE,
        reason: '急诊出入口距交叉口不足 80 米，建议改至支路并补充交通影响评价。',
        overridingReason: '已要求设计单位将急诊出入口调整至规划支路。',
      },
    ],
    held: [
      { command: 'GiveOpinion', department: demoDepartmentId('gardens' as DepartmentKind) },
      { command: 'GiveOpinion', department: demoDepartmentId('power-grid' as DepartmentKind) },
      { command: 'ReviewItem', item: 'soil-water' },
      { command: 'HandleItem', item: 'civil-defence' },
    ],
  },
};

/** A warehouse of which one approval was refused, with reason, basis and remedy, while others go on. */
export const WAREHOUSE_WITH_REJECTION: Scene = {
  key: 'warehouse-rejection',
  procedure: 'ent-general',
  example: 'factory-on-transferred-land',
  projectName: '龙泉青瓷文创仓储物流中心项目',
  investor: {
    name: '龙泉市瓷邦供应链有限公司',
    kind: 'enterprise',
    creditCode: '91331181MA2G9D6H2P',
    contact: { name: '叶小青', phone: '13900001105' },
  },
  agent: 'agent-lin',
  openedWorkingDaysAgo: 11,
  script: {
    projectCode: '2609-331100-04-01-228153',
    answers: { useKind: 'logistics', siteAddress: '龙泉市大沙工业区，东至沙源路，南至广达街' },
    applications: {
      'project-and-land': [],
      'works-planning': [{ granted: 'land-planning-permit' }],
    },
    milestones: { 'land-supply': { reference: '出让合同3311812026A21046', when: [] } },
    incidents: [
      {
        kind: 'rejection',
        item: 'soil-water',
        opinion: '弃渣场选址位于溪流管理范围内，拟不予许可。',
        grounds: {
          reason: '弃渣场选址位于大沙溪管理范围内，且未提出替代方案。',
          basis: '《中华人民共和国水土保持法》第二十五条、第二十八条',
          remedy:
            '收到决定之日起六十日内申请行政复议，或者六个月内提起行政诉讼；重新选址后可以再次申请。',
        },
      },
    ],
    held: [
      { command: 'ApproveItem', item: 'eia' },
      { command: 'ReviewItem', item: 'utilities' },
    ],
  },
};

/** Land now, start now: all permits prepared, and the land contract alone is awaited. */
export const WORKSHOP_AWAITING_LAND: Scene = {
  key: 'workshop-awaiting-land',
  procedure: 'ent-simple',
  example: 'land-now-start-now',
  projectName: '青田石雕数字加工车间项目',
  investor: {
    name: '青田石韵工艺品有限公司',
    kind: 'enterprise',
    creditCode: '91331121MA2H1B7N5E',
    contact: { name: '留伟', phone: '13900001106' },
  },
  agent: 'agent-zhou',
  openedWorkingDaysAgo: 10,
  script: {
    projectCode: '2610-331100-04-01-870264',
    answers: { siteAddress: '青田县山口镇石雕产业园12号地块' },
    applications: { land: [], 'works-and-construction': [{ accepted: 'land' }] },
  },
};

/** An enterprise that was opened within a day, and concluded. */
export const SUPPLY_CHAIN_CONCLUDED: Scene = {
  key: 'supply-chain-concluded',
  procedure: 'biz-register',
  example: 'open-in-a-day',
  projectName: '丽水青禾供应链有限公司开办',
  investor: {
    name: '丽水青禾供应链有限公司（筹）',
    kind: 'enterprise',
    contact: { name: '林悦', phone: '13900003561' },
  },
  agent: 'agent-lin',
  openedWorkingDaysAgo: 6,
  pace: 0.1,
  script: { applications: { opening: [] } },
};
