import { definition, type Definition } from '../../src/workflow/definition/definition.ts';

const source = { estimate: 'a sample for tests' };
const text = (zh: string, en: string) => ({ zh, en });
const promise = { amount: 20, unit: 'working-days', source };

const HANDLE = { step: 'handle', by: ['handler'] };
const REVIEW = { step: 'review', by: ['reviewer'] };
const APPROVE = { step: 'approve', by: ['approver'] };
const WHOLE_CHAIN = [HANDLE, REVIEW, APPROVE];

const material = (slug: string, required = true) => ({ material: slug, required, source });
const paper = (zh: string, en: string) => ({ paper: text(zh, en) });

const LAND = {
  stage: 'land',
  name: text('立项用地规划', 'Project and land'),
  lead: 'reform',
  promise,
  items: [
    {
      item: 'filing',
      name: text('项目备案', 'Filing'),
      kind: 'instant',
      department: 'reform',
      steps: [APPROVE],
      materials: [material('application')],
      dueBy: 'land',
    },
    {
      item: 'land-contract',
      name: text('土地出让合同', 'Land contract'),
      kind: 'external',
      steps: [],
      when: 'form.auction',
      dueBy: 'land',
    },
    {
      item: 'land-permit',
      name: text('用地规划许可', 'Land permit'),
      kind: 'promised',
      department: 'resources',
      steps: WHOLE_CHAIN,
      needs: 'done("filing") && doneIfDue("land-contract")',
      materials: [material('application'), material('red-line-map')],
      result: paper('用地规划许可证', 'Land permit'),
      dueBy: 'land',
    },
    {
      item: 'scheme',
      name: text('设计方案审查', 'Scheme review'),
      kind: 'joint',
      department: 'resources',
      opinions: { from: ['ecology', 'housing'] },
      steps: WHOLE_CHAIN,
      materials: [material('red-line-map')],
      dueBy: 'land',
    },
    {
      item: 'eia',
      name: text('环境影响评价', 'EIA'),
      kind: 'promised',
      department: 'ecology',
      opinions: { from: ['resources'] },
      steps: WHOLE_CHAIN,
      materials: [material('eia-report')],
      dueBy: 'works',
    },
    {
      item: 'forest',
      name: text('使用林地审核', 'Forest land'),
      kind: 'report-up',
      department: 'resources',
      steps: WHOLE_CHAIN,
      when: 'form.forest',
      dueBy: 'land',
    },
  ],
};

const WORKS = {
  stage: 'works',
  name: text('施工许可', 'Works'),
  lead: 'housing',
  promise,
  items: [
    {
      item: 'works-permit',
      name: text('工程规划许可', 'Works permit'),
      kind: 'promised',
      department: 'resources',
      steps: [HANDLE, APPROVE],
      needs: 'done("land-permit") && done("scheme")',
      materials: [material('drawings')],
      result: paper('工程规划许可证', 'Works permit'),
      dueBy: 'works',
    },
    {
      item: 'construction-permit',
      name: text('施工许可', 'Construction permit'),
      kind: 'promised',
      department: 'housing',
      steps: WHOLE_CHAIN,
      needs: 'done("works-permit") && doneIfDue("eia")',
      materials: [material('drawings')],
      result: paper('施工许可证', 'Construction permit'),
      dueBy: 'works',
    },
    {
      item: 'drainage',
      name: text('排水许可', 'Drainage permit'),
      kind: 'promised',
      department: 'housing',
      steps: [HANDLE, APPROVE],
      when: 'form.floorArea > 5000.0',
      dueBy: 'works',
    },
  ],
};

/**
 * A small city's joint approval in which everything occurs that an item can do: two stages, an
 * instant, a promised, a joint and a report-up item, an awaited contract, prerequisites across
 * departments and stages, an item that straddles. `changes` replaces parts of it.
 */
export function cityProcedure(changes: Partial<Record<string, unknown>> = {}): Definition {
  return definition.parse({
    procedure: 'city',
    version: 1,
    name: text('市级并联审批', 'City joint approval'),
    purpose: text('测试', 'For tests'),
    projectCode: 'required',
    form: [
      { id: 'floorArea', type: 'number', label: text('建筑面积', 'Floor area'), min: 0 },
      { id: 'auction', type: 'boolean', label: text('招拍挂用地', 'Land by auction') },
      { id: 'forest', type: 'boolean', label: text('占用林地', 'Forest land') },
    ],
    stages: [LAND, WORKS],
    departments: [
      { department: 'reform', name: text('发展改革', 'Development and reform') },
      { department: 'resources', name: text('自然资源', 'Natural resources') },
      { department: 'ecology', name: text('生态环境', 'Ecology') },
      { department: 'housing', name: text('住房建设', 'Housing') },
    ],
    instruments: [],
    materials: [
      { material: 'application', name: text('申请表', 'Application form') },
      { material: 'red-line-map', name: text('红线图', 'Boundary map') },
      { material: 'eia-report', name: text('环评报告', 'EIA report') },
      { material: 'drawings', name: text('施工图', 'Drawings') },
    ],
    ...changes,
  });
}
