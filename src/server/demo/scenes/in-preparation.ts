import type { Scene } from './scene.ts';

/** A government school whose agent still lacks a paper and the project code. */
export const SCHOOL_IN_DRAFT: Scene = {
  key: 'school-draft',
  procedure: 'gov-building',
  example: 'school-on-allocated-land',
  projectName: '丽水市莲都区第三实验学校新建工程',
  investor: {
    name: '丽水市莲都区教育局',
    kind: 'government',
    contact: { name: '陆雅', phone: '13900001101' },
  },
  agent: 'agent-lin',
  openedWorkingDaysAgo: 1,
  script: {
    applications: { 'project-and-land': [] },
    held: [{ key: 'AttachMaterial.feasibility-report.1' }],
  },
};

/** A factory on standard land, looked at by the departments before it is applied for. */
export const TOY_FACTORY_IN_PRE_REVIEW: Scene = {
  key: 'toy-factory-pre-review',
  procedure: 'ent-commitment',
  example: 'standard-land',
  projectName: '云和木制玩具智造产业园一期项目',
  investor: {
    name: '浙江云木智造有限公司',
    kind: 'enterprise',
    creditCode: '91331125MA2E3T5R8K',
    contact: { name: '蓝天宇', phone: '13900001102' },
  },
  agent: 'agent-zhou',
  openedWorkingDaysAgo: 4,
  script: {
    projectCode: '2611-331100-04-01-301947',
    applications: { 'project-and-land': [] },
    preReviews: ['project-and-land'],
    incidents: [
      {
        kind: 'not-ready',
        item: 'energy-review',
        note: '节能承诺未列明主要用能设备的能效等级，请补充后再申报。',
      },
    ],
    held: [
      { command: 'SubmitApplication' },
      { command: 'AdvisePreReview', item: 'land-planning-permit' },
    ],
  },
};

/** A factory that was told once, by two departments together, what to put right. */
export const PUMP_FACTORY_TO_CORRECT: Scene = {
  key: 'pump-factory-corrections',
  procedure: 'ent-general',
  example: 'factory-on-transferred-land',
  projectName: '缙云精密泵阀生产线技术改造及厂房项目',
  investor: {
    name: '缙云县恒泽泵业有限公司',
    kind: 'enterprise',
    creditCode: '91331122MA2F7Q4C1X',
    contact: { name: '应建国', phone: '13900001103' },
  },
  agent: 'agent-lin',
  openedWorkingDaysAgo: 4,
  script: {
    projectCode: '2611-331100-04-02-664210',
    answers: { energyTce: 1860, electricity: 940 },
    applications: { 'project-and-land': [] },
    incidents: [
      {
        kind: 'correction',
        item: 'energy-review',
        material: 'energy-report',
        problem: 'incomplete',
        note: '缺少空压站系统的能效对标表。',
      },
      {
        kind: 'correction',
        item: 'land-planning-permit',
        material: 'topographic-map',
        problem: 'expired',
        note: '地形图测绘时间超过两年，请提交现势性地形图。',
      },
    ],
    held: [{ key: 'AttachMaterial.energy-report.2' }],
  },
};
