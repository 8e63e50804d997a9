import type { Day } from '../../../src/kernel/instant.ts';
import { checkDefinitions } from '../../../src/workflow/checking/check-definitions.ts';
import { readWorkflows } from '../../../src/workflow/loading/load-workflows.ts';
import type { DefinitionMistake } from '../../../src/workflow/loading/mistake.ts';
import type { SourceText } from '../../../src/workflow/loading/source-document.ts';

export const CHECK_DAY = '2026-11-22' as Day;

/** A small workflows folder in which nothing is wrong; tests break it in one place at a time. */
const FILES: Readonly<Record<string, string>> = {
  'catalogue/departments.yaml': `departments:
  - { department: development, name: { zh: 发展改革, en: Development } }
  - { department: planning, name: { zh: 自然资源, en: Planning } }
  - { department: ecology, name: { zh: 生态环境, en: Ecology } }
`,
  'catalogue/instruments.yaml': `instruments:
  - instrument: licensing-law
    name: { zh: 行政许可法, en: Licensing Law }
    level: law
    validFrom: 2019-04-23
    read: full-text
  - instrument: trial-notice
    name: { zh: 试行通知, en: Trial notice }
    level: local-notice
    validFrom: 2024-01-01
    validTo: 2027-12-31
    read: opening
`,
  'catalogue/materials.yaml': `materials:
  - { material: application, name: { zh: 申请书, en: Application } }
  - { material: drawings, name: { zh: 图纸, en: Drawings } }
`,
  'catalogue/items/filing.yaml': `item: filing
name: { zh: 备案, en: Filing }
kind: instant
department: development
materials:
  - { material: application, source: { instrument: licensing-law, article: '31' } }
`,
  'catalogue/items/land.yaml': `item: land
name: { zh: 土地出让, en: Land contract }
kind: external
`,
  'catalogue/items/design.yaml': `item: design
name: { zh: 方案审查, en: Design review }
kind: joint
department: planning
opinions:
  from: [ecology]
  deemedConsent: { instrument: trial-notice, article: '3' }
limits:
  - kind: promised
    amount: 6
    unit: working-days
    starts: accepted
    source: { estimate: ours }
materials:
  - { material: drawings, source: { instrument: licensing-law } }
`,
  'catalogue/items/eia.yaml': `item: eia
name: { zh: 环评, en: EIA }
kind: promised
department: ecology
tolerance: { instrument: trial-notice }
limits:
  - kind: statutory
    amount: 60
    unit: natural-days
    starts: received
    source: { instrument: licensing-law, article: '42' }
  - kind: promised
    amount: 5
    unit: working-days
    starts: accepted
    source: { estimate: ours }
situations:
  - situation: report
    name: { zh: 报告书, en: Report }
    when: form.eiaKind == "report"
    limits:
      - kind: promised
        amount: 9
        unit: working-days
        starts: accepted
        source: { estimate: ours }
    materials:
      - { material: drawings, source: { estimate: usual } }
result:
  paper: { zh: 环评批复, en: EIA approval }
`,
  'catalogue/items/permit.yaml': `item: permit
name: { zh: 许可证, en: Permit }
kind: promised
department: planning
limits:
  - kind: statutory
    amount: 20
    unit: working-days
    starts: accepted
    source: { instrument: licensing-law, article: '42' }
  - kind: promised
    amount: 4
    unit: working-days
    starts: accepted
    source: { estimate: ours }
`,
  'build/procedure.yaml': `procedure: build
version: 1
name: { zh: 建设, en: Build }
purpose: { zh: 建设项目, en: Building projects }
projectCode: required
target:
  amount: 16
  unit: working-days
  source: { estimate: ours }
parameters:
  - { parameter: bigArea, label: { zh: 大面积, en: Large area }, value: 5000, source: { estimate: ours } }
form:
  - { id: publicMoney, label: { zh: 政府投资, en: Public money }, type: boolean }
  - { id: area, label: { zh: 面积, en: Area }, type: number, min: 0 }
  - id: eiaKind
    label: { zh: 环评类别, en: EIA kind }
    type: choice
    options:
      - { option: none, label: { zh: 不需要, en: None } }
      - { option: form, label: { zh: 报告表, en: Form } }
      - { option: report, label: { zh: 报告书, en: Report } }
  - id: landBy
    label: { zh: 供地方式, en: Land by }
    type: choice
    when: form.area > 0
    options:
      - { option: contract, label: { zh: 出让, en: Contract } }
      - { option: own, label: { zh: 自有, en: Own land } }
eligibility:
  - condition: '!form.publicMoney'
    name: { zh: 非政府投资, en: No public money }
    source: { instrument: licensing-law }
stages:
  - stage: start
    name: { zh: 立项, en: Start }
    lead: development
    promise: { amount: 6, unit: working-days, source: { estimate: ours } }
    items:
      - item: filing
      - item: land
        when: form.landBy == "contract"
        needs: done("filing")
      - item: eia
        when: form.eiaKind != "none"
        needs: done("filing")
        dueBy: works
      - item: design
        when: form.area > param.bigArea
        needs: done("filing") && doneIfDue("land")
  - stage: works
    name: { zh: 开工, en: Works }
    lead: planning
    promise: { amount: 10, unit: working-days, source: { estimate: ours } }
    items:
      - item: permit
        needs: doneIfDue("design") && doneIfDue("eia")
`,
};

/** One change to the text of a file; what is replaced must stand there. */
export interface Edit {
  readonly file: string;
  readonly replace: string;
  readonly by: string;
}

export function soundWorkflows(...edits: readonly Edit[]): SourceText[] {
  const texts = new Map(Object.entries(FILES));
  for (const { file, replace, by } of edits) {
    const text = texts.get(file) ?? '';
    if (!text.includes(replace)) throw new Error(`${file} does not contain: ${replace}`);
    texts.set(file, text.replace(replace, by));
  }
  return [...texts].map(([file, text]) => ({ file, text }));
}

/** The same with one more file, or with a file as given. */
export function withFile(sources: readonly SourceText[], file: string, text: string): SourceText[] {
  return [...sources.filter((one) => one.file !== file), { file, text }];
}

export function check(sources: readonly SourceText[], onDay: Day = CHECK_DAY) {
  return checkDefinitions(readWorkflows(sources), onDay);
}

/** `file:line:column code`, as the command line begins its lines. */
export function placesOf(mistakes: readonly DefinitionMistake[]): string[] {
  return mistakes.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}
