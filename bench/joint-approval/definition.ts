import { definition, type Definition } from '../../src/workflow/definition/definition.ts';

const SOURCE = { estimate: 'a bench measures the engine, not an office' };

const BENCH_DEPARTMENTS = 12;

/** `d01` … `d12`: each department has one item, `item-d01` … `item-d12`. */
export const benchDepartments: readonly string[] = Array.from(
  { length: BENCH_DEPARTMENTS },
  (_, index) => `d${String(index + 1).padStart(2, '0')}`,
);

export function benchItem(department: string): string {
  return `item-${department}`;
}

/**
 * The joint approval that is measured: one stage, twelve departments in parallel, each accepts,
 * handles and approves; with the submission and the stage's conclusion 38 commands of one event.
 */
export function benchDefinition(): Definition {
  return definition.parse({
    procedure: 'bench-joint-approval',
    version: 1,
    name: text('十二部门并联审批', 'Joint approval by twelve departments'),
    purpose: text('测量', 'Measurement'),
    projectCode: 'not-used',
    form: [
      {
        id: 'floorArea',
        type: 'number',
        label: text('建筑面积', 'Floor area'),
        min: 0,
        unit: 'm²',
      },
      {
        id: 'sitePhone',
        type: 'text',
        label: text('现场联系电话', 'Phone on site'),
        required: false,
        personal: true,
      },
    ],
    stages: [
      {
        stage: 'approval',
        name: text('审批', 'Approval'),
        lead: 'd01',
        promise: { amount: 20, unit: 'working-days', source: SOURCE },
        items: benchDepartments.map((department) => ({
          item: benchItem(department),
          name: text(`事项${department}`, `Item of ${department}`),
          kind: 'promised',
          department,
          steps: [
            { step: 'handle', by: ['handler'] },
            { step: 'approve', by: ['approver'] },
          ],
          limits: [
            {
              kind: 'promised',
              amount: 10,
              unit: 'working-days',
              starts: 'accepted',
              source: SOURCE,
            },
          ],
          dueBy: 'approval',
        })),
      },
    ],
    departments: benchDepartments.map((department) => ({
      department,
      name: text(`部门${department}`, `Department ${department}`),
    })),
    instruments: [],
    materials: [],
  });
}

function text(zh: string, en: string): { readonly zh: string; readonly en: string } {
  return { zh, en };
}
