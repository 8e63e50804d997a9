import { z } from 'zod';
import {
  allowance,
  day,
  limit,
  materialDemand,
  situation,
  slug,
  step,
  text,
  transitionChange,
} from './vocabulary.ts';

/** `workflows/catalogue/departments.yaml`: kinds of department, not departments. */
export const departmentsFile = z.strictObject({
  departments: z.array(z.strictObject({ department: slug, name: text })).min(1),
});

/** `workflows/catalogue/instruments.yaml`: laws, regulations and local notices relied on. */
export const instrument = z.strictObject({
  instrument: slug,
  name: text,
  number: z.string().exactOptional(),
  level: z.enum(['law', 'regulation', 'rule', 'local-regulation', 'local-notice']),
  validFrom: day,
  validTo: day.exactOptional().describe('失效日 Last day in force; absent while none is known'),
  read: z
    .enum(['full-text', 'opening', 'not-read'])
    .describe('核读程度 How far the line may be trusted: read in full, in part, or not re-read'),
});
export const instrumentsFile = z.strictObject({ instruments: z.array(instrument).min(1) });

/** `workflows/catalogue/materials.yaml`: types of paper, shared by all items that ask for one. */
export const material = z.strictObject({
  material: slug,
  name: text,
  shared: z
    .boolean()
    .default(false)
    .describe('共享获取 A register supplies it: never asked of the applicant (Order 716 art 7)'),
  note: z.string().exactOptional(),
});
export const materialsFile = z.strictObject({ materials: z.array(material).min(1) });

/** `workflows/catalogue/items/<slug>.yaml`: one department's approval. */
export const catalogueItem = z.strictObject({
  item: slug,
  name: text,
  kind: z
    .enum(['instant', 'promised', 'joint', 'report-up', 'external'])
    .describe('即办、承诺、联办、上报、外部 How the item is decided'),
  department: slug.exactOptional().describe('主管部门 Absent for external items alone'),
  basis: z.array(allowance).default([]).describe('设定依据 Why the item exists'),
  steps: z
    .array(step)
    .exactOptional()
    .describe(
      '环节 Default: handle, review, approve by the posts of these names; instant: approve',
    ),
  opinions: z
    .strictObject({
      from: z.array(slug).min(1),
      deemedConsent: allowance
        .exactOptional()
        .describe('视为同意 Silence may count as consent, by this instrument'),
    })
    .exactOptional()
    .describe('征求意见 Departments that may be asked, and for joint items must be'),
  limits: z.array(limit).default([]).describe('时限 Statutory and promised limits'),
  situations: z
    .array(situation)
    .default([])
    .describe('情形 Where one holds, its limits replace these and its materials join'),
  materials: z.array(materialDemand).default([]),
  result: z
    .strictObject({ paper: text })
    .exactOptional()
    .describe('结果文书 The paper a grant puts out; absent: the decision itself ends the item'),
  tolerance: allowance.exactOptional().describe('容缺受理 Allowed by this instrument'),
  commitment: allowance.exactOptional().describe('告知承诺 Allowed by this instrument'),
  transitions: z
    .array(transitionChange)
    .default([])
    .describe('Changes of the machine of the item; without `to` the transition is taken away'),
  note: z.string().exactOptional(),
});

export type DepartmentsFile = z.infer<typeof departmentsFile>;
export type Instrument = z.infer<typeof instrument>;
export type MaterialType = z.infer<typeof material>;
export type CatalogueItem = z.infer<typeof catalogueItem>;
