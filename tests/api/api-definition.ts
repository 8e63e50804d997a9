import { definition, type Definition } from '../../src/workflow/definition/definition.ts';
import { benchDefinition } from '../../bench/joint-approval/definition.ts';

/** `d01` leads; `d02` takes part; `d03` takes part in large projects only. */
const TAKING_PART = ['d01', 'd02', 'd03'];

/** A small joint approval: three departments, a personal question, one required paper. */
export function apiDefinition(version = 1): Definition {
  const bench = benchDefinition();
  const [stage] = bench.stages;
  if (!stage) throw new Error('the bench has a stage');
  return definition.parse({
    ...bench,
    procedure: 'api-joint-approval',
    version,
    form: [
      ...bench.form,
      {
        id: 'applicantId',
        type: 'text',
        label: { zh: '经办人身份证号', en: 'Identity number of the applicant' },
        required: false,
        personal: true,
      },
    ],
    stages: [{ ...stage, items: stage.items.filter(isOurs).map(asUsed) }],
    departments: bench.departments.filter(isOurs),
    materials: [{ material: 'site-plan', name: { zh: '总平面图', en: 'Site plan' } }],
  });
}

function isOurs({ department }: { readonly department?: string }): boolean {
  return department !== undefined && TAKING_PART.includes(department);
}

function asUsed(item: Definition['stages'][number]['items'][number]): object {
  if (item.department === 'd03') return { ...item, when: 'form.floorArea > 100000.0' };
  if (item.department !== 'd02') return item;
  return {
    ...item,
    steps: [
      { step: 'handle', by: ['handler'] },
      { step: 'review', by: ['reviewer'] },
      { step: 'approve', by: ['approver'] },
    ],
    opinions: { from: ['d01'] },
    materials: [{ material: 'site-plan', required: false, source: { estimate: 'a test' } }],
  };
}
