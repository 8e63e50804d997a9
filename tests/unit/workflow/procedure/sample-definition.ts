import type { ProcedureRef } from '../../../../src/domain/dossier/procedure.ts';
import type { ProcedureId, Sha256 } from '../../../../src/kernel/ids.ts';
import { definition, type Definition } from '../../../../src/workflow/definition/definition.ts';

const estimate = { estimate: 'a sample for tests' };
const law = { instrument: 'licensing-law', article: '42' };
const name = (zh: string, en: string) => ({ zh, en });

const handle = { step: 'handle', by: ['handler'] };
const review = { step: 'review', by: ['reviewer'] };
const approve = { step: 'approve', by: ['approver'] };
const statutory = { kind: 'statutory', amount: 20, unit: 'working-days', starts: 'accepted' };

export const SAMPLE_REF: ProcedureRef = {
  id: 'sample' as ProcedureId,
  version: 1,
  hash: '0'.repeat(64) as Sha256,
};

/** A small procedure in which every feature of the language occurs. */
export function sampleDefinition(changes: Partial<Record<string, unknown>> = {}): Definition {
  return definition.parse({
    procedure: 'sample',
    version: 1,
    name: name('样例流程', 'Sample procedure'),
    purpose: name('测试用', 'For tests'),
    projectCode: 'required',
    parameters: [
      { parameter: 'bigArea', label: name('大型面积', 'Big area'), value: 5000, source: estimate },
    ],
    form: FORM,
    eligibility: [
      {
        condition: 'form.area <= param.bigArea * 10',
        name: name('规模不超过上限', 'Not beyond the largest size'),
        source: estimate,
      },
    ],
    stages: [LAND, PLANNING],
    departments: [
      { department: 'reform', name: name('发展改革', 'Development and reform') },
      { department: 'natural-resources', name: name('自然资源和规划', 'Natural resources') },
      { department: 'civil-defence', name: name('人民防空', 'Civil defence') },
      { department: 'ecology', name: name('生态环境', 'Ecology') },
    ],
    instruments: [
      {
        instrument: 'licensing-law',
        name: name('行政许可法', 'Administrative Licensing Law'),
        level: 'law',
        validFrom: '2004-07-01',
        read: 'full-text',
      },
    ],
    materials: [
      { material: 'application', name: name('申请表', 'Application form') },
      { material: 'red-line-map', name: name('用地红线图', 'Site boundary map') },
      { material: 'business-licence', name: name('营业执照', 'Business licence'), shared: true },
      { material: 'eia-report', name: name('环境影响报告书', 'EIA report') },
      { material: 'shelter-design', name: name('防空地下室设计', 'Shelter design') },
    ],
    ...changes,
  });
}

const FORM = [
  {
    id: 'landBy',
    label: name('用地方式', 'Land by'),
    type: 'choice',
    options: [
      { option: 'transfer', label: name('出让', 'Transfer') },
      { option: 'allocation', label: name('划拨', 'Allocation') },
    ],
  },
  { id: 'area', label: name('建筑面积', 'Floor area'), type: 'number', min: 0, unit: 'm²' },
  { id: 'civil', label: name('民用建筑', 'Civil building'), type: 'boolean' },
  {
    id: 'basement',
    label: name('建有地下室', 'Has a basement'),
    type: 'boolean',
    when: 'form.civil',
  },
  { id: 'note', label: name('备注', 'Note'), type: 'text', required: false, maxLength: 10 },
];

/** Applied for with the land stage, due by the end of the next. */
const EIA = {
  item: 'eia',
  name: name('建设项目环境影响评价审批', 'EIA approval'),
  kind: 'report-up',
  department: 'ecology',
  steps: [handle, review, approve],
  result: { paper: name('环评批复', 'EIA approval') },
  needs: 'done("filing") || form.area < 100.5',
  limits: [
    { ...statutory, amount: 30, unit: 'natural-days', starts: 'received', source: law },
    { ...statutory, kind: 'promised', amount: 7, starts: 'received', source: estimate },
  ],
  situations: [
    {
      situation: 'report',
      name: name('报告书', 'Report'),
      when: 'form.area >= param.bigArea',
      limits: [{ ...statutory, amount: 60, unit: 'natural-days', starts: 'received', source: law }],
      materials: [{ material: 'eia-report', source: estimate }],
    },
    {
      situation: 'with-shelter',
      name: name('配建人防', 'With a shelter'),
      when: 'applies("shelter")',
      materials: [{ material: 'shelter-design', required: false, source: estimate }],
    },
  ],
  dueBy: 'planning',
};

const LAND = {
  stage: 'land',
  name: name('立项用地规划许可', 'Project and land'),
  lead: 'reform',
  promise: { amount: 20, unit: 'working-days', source: estimate },
  items: [
    {
      item: 'filing',
      name: name('企业投资项目备案', 'Filing'),
      kind: 'instant',
      department: 'reform',
      steps: [approve],
      materials: [
        { material: 'application', source: estimate },
        { material: 'business-licence', source: estimate },
      ],
      dueBy: 'land',
    },
    {
      item: 'land-contract',
      name: name('国有建设用地使用权出让合同', 'Land contract'),
      kind: 'external',
      steps: [],
      when: 'form.landBy == "transfer"',
      dueBy: 'land',
    },
    {
      item: 'land-permit',
      name: name('建设用地规划许可证核发', 'Land-use planning permit'),
      kind: 'promised',
      department: 'natural-resources',
      steps: [handle, review, approve],
      result: { paper: name('建设用地规划许可证', 'Land-use planning permit') },
      limits: [{ ...statutory, source: law }],
      promise: { amount: 5, unit: 'working-days', source: estimate },
      needs: 'done("filing") && doneIfDue("land-contract")',
      materials: [
        { material: 'application', source: estimate },
        { material: 'red-line-map', required: false, source: estimate },
      ],
      dueBy: 'land',
    },
    EIA,
  ],
};

const PLANNING = {
  stage: 'planning',
  name: name('工程建设许可', 'Construction planning'),
  lead: 'natural-resources',
  promise: { amount: 25, unit: 'working-days', source: estimate },
  items: [
    {
      item: 'scheme-review',
      name: name('建设工程设计方案审查', 'Scheme review'),
      kind: 'joint',
      department: 'natural-resources',
      opinions: { from: ['civil-defence', 'ecology'] },
      steps: [handle, review, approve],
      limits: [{ ...statutory, kind: 'promised', amount: 10, source: estimate }],
      needs: 'done("land-permit")',
      materials: [{ material: 'red-line-map', source: estimate }],
      dueBy: 'planning',
    },
    {
      item: 'shelter',
      name: name('应建防空地下室的民用建筑项目报建审批', 'Civil-defence basement'),
      kind: 'promised',
      department: 'civil-defence',
      steps: [handle, approve],
      result: { paper: name('审批意见', 'Approval') },
      when: 'form.civil',
      needs: 'done("scheme-review")',
      materials: [{ material: 'shelter-design', when: 'form.basement', source: estimate }],
      dueBy: 'planning',
    },
    {
      item: 'works-permit',
      name: name('建设工程规划许可证核发', 'Works planning permit'),
      kind: 'promised',
      department: 'natural-resources',
      steps: [handle, review, approve],
      result: { paper: name('建设工程规划许可证', 'Works planning permit') },
      needs: 'done("scheme-review") && (doneIfDue("shelter") || form.landBy == "allocation")',
      dueBy: 'planning',
    },
  ],
};
